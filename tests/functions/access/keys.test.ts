import { strict as assert } from "node:assert";

import { forged, rsa } from "./forgery";
import { accessClaims, poolKey, signed } from "./keySet";
import { scenario } from "./scenario";
import { startWorld, type World } from "./world";

const ADA = scenario({ name: "ada", person: "ada", answer: { status: 302 }, source: "" });

describe("access API: the pool's key set", () => {
    let world: World;

    beforeEach(async () => {
        world = await startWorld({ scenarios: [ADA] });
    });
    afterEach(() => world.close());

    const statusWith = async (key: World["key"]): Promise<number> => {
        const token = await signed(key, accessClaims(world.pool.issuer, "ada"));
        world.front.forget();
        return (await world.get("session", { Authorization: `Bearer ${token}` })).status;
    };

    it("is read once for many, and believed for a while", async () => {
        const statuses = await Promise.all(Array.from({ length: 20 }, () => statusWith(world.key)));
        assert.deepEqual([...new Set(statuses)], [302]);
        await world.authorizer.advance(14 * 60);
        assert.equal(await statusWith(world.key), 302);
        assert.equal(world.pool.readings, 1);
        await world.authorizer.advance(2 * 60);
        assert.equal(await statusWith(world.key), 302);
        assert.equal(world.pool.readings, 2);
    });

    it("is read again for a new key, which is then accepted beside the old one", async () => {
        assert.equal(await statusWith(world.key), 302);
        const next = poolKey("kid-2026-12");
        world.pool.keys = [world.key, next];
        await world.authorizer.advance(11);
        assert.equal(await statusWith(next), 302);
        assert.equal(await statusWith(world.key), 302);
        assert.equal(world.pool.readings, 2);
    });

    it("no longer accepts a key that was withdrawn, once the set is read again", async () => {
        assert.equal(await statusWith(world.key), 302);
        const next = poolKey("kid-2026-12");
        world.pool.keys = [next];
        await world.authorizer.advance(11);
        assert.equal(await statusWith(next), 302);
        assert.equal(await statusWith(world.key), 401);
    });

    it("no longer accepts a withdrawn key after a quarter of an hour, though nobody used the new one", async () => {
        assert.equal(await statusWith(world.key), 302);
        world.pool.keys = [poolKey("kid-2026-12")];
        await world.authorizer.advance(15 * 60 + 1);
        assert.equal(await statusWith(world.key), 401);
    });

    it("no longer accepts an old key whose id has gone to a new one", async () => {
        assert.equal(await statusWith(world.key), 302);
        world.pool.keys = [poolKey(world.key.kid)];
        await world.authorizer.advance(15 * 60 + 1);
        assert.equal(await statusWith(world.key), 401);
    });

    it("is not read more often than every ten seconds, whatever keys tokens name", async () => {
        const stranger = poolKey("stranger");
        const claims = { ...accessClaims(world.pool.issuer, "ada") };
        const flood = async (round: number): Promise<number[]> =>
            Promise.all(
                Array.from({ length: 50 }, async (_, index) => {
                    const header = { alg: "RS256", kid: `unknown-${round}-${index}` };
                    const token = forged(header, claims, rsa(stranger.privateKey));
                    return (await world.get("session", { Authorization: `Bearer ${token}` })).status;
                }),
            );
        assert.deepEqual([...new Set(await flood(1))], [401]);
        assert.equal(world.pool.readings, 1);
        await world.authorizer.advance(11);
        assert.deepEqual([...new Set(await flood(2))], [401]);
        assert.deepEqual([...new Set(await flood(3))], [401]);
        assert.equal(world.pool.readings, 2);
        assert.equal(await statusWith(world.key), 302, "and those who are known come in all the while");
    });

    for (const state of ["hang", "fail"] as const) {
        it(`is a 503 and no verdict when it cannot be had (${state})`, async () => {
            world.pool.state = state;
            const started = Date.now();
            assert.equal(await statusWith(world.key), 503);
            assert.ok(Date.now() - started < 5_000, "within the authorizer's five seconds");
            const log = world.authorizer.log();
            assert.match(log, /"verdict":"failed","reason":"key_set","detail":"\w*FetchError"/);
            assert.ok(!log.includes("https://"), log);
            world.pool.state = "up";
            assert.equal(await statusWith(world.key), 302, "the failure was not kept");
        });
    }

    it("is not believed any longer when it is old and cannot be had", async () => {
        assert.equal(await statusWith(world.key), 302);
        world.pool.state = "fail";
        await world.authorizer.advance(15 * 60 + 1);
        assert.equal(await statusWith(world.key), 503);
    });
});
