import assert from "node:assert/strict";
import { EXAMPLES } from "../examples";
import { POLICIES } from "../../policies";
import { runPolicies } from "../../policies/run";
import { graphOf } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { firewallStack, natBeforeFirewallStack } from "./network/firewallStack";
import { TODAY } from "./verdict";

/** The same Studio without a way out, and with a firewall in each of AWS's two forms. */
const STACKS = [
    ["without egress", cleanStack],
    ["with a firewall", firewallStack],
    ["with a firewall behind NAT", natBeforeFirewallStack],
] as const;

describe("every policy on a private Studio", () => {
    for (const [what, stack] of STACKS) {
        for (const { id } of POLICIES) {
            it(`${id} has nothing to say ${what}`, () => {
                const report = runPolicies(graphOf(stack()), {}, { now: TODAY });
                const result = report.policies.find((each) => each.id === id);
                assert.ok(result);
                assert.deepEqual([...result.violations, ...result.undecided], []);
            });
        }

        it(`at a first preview ${what} nothing is a violation, and only the document with an unknown id is undecided`, () => {
            const report = runPolicies(graphOf(stack(), "unknown"), {}, { now: TODAY });
            const said = report.policies.flatMap(({ id, violations, undecided }) =>
                [...violations, ...undecided].map(({ kind, message }) => `${id} ${kind}: ${message}`),
            );
            const presign = "RolePolicy execution-presign: execution-presign is not known yet, so";
            assert.deepEqual(said, [
                `P45 undecided: ${presign} what it allows cannot be told.`,
                `P46 undecided: ${presign} which roles it lets pass cannot be told.`,
                `P60 undecided: ${presign} whether it allows links into Studio from anywhere cannot be told.`,
            ]);
        });
    }

    it("each policy has something to judge, here or in its own example", () => {
        const report = runPolicies(graphOf(firewallStack()), {}, { now: TODAY });
        const idle = report.policies
            .filter(({ checked }) => checked === 0)
            .filter(({ id, name }) => {
                const { good = [], config = {} } = EXAMPLES[id] ?? {};
                const example = runPolicies(graphOf(good), { [name]: config }, { now: TODAY });
                return example.policies.find((each) => each.id === id)?.checked === 0;
            });
        assert.deepEqual(
            idle.map(({ id }) => id),
            [],
        );
    });
});
