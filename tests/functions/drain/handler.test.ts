import { strict as assert } from "node:assert";

import fc from "fast-check";

import { type Clock, untilGone, WorkLeft } from "../../../assets/functions/drain/clock";
import { type DrainEvent, taskOf } from "../../../assets/functions/drain/event";
import { sweepPlan } from "../../../assets/functions/drain/sweep";

const TASK = { task: "network", vpcId: "vpc-1", homes: "delete", ownVpc: true } as const;

describe("drain: when something is done", () => {
    it("does its task when its resource is deleted, and nothing at any other step of its life", () => {
        const at = (action: unknown): unknown => taskOf({ ...TASK, tf: { action } });
        assert.deepEqual(at("delete"), { ...TASK, tf: { action: "delete" } });
        assert.equal(at("create"), undefined);
        assert.equal(at("update"), undefined);
    });

    for (const event of [TASK, { ...TASK, tf: {} }, { ...TASK, tf: { action: "destroy" } }] as DrainEvent[]) {
        it(`refuses an event that is no step of a resource's life: ${JSON.stringify(event.tf)}`, () => {
            assert.throws(() => taskOf(event), /create, update or delete is expected.*npm run drain/s);
        });
    }

    it("removes retained homes never, their mount targets only with the VPC", () => {
        const table = [
            ["delete", true, { mountTargets: true, fileSystems: true, groups: true }],
            ["delete", false, { mountTargets: true, fileSystems: true, groups: true }],
            ["retain", true, { mountTargets: true, fileSystems: false, groups: true }],
            ["retain", false, { mountTargets: false, fileSystems: false, groups: false }],
        ] as const;
        for (const [homes, ownVpc, plan] of table) {
            assert.deepEqual(sweepPlan(homes, ownVpc), plan, `${homes}, ${ownVpc}`);
        }
    });
});

describe("drain: rounds of looking and deleting", () => {
    /** Things that go so many rounds after they were asked to. */
    class World {
        now = 0;
        readonly asked = new Map<number, number>();

        constructor(private readonly rounds: readonly number[]) {}

        readonly look = (): Promise<number[]> => {
            for (const [item, left] of this.asked) {
                this.asked.set(item, left - 1);
            }
            const isThere = (item: number): boolean => (this.asked.get(item) ?? 0) >= 0;
            return Promise.resolve([...this.rounds.keys()].filter(isThere));
        };

        readonly remove = (item: number): Promise<void> => {
            if (!this.asked.has(item)) {
                this.asked.set(item, this.rounds[item] ?? 0);
            }
            return Promise.resolve();
        };

        clock(limit: number): Clock {
            return {
                left: () => limit - this.now,
                sleep: (milliseconds) => {
                    this.now += milliseconds;
                    return Promise.resolve();
                },
            };
        }
    }

    const rounds = fc.array(fc.nat({ max: 12 }), { maxLength: 20 });

    it("ends with nothing left, or with WorkLeft within its time, whatever AWS takes", async () => {
        await fc.assert(
            fc.asyncProperty(rounds, fc.integer({ min: 0, max: 200_000 }), async (takes, limit) => {
                const world = new World(takes);
                const job = { what: "things", look: world.look, name: String, remove: world.remove };
                try {
                    await untilGone(world.clock(limit), job);
                    assert.deepEqual(await world.look(), []);
                } catch (error) {
                    assert.ok(error instanceof WorkLeft, String(error));
                    assert.match(error.message, /^These things were not gone in time \([1-9]\d*\): \d/);
                }
                assert.ok(world.now <= limit);
            }),
        );
    });

    it("goes on where an earlier run stopped: two short runs do what a long one does", async () => {
        await fc.assert(
            fc.asyncProperty(rounds, async (takes) => {
                const world = new World(takes);
                const job = { what: "things", look: world.look, name: String, remove: world.remove };
                await untilGone(world.clock(5_000), job).catch((error: unknown) =>
                    assert.ok(error instanceof WorkLeft, String(error)),
                );
                await untilGone(world.clock(Number.MAX_SAFE_INTEGER), job);
                assert.deepEqual(await world.look(), []);
            }),
        );
    });

    it("calls nothing gone that it could not look for", async () => {
        const world = new World([1]);
        const look = (): Promise<number[]> => Promise.reject(new Error("AccessDenied"));
        const job = { what: "things", look, name: String, remove: world.remove };
        await assert.rejects(untilGone(world.clock(60_000), job), /AccessDenied/);
    });
});
