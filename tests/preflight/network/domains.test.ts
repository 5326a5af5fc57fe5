import { strict as assert } from "node:assert";

import { servicesFor } from "../../../policy-pack/facts";
import { type GraphResource, UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, prove, recordStack, type Stack } from "./fixture";
import { blurred, find, without } from "./mutate";

const STS = "network.endpoint.sts";
const INTERNET = "network.no-internet";
const PRIVATE = "network.private-tiers";

/** Every endpoint proof is open. */
const ENDPOINTS = Object.fromEntries(
    servicesFor(["studio", "jobs"]).map((service) => [`network.endpoint.${service}`, "not proven"]),
);

/** The domain with other settings for its private spaces. */
function withSettings(stack: Stack, value: unknown, dependencies: readonly GraphResource[] = []): Stack {
    return blurred(stack, "domain", "domain", "defaultUserSettings", dependencies, value);
}

for (const unknown of [false, true]) {
    describe(`The network of a domain, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("is broken without a domain", () => {
            const empty = without(stack, "domain", "domain");
            const { proofs } = prove(empty, { clientRanges: [] });
            assert.deepEqual(proofs, [
                {
                    id: "network.domain",
                    claim: "The stack has a domain in a VPC",
                    verdict: "broken",
                    evidence: ["the stack has no resource of type aws:sagemaker/domain:Domain"],
                    fix: "Add a domain to the stack, or judge the stack that has it.",
                },
            ]);
        });

        it("opens nothing to the company network without a domain", () => {
            const empty = without(stack, "domain", "domain");
            assert.equal(prove(empty).clients.reach, "not proven");
            assert.deepEqual(failing(empty), {
                "network.domain": "broken",
                "network.clients": "not proven",
            });
        });

        it("is not proven while its subnets are more than its dependencies", () => {
            const [subnet] = [find(stack, "subnet", "net-studio-euw1-az1")];
            const vague = blurred(stack, "domain", "domain", "subnetIds", [subnet], [UNKNOWN, UNKNOWN]);
            const why = ["domain: subnetIds holds 2 unknown ids, its dependencies name 1 resources"];
            assert.deepEqual(failing(vague), {
                ...ENDPOINTS,
                [INTERNET]: "not proven",
                [PRIVATE]: "not proven",
                "network.no-way-to-clients": "not proven",
            });
            assert.deepEqual(proof(vague, INTERNET).evidence, why);
            assert.deepEqual(proof(vague, STS).evidence, why);
        });

        it("is not proven with a subnet made elsewhere", () => {
            const subnets = [find(stack, "subnet", "net-studio-euw1-az1")];
            const mixed = blurred(stack, "domain", "domain", "subnetIds", subnets, [
                ...subnets.map(({ id }) => id),
                "subnet-elsewhere",
            ]);
            const why = ["domain: subnet-elsewhere of subnetIds is not in this stack"];
            assert.deepEqual(proof(mixed, INTERNET).evidence, why);
            assert.deepEqual(proof(mixed, STS).evidence, why);
        });

        it("is not proven without subnets", () => {
            const placeless = blurred(stack, "domain", "domain", "subnetIds", [], []);
            assert.deepEqual(proof(placeless, INTERNET).evidence, ["domain: subnetIds names no subnet"]);
            assert.deepEqual(proof(placeless, STS).verdict, "not proven");
        });

        it("is not proven while its VPC is not known", () => {
            const vague = blurred(stack, "domain", "domain", "vpcId");
            assert.deepEqual(failing(vague), {
                ...ENDPOINTS,
                [INTERNET]: "not proven",
                [PRIVATE]: "not proven",
                "network.dns": "not proven",
                "network.dns-logged": "not proven",
                "network.endpoint-principals": "not proven",
                "network.clients": "not proven",
            });
            for (const id of [
                INTERNET,
                PRIVATE,
                STS,
                "network.dns",
                "network.dns-logged",
                "network.endpoint-principals",
                "network.clients",
            ]) {
                assert.deepEqual(proof(vague, id).evidence, ["domain: vpcId is not known yet"], id);
            }
        });

        it("is not proven to reach endpoints while its groups are more than its dependencies", () => {
            const settings = { securityGroups: [UNKNOWN, UNKNOWN] };
            const vague = withSettings(stack, settings, [find(stack, "group", "net-studio")]);
            assert.deepEqual(failing(vague), ENDPOINTS);
            assert.deepEqual(proof(vague, STS).evidence, [
                "Studio apps: defaultUserSettings.securityGroups holds 2 unknown ids, its dependencies name 1 resources",
            ]);
        });

        it("is not proven to reach endpoints while its user settings are not known, whatever they depend on", () => {
            for (const dependencies of [[], [find(stack, "group", "net-studio")]]) {
                const vague = withSettings(stack, UNKNOWN, dependencies);
                assert.deepEqual(failing(vague), ENDPOINTS);
                assert.deepEqual(proof(vague, STS).evidence, [
                    "Studio apps: defaultUserSettings.securityGroups is not known yet",
                ]);
            }
        });

        it("is not proven to reach endpoints by a group made elsewhere", () => {
            const { evidence } = proof(withSettings(stack, { securityGroups: ["sg-elsewhere"] }), STS);
            assert.deepEqual(evidence, [
                "Studio apps: ingress on 443 of net-endpoints at net-sts: not admitted in this stack, and sg-elsewhere is not in it",
                "Studio apps: egress on 443 of (no group) to net-sts: not admitted in this stack, and sg-elsewhere is not in it",
            ]);
        });

        it("reaches endpoints whatever a further group made elsewhere admits", () => {
            const group = find(stack, "group", "net-studio");
            assert.deepEqual(failing(withSettings(stack, { securityGroups: [group.id, "sg-elsewhere"] }, [group])), {});
        });

        it("does not reach endpoints without a group", () => {
            const { verdict, evidence } = proof(withSettings(stack, {}), STS);
            assert.equal(verdict, "broken");
            assert.equal(evidence[1], "Studio apps: egress on 443 of (no group) to net-sts: not admitted");
        });
    });
}
