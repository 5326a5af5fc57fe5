import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, recordStack, type Stack } from "./fixture";
import { added, blurred, changed, find, relinked } from "./mutate";

const ONLY = "network.clients-only";
const RANGE = "192.168.0.0/16";
const RULE = "net-clients-from-192-168-0-0-16";
const NARROW = "Remove the rule, or narrow it to 443 of the two endpoints.";
const NAME = "Name addresses in the rule: who else may come in by it cannot be told.";
const LATER = "Decided once what is named above is known, and part of this stack.";

/** One more ingress rule of a group. */
function admits(stack: Stack, group: string, props: Readonly<Record<string, unknown>>): Stack {
    const securityGroupId = find(stack, "group", group);
    return added(stack, "ingress", "more", {
        securityGroupId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        ...props,
    });
}

for (const unknown of [false, true]) {
    describe(`What the company network reaches besides Studio, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("is nothing", () => {
            const { verdict, evidence, fix } = proof(stack, ONLY);
            assert.deepEqual([verdict, evidence, fix], ["holds", ["no other rule names a company range"], undefined]);
        });

        const tooMuch: readonly (readonly [string, (stack: Stack) => Stack, string])[] = [
            [
                "all ports of the two endpoints",
                (all) => changed(all, "ingress", RULE, { fromPort: 0, toPort: 65535 }),
                `rule ${RULE} admits more than 443`,
            ],
            [
                "ports above 443 of the two endpoints",
                (all) => changed(all, "ingress", RULE, { toPort: 8443 }),
                `rule ${RULE} admits more than 443`,
            ],
            [
                "all protocols of the two endpoints",
                (all) => changed(all, "ingress", RULE, { ipProtocol: "-1" }),
                `rule ${RULE} admits more than 443`,
            ],
            [
                "every endpoint",
                (all) => admits(all, "net-endpoints", { cidrIpv4: RANGE }),
                "rule more admits a company range to something else",
            ],
            [
                "Studio's apps",
                (all) => admits(all, "net-studio", { cidrIpv4: RANGE }),
                "rule more admits a company range to something else",
            ],
            [
                "jobs, from one host",
                (all) => admits(all, "net-jobs", { cidrIpv4: "192.168.7.7/32", fromPort: 22, toPort: 22 }),
                "rule more admits a company range to something else",
            ],
            [
                "Studio's apps, as everybody does",
                (all) => admits(all, "net-studio", { cidrIpv4: "0.0.0.0/0" }),
                "rule more admits a company range to something else",
            ],
            [
                "Studio's apps by its group",
                (all) =>
                    blurred(
                        all,
                        "domain",
                        "domain",
                        "defaultUserSettings",
                        [find(all, "group", "net-studio"), find(all, "group", "net-clients")],
                        {
                            securityGroups: ["net-studio", "net-clients"].map((name) => find(all, "group", name).id),
                        },
                    ),
                `rule ${RULE} admits a company range to something else`,
            ],
            [
                "another endpoint by its group",
                (all) =>
                    relinked(all, "endpoint", "net-kms", "securityGroupIds", [
                        find(all, "group", "net-endpoints"),
                        find(all, "group", "net-clients"),
                    ]),
                `rule ${RULE} admits a company range to something else`,
            ],
        ];
        for (const [what, mutate, evidence] of tooMuch) {
            it(`must not reach ${what}`, () => {
                const found = proof(mutate(stack), ONLY);
                assert.deepEqual([found.verdict, found.evidence, found.fix], ["broken", [evidence], NARROW]);
                assert.deepEqual(failing(mutate(stack)), { ...failing(stack), [ONLY]: "broken" });
            });
        }

        it("must not reach ports from below 443, whatever the last one is", () => {
            const wide = changed(stack, "ingress", RULE, { fromPort: 0, toPort: UNKNOWN });
            const { verdict, evidence } = proof(wide, ONLY);
            assert.deepEqual([verdict, evidence], ["broken", [`rule ${RULE} admits more than 443`]]);
        });

        const notTold: readonly (readonly [string, (stack: Stack) => Stack, string])[] = [
            [
                "a rule for addresses nobody can read",
                (all) => admits(all, "net-studio", { cidrIpv4: UNKNOWN }),
                "rule more may admit a company range to something else: a CIDR block is not known yet",
            ],
            [
                "a rule for addresses that are none",
                (all) => admits(all, "net-studio", { cidrIpv4: "192.168.0.0/33" }),
                "rule more may admit a company range to something else: 192.168.0.0/33 cannot be read",
            ],
            [
                "a rule for a prefix list",
                (all) => admits(all, "net-jobs", { prefixListId: "pl-1" }),
                "rule more may admit a company range to something else: what prefix list pl-1 holds is not known",
            ],
            [
                "a rule for a prefix list nobody can read",
                (all) => admits(all, "net-jobs", { prefixListId: UNKNOWN }),
                "rule more may admit a company range to something else: what its prefix list holds is not known",
            ],
            [
                "a rule for a group made elsewhere",
                (all) => admits(all, "net-jobs", { referencedSecurityGroupId: "sg-elsewhere" }),
                "rule more may admit a company range to something else: who carries sg-elsewhere is not known",
            ],
            [
                "a rule of the two endpoints for all ports and a prefix list",
                (all) => admits(all, "net-clients", { prefixListId: "pl-1", fromPort: 0 }),
                "rule more may admit more than 443: what prefix list pl-1 holds is not known",
            ],
            [
                "a port nobody can read",
                (all) => changed(all, "ingress", RULE, { toPort: UNKNOWN }),
                `rule ${RULE} may admit more than 443: its protocol or ports are not known`,
            ],
            [
                "a protocol nobody can read",
                (all) => changed(all, "ingress", RULE, { ipProtocol: UNKNOWN }),
                `rule ${RULE} may admit more than 443: its protocol or ports are not known`,
            ],
            [
                "the groups of another endpoint",
                (all) => blurred(all, "endpoint", "net-kms", "securityGroupIds"),
                `rule ${RULE} may admit a company range to something else: net-kms: securityGroupIds is not known yet`,
            ],
            [
                "the service of another endpoint with their group",
                (all) =>
                    blurred(
                        relinked(all, "endpoint", "net-kms", "securityGroupIds", [find(all, "group", "net-clients")]),
                        "endpoint",
                        "net-kms",
                        "serviceName",
                    ),
                `rule ${RULE} may admit a company range to something else: the service of endpoint net-kms is not known`,
            ],
            [
                "the group of a rule",
                (all) => blurred(all, "ingress", "net-endpoints-from-jobs", "securityGroupId"),
                "the group of rule net-endpoints-from-jobs is not known for certain",
            ],
        ];
        for (const [what, mutate, evidence] of notTold) {
            it(`is not proven with ${what}`, () => {
                const found = proof(mutate(stack), ONLY);
                assert.deepEqual(
                    [found.verdict, found.evidence, found.fix],
                    ["not proven", [evidence], /prefix list|cannot be read|sg-elsewhere/.test(evidence) ? NAME : LATER],
                );
            });
        }

        it("is not proven while the groups of both endpoints are not known", () => {
            let vague = blurred(stack, "endpoint", "net-studio", "securityGroupIds");
            vague = blurred(vague, "endpoint", "net-sagemaker-api", "securityGroupIds");
            const { verdict, evidence } = proof(vague, ONLY);
            assert.equal(verdict, "not proven");
            assert.deepEqual(evidence, [
                `rule ${RULE} may admit a company range to something else: ` +
                    "net-sagemaker-api: securityGroupIds is not known yet",
            ]);
        });

        it("is not concerned by a rule for another range", () => {
            const other = admits(stack, "net-endpoints", { cidrIpv4: "172.16.0.0/12" });
            assert.deepEqual(failing(other), failing(stack));
        });
    });
}
