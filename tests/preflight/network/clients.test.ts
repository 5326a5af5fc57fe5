import { strict as assert } from "node:assert";

import { failing, proof, prove, recordStack, type Stack } from "./fixture";
import { added, blurred, changed, find, relinked, without } from "./mutate";

const WAY = "network.clients";
const ONLY = "network.clients-only";
const RANGE = "192.168.0.0/16";
const RULE = "net-clients-from-192-168-0-0-16";
for (const unknown of [false, true]) {
    describe(`The company network, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("reaches the two endpoints and nothing else", () => {
            assert.equal(prove(stack).clients.reach, "reached");
            const { verdict, evidence } = proof(stack, WAY);
            const back = (zone: string): string =>
                `subnet net-endpoint-${zone}: route net-endpoint-${zone}-to-192-168-0-0-16 leads back to ${RANGE}`;
            assert.equal(verdict, "holds");
            assert.deepEqual([...evidence].sort(), [
                `net-sagemaker-api admits ${RANGE} on 443`,
                `net-studio admits ${RANGE} on 443`,
                back("euw1-az1"),
                back("euw1-az2"),
            ]);
            assert.equal(proof(stack, ONLY).verdict, "holds");
        });

        it("does not get in without the rule that admits it", () => {
            const closed = without(stack, "ingress", RULE);
            const { verdict, evidence, fix } = proof(closed, WAY);
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [
                `no group of net-sagemaker-api (net-clients, net-endpoints) admits ${RANGE} on 443`,
                `no group of net-studio (net-clients, net-endpoints) admits ${RANGE} on 443`,
            ]);
            assert.equal(
                fix,
                `Admit ${RANGE} on 443 in a group of net-sagemaker-api. Admit ${RANGE} on 443 in a group of net-studio.`,
            );
            assert.equal(prove(closed).clients.reach, "not reached");
        });

        it("does not get in where the rule admits only a part of it", () => {
            const closed = changed(stack, "ingress", RULE, { cidrIpv4: "192.168.0.0/17" });
            assert.equal(proof(closed, WAY).verdict, "broken");
        });

        it("does not get in where an endpoint has lost the group", () => {
            const closed = relinked(stack, "endpoint", "net-studio", "securityGroupIds", [
                find(stack, "group", "net-endpoints"),
            ]);
            assert.deepEqual(proof(closed, WAY).evidence, [
                `no group of net-studio (net-endpoints) admits ${RANGE} on 443`,
            ]);
        });

        it("is not proven to reach an endpoint whose subnets are not all known", () => {
            const vague = blurred(stack, "endpoint", "net-studio", "subnetIds");
            const { verdict, evidence } = proof(vague, WAY);
            assert.deepEqual([verdict, evidence], ["not proven", ["net-studio: subnetIds is not known yet"]]);
            const elsewhere = blurred(stack, "endpoint", "net-studio", "subnetIds", [], ["subnet-elsewhere"]);
            assert.deepEqual(proof(elsewhere, WAY).evidence, ["net-studio: subnet-elsewhere is not in this stack"]);
        });

        it("does not reach an endpoint that stands in no subnet", () => {
            const { verdict, evidence } = proof(relinked(stack, "endpoint", "net-studio", "subnetIds", []), WAY);
            assert.deepEqual([verdict, evidence], ["broken", ["net-studio stands in no subnet"]]);
        });

        it("is not proven to reach an endpoint whose service is not known", () => {
            const vague = blurred(stack, "endpoint", "net-studio", "serviceName");
            const { verdict, evidence } = proof(vague, WAY);
            assert.deepEqual([verdict, evidence], ["not proven", ["the service of endpoint net-studio is not known"]]);
        });

        it("is not proven to get in by a group made elsewhere", () => {
            const shared = blurred(stack, "endpoint", "net-studio", "securityGroupIds", [], ["sg-elsewhere"]);
            const { verdict, evidence } = proof(shared, WAY);
            assert.equal(verdict, "not proven");
            assert.deepEqual(evidence, [
                `no group of net-studio in this stack admits ${RANGE} on 443, and sg-elsewhere is not in it`,
            ]);
        });

        for (const kind of ["acl", "aclAssociation"] as const) {
            it(`is not proven where an ${kind} of the stack may stand in between`, () => {
                const guarded = added(stack, kind, "acl", { vpcId: find(stack, "vpc", "net-vpc") });
                const { verdict, evidence, fix } = proof(guarded, WAY);
                assert.deepEqual([verdict, evidence], ["not proven", ["network ACL acl is not read by this proof"]]);
                assert.ok(fix?.includes("Use security groups"));
                assert.equal(prove(guarded).clients.reach, "not proven");
                for (const id of [ONLY, "network.no-internet", "network.no-way-to-clients"]) {
                    assert.equal(proof(guarded, id).verdict, "holds", id);
                }
            });
        }
    });
}

describe("The company network in the stack file", () => {
    it("is not proven to reach anything without a gateway it comes through", async () => {
        const stack = await recordStack(false, { clients: { ranges: [RANGE], resolver: false } });
        const { verdict, fix } = proof(stack, WAY);
        assert.deepEqual([verdict, fix], ["not proven", "Name the transit or VPN gateway in network.clients.via."]);
        assert.equal(prove(stack).clients.reach, "not proven");
        assert.deepEqual(failing(stack), { [WAY]: "not proven" });
    });

    it("is reached through a VPN gateway as through a transit gateway", async () => {
        const stack = await recordStack(false, {
            clients: { ranges: [RANGE], via: "vgw-0123456789abcdef0", resolver: false },
        });
        assert.deepEqual(failing(stack), {});
    });

    it("must be admitted range by range", async () => {
        const stack = await recordStack();
        const { verdict, evidence } = proof(stack, WAY, { clientRanges: [RANGE, "10.30.0.0/16"] });
        assert.equal(verdict, "broken");
        assert.deepEqual(evidence, [
            "no group of net-sagemaker-api (net-clients, net-endpoints) admits 10.30.0.0/16 on 443",
            "no group of net-studio (net-clients, net-endpoints) admits 10.30.0.0/16 on 443",
        ]);
    });

    it("is not spoken of where there is none", async () => {
        const stack = await recordStack(false, { clients: undefined });
        const { proofs, clients } = prove(stack, { clientRanges: [] });
        assert.deepEqual(
            proofs.filter(({ id }) => id.startsWith(WAY)),
            [],
        );
        assert.equal(clients.reach, "not reached");
        assert.equal(clients.why, "no network.clients: nothing outside the VPC is admitted");
    });
});
