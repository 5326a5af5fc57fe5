import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { networkProofs } from "../../../preflight/proofs/network";
import { change, graphOf, type Ids, ref, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { type Egress, intent, proofOf, route, sketch, topology } from "./topology";

const RANGE = "192.168.0.0/16";
const NO_WAY = "network.no-way-to-clients";
const ONLY = "network.clients-only";

function toCompany(table: string): Sketch {
    return route("company", table, { destinationCidrBlock: RANGE, transitGatewayId: "tgw-1" });
}

/** An inbound resolver with a group that admits a company range on some port. */
function resolver(rule: Record<string, unknown>): Sketch[] {
    return [
        ...topology("isolated"),
        sketch("ec2/securityGroup:SecurityGroup", "group-resolver", { vpcId: ref("vpc") }),
        sketch("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ask", {
            securityGroupId: ref("group-resolver"),
            cidrIpv4: RANGE,
            ipProtocol: "udp",
            fromPort: 53,
            toPort: 53,
            ...rule,
        }),
        sketch("route53/resolverEndpoint:ResolverEndpoint", "resolver", {
            direction: "INBOUND",
            securityGroupIds: [ref("group-resolver")],
            ipAddresses: [{ subnetId: ref("endpoint-a") }],
        }),
    ];
}

for (const ids of ["known", "unknown"] as const) {
    describe(`The company network and the way out, ids ${ids}`, () => {
        const noWay = (stack: readonly Sketch[], egress: Egress): readonly unknown[] => {
            const { verdict, evidence } = proofOf(stack, ids, intent(egress, { clientRanges: [RANGE] }), NO_WAY);
            return [verdict, evidence];
        };

        for (const egress of ["nat", "firewall"] as const) {
            it(`lies behind no default route to the internet (${egress})`, () => {
                assert.deepEqual(noWay(topology(egress), egress), [
                    "holds",
                    ["no route of a Studio subnet leads to a company range"],
                ]);
            });

            it(`is reached by a route of the NAT subnet (${egress})`, () => {
                const hop =
                    egress === "nat"
                        ? "subnet studio-a > route out-studio-a > subnet nat-a"
                        : "subnet studio-a > route out-studio-a > subnet firewall-a > route out-firewall-a > subnet nat-a";
                assert.deepEqual(noWay([...topology(egress), toCompany("nat-a")], egress), [
                    "broken",
                    [`${hop}: route company (${RANGE}) to transit-gateway overlaps ${RANGE}`],
                ]);
            });
        }
    });

    describe(`The company's name servers, ids ${ids}`, () => {
        const only = (stack: readonly Sketch[], clientsResolve: boolean): readonly unknown[] => {
            const stated = intent("isolated", { clientRanges: [RANGE], clientsResolve });
            const { verdict, evidence } = proofOf(stack, ids, stated, ONLY);
            return [verdict, evidence];
        };

        it("may ask the inbound resolver on 53, where the stack file says so", () => {
            for (const ipProtocol of ["udp", "tcp"]) {
                assert.equal(only(resolver({ ipProtocol }), true)[0], "holds");
            }
            assert.deepEqual(only(resolver({}), false), [
                "broken",
                ["rule ask admits a company range to something else"],
            ]);
        });

        it("may ask for nothing else", () => {
            for (const rule of [
                { fromPort: 443, toPort: 443 },
                { fromPort: 0 },
                { ipProtocol: "-1" },
                { ipProtocol: "icmp" },
            ]) {
                assert.deepEqual(only(resolver(rule), true), ["broken", ["rule ask admits more than 53"]]);
            }
            assert.equal(only(resolver({ toPort: UNKNOWN }), true)[0], "not proven");
        });

        it("may not ask a resolver that leads out, nor reach what else carries its group", () => {
            const outbound = change(resolver({}), "resolver", "direction", "OUTBOUND");
            assert.equal(only(outbound, true)[0], "broken");
            const shared = change(resolver({}), "sts", "securityGroupIds", [
                ref("group-endpoints"),
                ref("group-resolver"),
            ]);
            assert.equal(only(shared, true)[0], "broken");
        });
    });
}

describe("The group for jobs beside one for distributed training, while outputs are not known", () => {
    const stack = (self: Record<string, unknown>): Sketch[] => [
        ...topology("isolated"),
        sketch("ec2/securityGroup:SecurityGroup", "group-jobs", { vpcId: ref("vpc") }),
        sketch("ec2/securityGroup:SecurityGroup", "group-training", { vpcId: ref("vpc") }),
        sketch("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "members", {
            securityGroupId: ref("group-training"),
            referencedSecurityGroupId: ref("group-training"),
            ipProtocol: "-1",
            ...self,
        }),
    ];
    const evidence = (sketches: readonly Sketch[], outputs: Record<string, unknown>): readonly string[] => {
        const ids: Ids = "unknown";
        const { proofs } = networkProofs(graphOf(sketches, ids), outputs, intent("isolated", { jobs: true }));
        const sts = proofs.find(({ id }) => id === "network.endpoint.sts");
        return (sts?.evidence ?? []).filter((line) => line.startsWith("jobs"));
    };
    const TORN = ["jobs: the output jobsGroupId may be any of group-jobs, group-training"];

    it("is told by the training group's members, which admit each other", () => {
        const both = { jobsGroupId: UNKNOWN, trainingGroupId: UNKNOWN };
        assert.deepEqual(evidence(stack({}), both), [
            "jobs: ingress on 443 of group-endpoints at sts: not admitted",
            "jobs: egress on 443 of group-jobs to sts: not admitted",
        ]);
        assert.deepEqual(evidence(stack({ ipProtocol: "tcp" }), both), TORN);
    });

    it("is not told without an output for the training group", () => {
        assert.deepEqual(evidence(stack({}), { jobsGroupId: UNKNOWN }), TORN);
    });
});
