import { strict as assert } from "node:assert";

import { BAD_NAMES, BAD_TOKENS, namedToken, rightToken } from "./badTokens";
import { scenario } from "./scenario";
import { startWorld, type World } from "./world";

const ADA = scenario({ name: "ada", person: "ada", answer: { status: 302 }, source: "" });

describe("access API: tokens and names that are not accepted", () => {
    let world: World;
    const sent: string[] = [];

    before(async () => {
        world = await startWorld({ scenarios: [ADA] });
    });
    after(() => world.close());

    it("accepts the token that all others differ from", async () => {
        const Authorization = `Bearer ${rightToken(world)}`;
        sent.push(Authorization);
        assert.equal((await world.get("session", { Authorization })).status, 302);
    });

    for (const { name, header } of BAD_TOKENS) {
        it(`401: ${name}`, async () => {
            await refused(world, header(world), 401, "unauthorized");
        });
    }

    for (const [what, username] of BAD_NAMES) {
        it(`403: a name with or of ${what}`, async () => {
            await refused(world, namedToken(world, username), 403, "forbidden");
        });
    }

    it("401: no header, whatever else carries the token", async () => {
        const token = rightToken(world);
        sent.push(token);
        for (const [path, headers] of [
            ["session", {}],
            [`session?access_token=${token}`, {}],
            [`session?Authorization=Bearer%20${token}`, {}],
            ["session", { Cookie: `Authorization=Bearer ${token}` }],
            ["session", { "X-Authorization": `Bearer ${token}` }],
        ] as const) {
            assert.equal((await world.get(path, headers)).status, 401, path);
        }
    });

    it("401: two headers, each with a right token", async () => {
        const token = rightToken(world);
        sent.push(token);
        await assert.rejects(
            world.authorizer.invoke({
                type: "REQUEST",
                methodArn: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/studio/GET/session",
                headers: { Authorization: `Bearer ${token}` },
                multiValueHeaders: { Authorization: [`Bearer ${token}`], authorization: [`Bearer ${token}`] },
                requestContext: { requestId: "two-headers" },
            }),
            { message: "Unauthorized" },
        );
    });

    it("writes nothing of them to a log", () => {
        const log = world.authorizer.log() + world.presign.log();
        const parts = new Set(sent.flatMap((header) => header.split(/[\s.,]+/)).filter(({ length }) => length >= 12));
        assert.ok(parts.size > 100, `${parts.size} parts to look for`);
        assert.deepEqual(
            [...parts].filter((part) => log.includes(part)),
            [],
        );
        // The ids of requests are random, and a short name of letters a to f may stand in one.
        const withoutIds = log.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID");
        const names = BAD_NAMES.flatMap(([, name]) => (typeof name === "string" && name.length > 2 ? [name] : []));
        assert.deepEqual(
            names.filter((name) => withoutIds.includes(JSON.stringify(name).slice(1, -1))),
            [],
        );
    });

    it("records each refusal with its reason and request, and no name that is not proven", () => {
        const records = world.authorizer
            .log()
            .split("\n")
            .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Record<string, string>] : []));
        const refusals = records.filter(({ verdict }) => verdict !== "allowed");
        assert.ok(refusals.length >= BAD_TOKENS.length + BAD_NAMES.length - 2, `${refusals.length} records`);
        for (const record of refusals) {
            assert.deepEqual(Object.keys(record).sort(), ["decision", "reason", "requestId", "time", "verdict"]);
            assert.match(record["reason"] ?? "", /^[a-z_]+$/);
        }
    });

    async function refused(to: World, Authorization: string, status: number, error: string): Promise<void> {
        sent.push(Authorization);
        const asked = to.table.requests.length;
        const response = await to.get("session", { Authorization });
        const body = (await response.json()) as Record<string, string>;
        assert.deepEqual([response.status, body["error"]], [status, error]);
        assert.deepEqual(Object.keys(body).sort(), ["error", "message", "requestId"]);
        assert.equal(response.headers.get("location"), null);
        assert.equal(to.table.requests.length, asked, "the presign function was not asked");
    }
});
