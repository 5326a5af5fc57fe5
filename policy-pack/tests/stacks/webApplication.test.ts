import assert from "node:assert/strict";
import { POLICIES } from "../../policies";
import { runPolicies } from "../../policies/run";
import type { PackConfig } from "../../policies/settings";
import { graphOf, type Ids, type Sketch } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { TODAY } from "../policies/verdict";
import { webApplication } from "./webApplication";

/** Policies that say something of a stack, with the resources they say it about. */
function speaking(stack: readonly Sketch[], config: PackConfig = {}, ids: Ids = "known"): Record<string, string[]> {
    const report = runPolicies(graphOf(stack, ids), config, { now: TODAY });
    return Object.fromEntries(
        report.policies
            .map(({ id, violations, undecided }) => [
                id,
                [...new Set([...violations, ...undecided].map(({ urn }) => urn.split("::").at(-1) ?? ""))],
            ])
            .filter(([, names = []]) => names.length > 0),
    ) as Record<string, string[]>;
}

/**
 * What a stack without SageMaker hears about: keys, permissions (those of `*` open Studio as well), logs, public access, and
 * functions that stand outside every network.
 */
const SLOPPY = {
    P36: ["public"],
    P37: ["balancer"],
    P38: ["balancer"],
    P43: ["web-key"],
    P44: ["web-key"],
    P45: ["worker-may"],
    P46: ["worker-may", "task-may"],
    P47: ["server-logs", "function-logs"],
    P54: ["wall"],
    P55: ["web"],
    P59: ["worker-may", "worker-role"],
    P60: ["worker-may"],
    P63: ["assets"],
    P64: ["shop"],
    P65: ["live"],
    P66: ["list"],
    P67: ["worker"],
    P68: ["anybody-calls"],
    P70: ["customers"],
};

describe("a stack without SageMaker", () => {
    for (const ids of ["known", "unknown"] as const) {
        it(`hears about keys, permissions, logs and public access, ids ${ids}`, () => {
            assert.deepEqual(speaking(webApplication(false), {}, ids), SLOPPY);
        });

        it(`hears nothing when those are well kept, ids ${ids}`, () => {
            assert.deepEqual(speaking(webApplication(true), {}, ids), {});
        });

        it(`next to a Studio is judged as before, and no further, ids ${ids}`, () => {
            const studio = speaking(cleanStack(), {}, ids);
            assert.deepEqual(speaking([...cleanStack(), ...webApplication(true)], {}, ids), studio);
        });
    }

    it("is judged whole where the configuration says so", () => {
        const names = POLICIES.filter(({ scope }) => scope === "sagemaker").map(({ name }) => [name, { scope: "all" }]);
        const said = speaking(webApplication(true), Object.fromEntries(names) as PackConfig);
        assert.deepEqual(said, {
            P35: ["web"],
            P40: ["s3"],
            P41: ["loose", "wall"],
            P42: ["loose"],
            P56: ["web"],
            P62: ["assets-Policy"],
            P69: ["orders"],
        });
    });

    it("is left alone where the configuration narrows every policy", () => {
        const names = POLICIES.filter(({ scope }) => scope === "all").map(({ name }) => [name, { scope: "sagemaker" }]);
        const config = Object.fromEntries(names) as PackConfig;
        // What opens Studio is SageMaker's business wherever it stands.
        const opens = { P59: SLOPPY.P59, P60: SLOPPY.P60 };
        assert.deepEqual(speaking(webApplication(false), config), opens);
        const studio = speaking(cleanStack(), config);
        const together = speaking([...cleanStack(), ...webApplication(false)], config);
        assert.deepEqual(together, { ...studio, ...opens });
    });
});
