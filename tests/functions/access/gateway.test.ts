import { strict as assert } from "node:assert";

import { rightToken } from "./badTokens";
import { startFront } from "./front";
import type { Invocable } from "./function";
import { scenario } from "./scenario";
import { startWorld, type World } from "./world";

const SCENARIOS = ["ada", "bob"].map((person) =>
    scenario({ name: person, person, answer: { status: 302 }, source: "" }),
);

/** How often a function was called, and what with. */
function counted(inner: Invocable): Invocable & { readonly events: unknown[] } {
    const events: unknown[] = [];
    return {
        events,
        invoke: (event) => {
            events.push(event);
            return inner.invoke(event);
        },
    };
}

describe("access API: what API Gateway does with the functions' answers", () => {
    let world: World;

    before(async () => {
        world = await startWorld({ scenarios: SCENARIOS });
    });
    after(() => world.close());

    it("asks the authorizer once for a token, and again when the answer is too old", async () => {
        let now = 0;
        const authorizer = counted(world.authorizer);
        const front = await startFront({ authorizer, presign: world.presign, clock: () => now });
        try {
            const headers = { Authorization: `Bearer ${rightToken(world)}` };
            const status = async (): Promise<number> =>
                (await fetch(`${front.url}session`, { headers, redirect: "manual" })).status;
            assert.deepEqual([await status(), await status(), authorizer.events.length], [302, 302, 1]);
            now = 119_000;
            assert.deepEqual([await status(), authorizer.events.length], [302, 1]);
            now = 121_000;
            assert.deepEqual([await status(), authorizer.events.length], [302, 2]);
        } finally {
            await front.close();
        }
    });

    it("never lets a kept answer for the session open another method", async () => {
        const opened = counted({ invoke: () => Promise.resolve({ statusCode: 200, body: "opened" }) });
        const routes = ["/session/admin", "/other", "/sessions"].map((path) => ({
            path,
            integration: opened,
            signedIn: true,
        }));
        const front = await startFront({ authorizer: world.authorizer, presign: world.presign, routes });
        try {
            const headers = { Authorization: `Bearer ${rightToken(world)}` };
            const status = async (path: string): Promise<number> =>
                (await fetch(`${front.url}${path}`, { headers, redirect: "manual" })).status;
            assert.equal(await status("session"), 302);
            for (const { path } of routes) {
                assert.equal(await status(path.slice(1)), 403, path);
            }
            assert.deepEqual(opened.events, []);
        } finally {
            await front.close();
        }
    });

    it("keeps a refusal for another method for the session too", async () => {
        const integration = { invoke: () => Promise.resolve({ statusCode: 200, body: "opened" }) };
        const front = await startFront({
            authorizer: world.authorizer,
            presign: world.presign,
            routes: [{ path: "/other", integration, signedIn: true }],
        });
        try {
            const headers = { Authorization: `Bearer ${rightToken(world)}` };
            const status = async (path: string): Promise<number> =>
                (await fetch(`${front.url}${path}`, { headers, redirect: "manual" })).status;
            assert.deepEqual([await status("other"), await status("session")], [403, 403]);
            front.forget();
            assert.equal(await status("session"), 302);
        } finally {
            await front.close();
        }
    });

    it("gives each token its own person, however the requests are mixed", async () => {
        const locations = await Promise.all(
            Array.from({ length: 20 }, async (_, index) => {
                const username = index % 2 === 0 ? "ada" : "bob";
                const Authorization = `Bearer ${rightToken(world, { username })}`;
                const response = await world.get("session", { Authorization });
                return [username, response.headers.get("x-amzn-requestid")] as const;
            }),
        );
        const log = world.presign.log();
        for (const [person, requestId] of locations) {
            assert.match(log, new RegExp(`"requestId":"${requestId}","person":"${person}"`));
        }
    });

    it("answers 429 in the API's own form when there are too many requests", async () => {
        let now = 0;
        const front = await startFront({
            authorizer: world.authorizer,
            presign: world.presign,
            throttle: { requestsPerSecond: 1, burst: 2 },
            clock: () => now,
        });
        try {
            const ask = (): Promise<Response> => fetch(`${front.url}session`);
            assert.deepEqual([(await ask()).status, (await ask()).status], [401, 401]);
            const third = await ask();
            assert.deepEqual([third.status, third.headers.get("retry-after")], [429, "5"]);
            assert.equal(((await third.json()) as { error: string }).error, "too_many_requests");
            now = 1_000;
            assert.equal((await ask()).status, 401);
        } finally {
            await front.close();
        }
    });

    it("knows no other method and no other path", async () => {
        const headers = { Authorization: `Bearer ${rightToken(world)}` };
        for (const path of ["session/ada", "session/", "Session", "%2e%2e/session", "ada"]) {
            assert.equal((await world.get(path, headers)).status, 404, path);
        }
        for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"]) {
            const { status } = await fetch(`${world.front.url}session`, { method, headers, redirect: "manual" });
            assert.equal(status, 404, method);
        }
    });

    it("answers 503 when a function returns what is no answer", async () => {
        const presign = { invoke: () => Promise.resolve({ status: 302 }) };
        const authorizer = { invoke: () => Promise.resolve({ isAuthorized: true }) };
        for (const functions of [
            { authorizer: world.authorizer, presign },
            { authorizer, presign: world.presign },
        ]) {
            const front = await startFront(functions);
            const headers = { Authorization: `Bearer ${rightToken(world)}` };
            const { status } = await fetch(`${front.url}session`, { headers, redirect: "manual" });
            await front.close();
            assert.equal(status, 503);
        }
    });
});
