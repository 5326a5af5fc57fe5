import { strict as assert } from "node:assert";

import { rightToken } from "./badTokens";
import type { Health } from "./awsServer";
import { startFleet } from "./fleet";
import { startFront } from "./front";
import { type RunningFunction, startFunction } from "./function";
import { scenario } from "./scenario";
import { presignEnvironment, startPresign, startWorld, type World } from "./world";

const PEOPLE = Array.from({ length: 40 }, (_, index) => `person-${index}`);
const SCENARIOS = ["ada", ...PEOPLE].map((person) =>
    scenario({ name: person, person, answer: { status: 302 }, source: "" }),
);

/** What a person waits at most, in seconds: the function's time limit, as the access service sets it. */
const LIMIT = 10;

const SERVICES = ["table", "sts", "sagemaker"] as const;
const REASONS = { table: "directory_unavailable", sts: "role_unavailable", sagemaker: "studio_unavailable" };

describe("access API: load, and AWS failing", () => {
    let world: World;

    before(async () => {
        world = await startWorld({ scenarios: SCENARIOS });
    });
    after(() => world.close());
    afterEach(() => {
        for (const service of SERVICES) {
            world[service].health = "up";
        }
    });

    it("answers 200 requests at once, each with the asker's own link", async () => {
        const presign = await startFleet(4, () => startPresign(world));
        const front = await startFront({ authorizer: world.authorizer, presign });
        try {
            const links = await Promise.all(
                Array.from({ length: 200 }, async (_, index) => {
                    const person = PEOPLE[index % PEOPLE.length]!;
                    const Authorization = `Bearer ${rightToken(world, { username: person, jti: `token-${index}` })}`;
                    const response = await fetch(`${front.url}session`, {
                        headers: { Authorization, Accept: "application/json" },
                    });
                    const { url } = (await response.json()) as { url?: string };
                    return [response.status, url, person, response.headers.get("x-amzn-requestid")] as const;
                }),
            );
            const log = presign.log();
            assert.equal(log.match(/.*"verdict":"failed".*/g), null);
            assert.deepEqual([...new Set(links.map(([status]) => status))], [200]);
            assert.equal(new Set(links.map(([, url]) => url)).size, 200, "no link was given twice");
            // The doubles answer only the exact request of each person's own profile, with that person's credentials.
            assert.deepEqual([world.sts.unexpected, world.sagemaker.unexpected], [[], []]);
            for (const [, , person, requestId] of links) {
                assert.match(log, new RegExp(`"requestId":"${requestId}","person":"${person}","lob":"lob-a"`));
            }
        } finally {
            await front.close();
            await presign.stop();
        }
    });

    for (const service of SERVICES) {
        for (const health of ["failing", "hanging", "throttling", "breaking"] satisfies Health[]) {
            it(`503 within the time limit: ${service} is ${health}`, async () => {
                world[service].health = health;
                await unavailable(world.presign, REASONS[service]);
            });
        }

        it(`503 within the time limit: ${service} refuses connections`, async () => {
            const nowhere = "http://127.0.0.1:9";
            const urls = { dynamodb: world.table.url, sts: world.sts.url, sagemaker: world.sagemaker.url };
            const environment = presignEnvironment({
                ...urls,
                [service === "table" ? "dynamodb" : service]: nowhere,
            });
            const presign = await startFunction("assets/functions/presign/index.ts", { environment });
            try {
                await unavailable(presign, REASONS[service]);
            } finally {
                await presign.stop();
            }
        });
    }

    it("503 before Lambda ends the function, when time runs out in the middle of a call", async () => {
        world.sts.health = "hanging";
        const presign = await startPresign(world, { timeoutSeconds: 1 });
        try {
            const seconds = await unavailable(presign, "out_of_time");
            assert.ok(seconds < 1, `${seconds} s`);
        } finally {
            await presign.stop();
        }
    });

    it("503 at once when there is no time left to begin with", async () => {
        const presign = await startPresign(world, { timeoutSeconds: 0.3 });
        try {
            const asked = world.table.requests.length;
            await unavailable(presign, "out_of_time");
            assert.equal(world.table.requests.length, asked);
        } finally {
            await presign.stop();
        }
    });

    it("is well again as soon as AWS is", async () => {
        world.sts.health = "failing";
        assert.equal((await world.session("ada")).status, 503);
        world.sts.health = "up";
        assert.equal((await world.session("ada")).status, 302);
    });

    /** Asks once and returns how many seconds it took. */
    async function unavailable(presign: RunningFunction, reason: string): Promise<number> {
        const front = await startFront({ authorizer: world.authorizer, presign });
        const links = world.sagemaker.links.length;
        const started = Date.now();
        try {
            const response = await fetch(`${front.url}session`, {
                headers: { Authorization: `Bearer ${rightToken(world)}` },
                redirect: "manual",
            });
            const seconds = (Date.now() - started) / 1_000;
            const text = await response.text();
            assert.equal(response.status, 503);
            assert.equal((JSON.parse(text) as { error: string }).error, "unavailable");
            assert.deepEqual(
                ["retry-after", "cache-control", "location"].map((name) => response.headers.get(name)),
                ["5", "no-store", null],
            );
            assert.ok(!text.includes("https://"), text);
            assert.ok(seconds < LIMIT, `${seconds} s`);
            assert.equal(world.sagemaker.links.length, links, "no link was made");
            assert.match(presign.log(), new RegExp(`"verdict":"failed","reason":"${reason}".*"status":503`));
            return seconds;
        } finally {
            await front.close();
        }
    }
});
