import { strict as assert } from "node:assert";

import { failing, proof, prove, recordStack, type Stack } from "./fixture";
import { added, changed, find, relinked, without } from "./mutate";

const WAY = "network.clients";
const ONLY = "network.clients-only";
const RANGE = "192.168.0.0/16";
const RULE = "net-clients-from-192-168-0-0-16";
const ROUTE = "net-endpoint-euw1-az2-to-192-168-0-0-16";
const NO_ROUTE =
    "subnet net-endpoint-euw1-az2: no route back to 192.168.0.0/16, so how the company network comes in lies outside this stack";
const NARROW = "Remove the rule, or narrow it to 443 of the two endpoints.";

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
            assert.deepEqual([...new Set(evidence)].sort(), [
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
                `no group of net-sagemaker-api admits ${RANGE} on 443`,
                `no group of net-studio admits ${RANGE} on 443`,
            ]);
            assert.equal(fix, `Admit ${RANGE} on 443 in a group of net-sagemaker-api.`);
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
            assert.deepEqual(proof(closed, WAY).evidence, [`no group of net-studio admits ${RANGE} on 443`]);
        });

        it("is not proven to get an answer where one zone has no route back", () => {
            const open = without(stack, "route", ROUTE);
            const { verdict, evidence, fix } = proof(open, WAY);
            assert.equal(verdict, "not proven");
            assert.deepEqual([...new Set(evidence)], [NO_ROUTE]);
            assert.equal(fix, "Name the transit or VPN gateway in network.clients.via.");
            assert.deepEqual(prove(open).clients.reach, "not proven");
            assert.deepEqual(prove(open).clients.why, NO_ROUTE);
        });

        it("is not proven to get an answer by a route that leads elsewhere", () => {
            const open = changed(stack, "route", ROUTE, { destinationCidrBlock: "192.168.0.0/17" });
            assert.deepEqual([...new Set(proof(open, WAY).evidence)], [NO_ROUTE]);
            const lost = changed(stack, "route", ROUTE, { transitGatewayId: undefined, networkInterfaceId: "eni-1" });
            assert.deepEqual([...new Set(proof(lost, WAY).evidence)], [NO_ROUTE]);
        });

        it("gets an answer by a wider route", () => {
            const wide = changed(stack, "route", ROUTE, { destinationCidrBlock: "192.0.0.0/8" });
            assert.equal(proof(wide, WAY).verdict, "holds");
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

        it("is not concerned by a rule for another range", () => {
            const other = admits(stack, "net-endpoints", { cidrIpv4: "172.16.0.0/12" });
            assert.deepEqual(failing(other), failing(stack));
        });
    });
}

describe("The company network in the stack file", () => {
    it("is not proven to reach anything without a gateway it comes through", async () => {
        const stack = await recordStack(false, { clients: { ranges: [RANGE] } });
        const { verdict, fix } = proof(stack, WAY);
        assert.deepEqual([verdict, fix], ["not proven", "Name the transit or VPN gateway in network.clients.via."]);
        assert.equal(prove(stack).clients.reach, "not proven");
        assert.deepEqual(failing(stack), { [WAY]: "not proven" });
    });

    it("is reached through a VPN gateway as through a transit gateway", async () => {
        const stack = await recordStack(false, { clients: { ranges: [RANGE], via: "vgw-0123456789abcdef0" } });
        assert.deepEqual(failing(stack), {});
    });

    it("must be admitted range by range", async () => {
        const stack = await recordStack();
        const { verdict, evidence } = proof(stack, WAY, { clientRanges: [RANGE, "10.30.0.0/16"] });
        assert.equal(verdict, "broken");
        assert.deepEqual(evidence, [
            "no group of net-sagemaker-api admits 10.30.0.0/16 on 443",
            "no group of net-studio admits 10.30.0.0/16 on 443",
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
