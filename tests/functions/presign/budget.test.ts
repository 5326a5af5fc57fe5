import { strict as assert } from "node:assert";
import { setTimeout as sleep } from "node:timers/promises";

import { Budget } from "../../../assets/functions/presign/budget";
import { Refusal, unavailable } from "../../../assets/functions/presign/refusal";

const RESERVE_MS = 500;
const refuse = (error: Error): Refusal => unavailable("failed", error.name);
const reasonOf = (error: unknown): string => (error instanceof Refusal ? error.reason : String(error));

describe("presign function: time budget", () => {
    it("hands on what a call answers", async () => {
        assert.equal(await new Budget(RESERVE_MS + 1_000).spend(() => Promise.resolve(42), refuse), 42);
    });

    it("says what a call's failure means", async () => {
        const failing = new Budget(RESERVE_MS + 1_000).spend(() => Promise.reject(new RangeError("no")), refuse);
        await assert.rejects(
            failing,
            (error) => reasonOf(error) === "failed" && (error as Refusal).detail === "RangeError",
        );
    });

    it("ends a call that does not, and tells it to", async () => {
        let told = false;
        const started = Date.now();
        const waiting = new Budget(RESERVE_MS + 50).spend(async (signal) => {
            signal.addEventListener("abort", () => (told = true));
            await sleep(5_000, undefined, { ref: false });
        }, refuse);
        await assert.rejects(waiting, (error) => reasonOf(error) === "out_of_time");
        assert.ok(Date.now() - started < 2_000);
        assert.equal(told, true);
    });

    it("calls nobody when it is used up, or was never enough", async () => {
        const spent = new Budget(RESERVE_MS + 1);
        await sleep(50);
        for (const budget of [spent, new Budget(RESERVE_MS), new Budget(0), new Budget(-1)]) {
            await sleep(5);
            const call = (): Promise<never> => assert.fail("called");
            await assert.rejects(budget.spend(call, refuse), (error) => reasonOf(error) === "out_of_time");
        }
    });
});
