import assert from "node:assert/strict";

import type { Finding } from "../../../policy-pack/policies/definition";
import type { PolicyResult } from "../../../policy-pack/policies/run";
import { splitOwners } from "../../../preflight/facts";

const finding = (urn: string, kind: Finding["kind"] = "violation"): Finding => ({ kind, urn, message: `about ${urn}` });
const OURS = "urn:pulumi:dev::private-studio::aws:ec2/subnet:Subnet::studio";
const THEIRS = "urn:pulumi:facts::existing::aws:ec2/subnet:Subnet::subnet-1";

const POLICY: PolicyResult = {
    id: "P36",
    name: "subnet-auto-assign-public-ip-disabled",
    title: "",
    severity: "high",
    remediationSteps: "",
    level: "mandatory",
    unknownsAre: "advisory",
    violations: [finding(OURS), finding(THEIRS)],
    undecided: [finding(OURS, "undecided"), finding(THEIRS, "undecided")],
    excepted: [],
    checked: 2,
};

describe("splitOwners", () => {
    const { policies, notices } = splitOwners({ policies: [POLICY], blocked: true });

    it("keeps what a deployment of this stack can change in the verdict", () => {
        assert.deepEqual(policies.policies[0]?.violations, [finding(OURS)]);
        assert.deepEqual(policies.policies[0]?.undecided, [finding(OURS, "undecided")]);
    });

    it("tells the owner of the rest", () => {
        assert.deepEqual(notices, [
            `For the owner of the VPC: P36 subnet-auto-assign-public-ip-disabled: about ${THEIRS}`,
        ]);
    });
});
