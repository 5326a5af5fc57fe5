import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, type Ids, ref, type Sketch, without } from "../../../policy-pack/tests/fixture/build";
import { type Egress, endpointId, failing, intent, proofOf, rangeOf, route, sketch, topology } from "./topology";

const ID = "network.egress";
const ZONES = ["a", "b", "c"];

type Kind = Exclude<Egress, "isolated">;

function proof(
    stack: readonly Sketch[],
    ids: Ids,
    kind: Kind,
): { verdict: string; evidence: readonly string[]; fix?: string } {
    return proofOf(stack, ids, intent(kind), ID);
}

/** The start of every way out of zone a. */
const A = "subnet studio-a > route table table-studio-a";
const NAT_A = "subnet nat-a > route table table-nat-a";
const FIREWALL_A = "subnet firewall-a > route table table-firewall-a";
const OUT_A = "route out-nat-a (0.0.0.0/0) to internet-gateway igw";

interface Case {
    readonly what: string;
    readonly kind: Kind;
    readonly mutate: (stack: Sketch[]) => Sketch[];
    readonly verdict: "broken" | "not proven";
    readonly evidence: readonly string[];
    readonly fix: string;
    /** Other proofs that do not hold either. */
    readonly besides?: Record<string, string>;
}

const STATED = {
    nat: "subnet > NAT gateway > internet gateway",
    firewall: "subnet > firewall endpoint > NAT gateway > internet gateway",
};
const ADD = (kind: Kind): string =>
    `Add the default route that is missing: the way out is ${STATED[kind]}, or set network.egress to isolated.`;
const ONLY = (kind: Kind): string => `Remove the route: the only way out is ${STATED[kind]}.`;

const CASES: readonly Case[] = [
    {
        what: "a studio subnet without its default route",
        kind: "nat",
        mutate: (stack) => without(stack, "out-studio-a"),
        verdict: "broken",
        evidence: [`${A} has no default route`],
        fix: ADD("nat"),
    },
    {
        what: "a NAT subnet without its default route",
        kind: "nat",
        mutate: (stack) => without(stack, "out-nat-a"),
        verdict: "broken",
        evidence: [`${A} > route out-studio-a (0.0.0.0/0) to nat-gateway gateway-a > ${NAT_A} has no default route`],
        fix: ADD("nat"),
    },
    {
        what: "the NAT gateway of another zone",
        kind: "nat",
        mutate: (stack) => change(stack, "out-studio-a", "natGatewayId", ref("gateway-b")),
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to nat-gateway gateway-b > subnet nat-b > route table table-nat-b > ` +
                "route out-nat-b (0.0.0.0/0) to internet-gateway igw: subnet nat-b is in another zone than studio-a",
        ],
        fix: "Lead route out-studio-a to the NAT gateway of its own zone.",
    },
    {
        what: "a way past the NAT gateway for one range",
        kind: "nat",
        mutate: (stack) => [
            ...stack,
            route("leak", "studio-a", { destinationCidrBlock: "203.0.113.0/24", gatewayId: ref("igw") }),
        ],
        verdict: "broken",
        evidence: [`${A} > route leak (203.0.113.0/24) to internet-gateway igw`],
        fix: ONLY("nat"),
        besides: { "network.private-tiers": "broken" },
    },
    {
        what: "a route for a part of the internet behind the stated way",
        kind: "nat",
        mutate: (stack) => [
            ...stack,
            route("part", "nat-a", { destinationCidrBlock: "203.0.113.0/24", gatewayId: ref("igw") }),
        ],
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to nat-gateway gateway-a > ${NAT_A} > ` +
                "route part (203.0.113.0/24) to internet-gateway igw",
        ],
        fix: "Remove route part, or make it the default route 0.0.0.0/0.",
    },
    {
        what: "a NAT gateway that is private",
        kind: "nat",
        mutate: (stack) => change(stack, "gateway-a", "connectivityType", "private"),
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to nat-gateway gateway-a > ${NAT_A} > ${OUT_A}: gateway-a is private`,
        ],
        fix: "Make it public.",
    },
    {
        what: "a zone that nobody can read",
        kind: "nat",
        mutate: (stack) => change(stack, "nat-a", "availabilityZone", UNKNOWN),
        verdict: "not proven",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to nat-gateway gateway-a > ${NAT_A} > ${OUT_A}: the zone of subnet nat-a is not known`,
        ],
        fix: "Decided once what is named above is known, and part of this stack.",
    },
    {
        what: "a default route to a transit gateway",
        kind: "nat",
        mutate: (stack) => [
            ...without(stack, "out-studio-a"),
            route("away", "studio-a", { transitGatewayId: "tgw-1" }),
        ],
        verdict: "not proven",
        evidence: [`${A} > route away (0.0.0.0/0) to transit-gateway tgw-1 > leaves this stack`],
        fix: "Make the route's target readable: a resource of this stack, or an id.",
    },
    {
        what: "a studio subnet that goes around the firewall",
        kind: "firewall",
        mutate: (stack) => [
            ...without(stack, "out-studio-a"),
            route("around", "studio-a", { natGatewayId: ref("gateway-a") }),
        ],
        verdict: "broken",
        evidence: [`${A} > route around (0.0.0.0/0) to nat-gateway gateway-a > ${NAT_A} > ${OUT_A}`],
        fix: ONLY("firewall"),
        besides: { "network.symmetric": "broken" },
    },
    {
        what: "a firewall subnet with an internet gateway of its own",
        kind: "firewall",
        mutate: (stack) => [
            ...without(stack, "out-firewall-a"),
            route("direct", "firewall-a", { gatewayId: ref("igw") }),
        ],
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall > ${FIREWALL_A} > ` +
                "route direct (0.0.0.0/0) to internet-gateway igw",
        ],
        fix: ONLY("firewall"),
        besides: { "network.symmetric": "broken" },
    },
    {
        what: "a firewall subnet without its default route",
        kind: "firewall",
        mutate: (stack) => without(stack, "out-firewall-a"),
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall > ${FIREWALL_A} has no default route`,
        ],
        fix: ADD("firewall"),
        besides: { "network.symmetric": "broken" },
    },
    {
        what: "the firewall endpoint of another zone",
        kind: "firewall",
        mutate: (stack) => change(stack, "out-studio-a", "vpcEndpointId", endpointId("b")),
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall > subnet firewall-b > route table table-firewall-b > ` +
                "route out-firewall-b (0.0.0.0/0) to nat-gateway gateway-b > subnet nat-b > route table table-nat-b > " +
                "route out-nat-b (0.0.0.0/0) to internet-gateway igw: subnet firewall-b is in another zone than studio-a",
        ],
        fix: "Lead route out-studio-a to the firewall endpoint of its own zone.",
        besides: { "network.symmetric": "broken" },
    },
    {
        what: "a firewall that leads to the NAT gateway of another zone",
        kind: "firewall",
        mutate: (stack) => change(stack, "out-firewall-a", "natGatewayId", ref("gateway-b")),
        verdict: "broken",
        evidence: [
            `${A} > route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall > ${FIREWALL_A} > ` +
                "route out-firewall-a (0.0.0.0/0) to nat-gateway gateway-b > subnet nat-b > route table table-nat-b > " +
                "route out-nat-b (0.0.0.0/0) to internet-gateway igw: subnet nat-b is in another zone than studio-a",
        ],
        fix: "Lead route out-firewall-a to the NAT gateway of its own zone.",
        besides: { "network.symmetric": "broken" },
    },
];

for (const ids of ["known", "unknown"] as const) {
    describe(`The only way out, ids ${ids}`, () => {
        for (const kind of ["nat", "firewall"] as const) {
            for (const count of [1, 2, 3]) {
                it(`holds, with all other proofs, by ${kind} in ${count} zones`, () => {
                    assert.deepEqual(failing(topology(kind, ZONES.slice(0, count)), ids, intent(kind)), {});
                });
            }
        }

        for (const { what, kind, mutate, verdict, evidence, fix, besides = {} } of CASES) {
            it(`is ${verdict} with ${what}`, () => {
                const stack = mutate(topology(kind));
                const found = proof(stack, ids, kind);
                assert.deepEqual([found.verdict, found.evidence, found.fix], [verdict, evidence, fix]);
                assert.deepEqual(failing(stack, ids, intent(kind)), { [ID]: verdict, ...besides });
            });
        }

        it("is broken by an internet gateway that is not attached to the VPC", () => {
            const stack = change(topology("nat"), "igw", "vpcId", undefined);
            const { verdict, evidence, fix } = proof(stack, ids, "nat");
            assert.deepEqual([verdict, evidence.length, fix], ["broken", 2, "Set vpcId of igw."]);
            const attached = [
                ...stack,
                sketch("ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
                    internetGatewayId: ref("igw"),
                    vpcId: ref("vpc"),
                }),
            ];
            assert.equal(proof(attached, ids, "nat").verdict, "holds");
        });

        it("compares zones by name and id alike", () => {
            const renamed = topology("nat").map((each) =>
                each.name === "studio-a" || each.name === "endpoint-a"
                    ? { ...each, props: { ...each.props, availabilityZone: undefined, availabilityZoneId: "euw1-az1" } }
                    : each,
            );
            assert.equal(proof(renamed, ids, "nat").verdict, "not proven");
            const both = change(renamed, "nat-a", "availabilityZoneId", "euw1-az1");
            assert.equal(proof(both, ids, "nat").verdict, "holds");
            assert.equal(proof(change(both, "nat-a", "availabilityZoneId", "euw1-az2"), ids, "nat").verdict, "broken");
        });

        it("is broken while the groups let nothing out, or more than HTTP, HTTPS and time", () => {
            const closed = proof(without(topology("nat"), "out-internet"), ids, "nat");
            assert.deepEqual(closed.evidence, [
                "Studio apps: egress on 443 of group-studio to the internet: not admitted",
                "shared spaces: egress on 443 of group-studio to the internet: not admitted",
            ]);
            assert.equal(closed.fix, "Let group-studio out on 443 to 0.0.0.0/0.");
            const rule = (props: Record<string, unknown>): Sketch[] => [
                ...topology("nat"),
                sketch("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "more", {
                    securityGroupId: ref("group-studio"),
                    ...props,
                }),
            ];
            const tcp = (port: number): Record<string, unknown> => ({
                ipProtocol: "tcp",
                fromPort: port,
                toPort: port,
            });
            const udp = { ipProtocol: "udp", fromPort: 123, toPort: 123 };
            for (const [props, verdict] of [
                [{ ...tcp(80), cidrIpv4: "0.0.0.0/0" }, "holds"],
                [{ ...udp, cidrIpv4: "203.0.113.7/32" }, "holds"],
                [{ ...tcp(22), cidrIpv4: "10.0.9.0/24" }, "holds"],
                [{ ...udp, cidrIpv4: "0.0.0.0/0" }, "broken"],
                [{ ...tcp(22), cidrIpv4: "203.0.113.7/32" }, "broken"],
                [{ ...tcp(80), toPort: 443, cidrIpv4: "0.0.0.0/0" }, "broken"],
                [{ ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }, "broken"],
                [{ ipProtocol: "-1", cidrIpv6: "::/0" }, "broken"],
                [{ ...tcp(80), fromPort: UNKNOWN, cidrIpv4: "0.0.0.0/0" }, "not proven"],
            ] as const) {
                assert.equal(proof(rule(props), ids, "nat").verdict, verdict, JSON.stringify(props));
            }
            const { evidence, fix } = proof(rule({ ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }), ids, "nat");
            assert.equal(evidence[0], "Studio apps: rule more of group-studio lets out more than HTTP, HTTPS and time");
            assert.equal(fix, "Narrow rule more to TCP 443.");
        });
    });
}

/** NAT gateway before the firewall, whose answers an edge table of the internet gateway leads in. */
function natFirst(): Sketch[] {
    const stack = without(topology("firewall"), "back-a", "back-b");
    return [
        ...["a", "b"].reduce((each, zone) => {
            const swapped = change(each, `out-studio-${zone}`, "vpcEndpointId", undefined);
            const toNat = change(swapped, `out-studio-${zone}`, "natGatewayId", ref(`gateway-${zone}`));
            const noIgw = change(toNat, `out-nat-${zone}`, "gatewayId", undefined);
            const toFirewall = change(noIgw, `out-nat-${zone}`, "vpcEndpointId", endpointId(zone));
            const noNat = change(toFirewall, `out-firewall-${zone}`, "natGatewayId", undefined);
            return change(noNat, `out-firewall-${zone}`, "gatewayId", ref("igw"));
        }, stack),
        sketch("ec2/routeTable:RouteTable", "table-edge", { vpcId: ref("vpc") }),
        sketch("ec2/routeTableAssociation:RouteTableAssociation", "association-edge", {
            gatewayId: ref("igw"),
            routeTableId: ref("table-edge"),
        }),
        ...["a", "b"].map((zone, at) =>
            route(`in-${zone}`, "edge", {
                destinationCidrBlock: rangeOf("nat", at),
                vpcEndpointId: endpointId(zone),
            }),
        ),
    ];
}

for (const ids of ["known", "unknown"] as const) {
    describe(`A firewall behind the NAT gateways, ids ${ids}`, () => {
        const own = intent("firewall", { ownEgress: true });

        it("holds where the VPC brought it along, and nowhere else", () => {
            assert.deepEqual(failing(natFirst(), ids, own), {});
            assert.deepEqual(failing(natFirst(), ids, intent("firewall")), { [ID]: "broken" });
        });

        it("is broken without the edge table, or a route in it", () => {
            const noTable = without(natFirst(), "association-edge", "in-a", "in-b");
            assert.deepEqual(proofOf(noTable, ids, own, "network.symmetric").evidence, [
                "igw has no edge table, so answers to subnet nat-a go around the firewall",
                "igw has no edge table, so answers to subnet nat-b go around the firewall",
            ]);
            assert.deepEqual(proofOf(without(natFirst(), "in-b"), ids, own, "network.symmetric").evidence, [
                "edge table of igw: route table table-edge has no route back to 10.0.21.0/24 (nat-b), so answers go around the firewall; route in-a (10.0.20.0/24) to vpc-endpoint firewall does not",
            ]);
        });
    });
}
