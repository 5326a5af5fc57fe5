import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { ref, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { intent, proofOf, sketch, tier, topology } from "./topology";

const ALLOW = { action: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 };

function acl(props: Record<string, unknown>, type = "ec2/networkAcl:NetworkAcl"): Sketch[] {
    return [...topology("isolated"), ...tier("spare", "a", 0), sketch(type, "acl", { vpcId: ref("vpc"), ...props })];
}

const OPEN = { ingress: [{ ruleNo: 100, ...ALLOW }], egress: [{ ruleNo: 100, ...ALLOW }] };
const DENY = { ruleNo: 50, ...ALLOW, action: "deny", cidrBlock: "192.168.0.0/16" };

const CASES: readonly (readonly [what: string, stack: () => Sketch[], verdict: "holds" | "not proven"])[] = [
    ["that lets everything pass, as AWS makes it", () => acl(OPEN), "holds"],
    ["that lets everything pass, adopted", () => acl(OPEN, "ec2/defaultNetworkAcl:DefaultNetworkAcl"), "holds"],
    ["with rules on other subnets", () => acl({ subnetIds: [ref("spare-a")] }), "holds"],
    ["with rules on a studio subnet", () => acl({ subnetIds: [ref("spare-a"), ref("studio-a")] }), "not proven"],
    ["with rules on an endpoint's subnet", () => acl({ subnetIds: [ref("endpoint-b")] }), "not proven"],
    ["without rules", () => acl({}), "not proven"],
    ["that first denies a part", () => acl({ ...OPEN, ingress: [...OPEN.ingress, DENY] }), "not proven"],
    ["that lets only inwards pass", () => acl({ ...OPEN, egress: [] }), "not proven"],
    ["that lets only TCP pass", () => acl({ ...OPEN, egress: [{ ...OPEN.egress[0], protocol: "6" }] }), "not proven"],
    ["whose rules are not known", () => acl({ ...OPEN, ingress: UNKNOWN }), "not proven"],
    [
        "that is open, with a rule of its own beside it",
        () => [...acl(OPEN), sketch("ec2/networkAclRule:NetworkAclRule", "deny", { ruleAction: "deny" })],
        "not proven",
    ],
];

for (const ids of ["known", "unknown"] as const) {
    describe(`A network ACL in between, ids ${ids}`, () => {
        for (const [what, stack, verdict] of CASES) {
            it(`${verdict === "holds" ? "is not in the way" : "leaves endpoints not proven"}: one ${what}`, () => {
                const proof = proofOf(stack(), ids, intent("isolated"), "network.endpoint.sts");
                assert.equal(proof.verdict, verdict);
                if (verdict === "not proven") {
                    assert.equal(proof.evidence[0], "network ACL acl is not read by this proof");
                }
            });
        }
    });
}
