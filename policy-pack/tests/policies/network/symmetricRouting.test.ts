import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, Ref, ref, type Sketch, Text, without } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { endpointOf, firewallStack, natBeforeFirewallStack, natStack, route } from "./firewallStack";

const target = (stack: readonly Sketch[], name: string, value: unknown): Sketch[] =>
    change(stack, name, "vpcEndpointId", value);
const noWayBack = (table: string, range: string, subnet: string, zone: string): string =>
    `violation: RouteTable ${table}: has no route to ${range} of Subnet ${subnet}, so answers pass by Firewall firewall. Add one to the endpoint of Firewall firewall in Subnet subnet-firewall-${zone}.`;
const otherWayBack = (route: string, range: string, subnet: string, zone: string): string =>
    `violation: Route ${route}: does not send the answers to ${range} of Subnet ${subnet} to the endpoint of Firewall firewall in Subnet subnet-firewall-${zone}, which sees the requests. Make that its target.`;
const otherZone = (zone: string, other: string, subnet = `subnet-${zone}`): string =>
    `violation: Route default-${zone}: sends traffic of Subnet ${subnet} to the endpoint of Firewall firewall in another zone (Subnet subnet-firewall-${other}). Use the endpoint of its own zone.`;

/** Routes that carry answers, without those that carry the requests. */
const UNUSED = [
    "violation: Route back-a: sends answers to 10.0.0.0/20 through Firewall firewall, which does not see the requests of Subnet subnet-a. Remove the route, or route the subnet to the firewall.",
];

/** The same resources under other names, as a second network of one program. */
function copyOf(stack: readonly Sketch[]): Sketch[] {
    const renamed = (value: unknown): unknown => {
        if (value instanceof Ref) {
            return ref(`second-${value.name}`, value.output);
        }
        if (value instanceof Text) {
            const refs = value.refs.map(({ name, output }) => ref(`second-${name}`, output));
            return new Text(refs, (...values) => `second-${value.build(...values)}`);
        }
        if (Array.isArray(value)) {
            return value.map(renamed);
        }
        return typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item)]))
            : value;
    };
    return stack.map((sketch) => ({
        ...sketch,
        name: `second-${sketch.name}`,
        props: renamed(sketch.props) as Record<string, unknown>,
    }));
}

describe("P53 network-firewall-symmetric-routing", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                ["a firewall, then NAT", firewallStack(), []],
                ["NAT, then a firewall", natBeforeFirewallStack(), []],
                ["no firewall", natStack(), []],
                [
                    "no way back",
                    without(firewallStack(), "back-a"),
                    [noWayBack("table-nat-a", "10.0.0.0/20", "subnet-a", "a")],
                ],
                [
                    "the way back for half of the subnet",
                    change(firewallStack(), "back-a", "destinationCidrBlock", "10.0.0.0/21"),
                    [
                        noWayBack("table-nat-a", "10.0.0.0/20", "subnet-a", "a"),
                        "undecided: Route back-a: no subnet with the range 10.0.0.0/21 is in the firewall's VPC in this stack, so whether its requests pass Firewall firewall cannot be told.",
                    ],
                ],
                [
                    "the way back through the other zone",
                    target(firewallStack(), "back-a", endpointOf("b")),
                    [otherWayBack("back-a", "10.0.0.0/20", "subnet-a", "a")],
                ],
                [
                    "the way back to something else",
                    change(
                        change(firewallStack(), "back-a", "vpcEndpointId", undefined),
                        "back-a",
                        "natGatewayId",
                        ref("nat-a"),
                    ),
                    [otherWayBack("back-a", "10.0.0.0/20", "subnet-a", "a")],
                ],
                [
                    "requests through the other zone",
                    target(firewallStack(), "default-a", endpointOf("b")),
                    [otherZone("a", "b"), noWayBack("table-nat-b", "10.0.0.0/20", "subnet-a", "b")],
                ],
                [
                    "the zones swapped, answers and all",
                    ["default-a", "back-a"].reduce(
                        (stack, name) => target(stack, name, endpointOf("b")),
                        firewallStack(),
                    ),
                    [otherZone("a", "b"), noWayBack("table-nat-b", "10.0.0.0/20", "subnet-a", "b")],
                ],
                ["answers without requests", without(firewallStack(), "default-a"), UNUSED],
                [
                    "the firewall's subnet leads nowhere",
                    without(firewallStack(), "onward-a"),
                    [
                        "violation: Subnet subnet-firewall-a: has no default route, so what Firewall firewall lets pass goes nowhere. Route it to the NAT gateway of its zone.",
                    ],
                ],
                [
                    "the firewall's subnet leads to the other zone's NAT gateway",
                    change(firewallStack(), "onward-a", "natGatewayId", ref("nat-b")),
                    [
                        "violation: Route onward-a: leads from one zone to another (Subnet subnet-firewall-a and Subnet subnet-nat-b). Use the NAT gateway of the firewall subnet's zone.",
                        noWayBack("table-nat-b", "10.0.0.0/20", "subnet-a", "a"),
                    ],
                ],
                [
                    "the firewall's subnet leads to a transit gateway",
                    change(
                        change(firewallStack(), "onward-a", "natGatewayId", undefined),
                        "onward-a",
                        "transitGatewayId",
                        "tgw-1",
                    ),
                    [
                        "undecided: Route onward-a: leads from Firewall firewall to something whose answers this policy cannot follow.",
                    ],
                ],
                [
                    "two mappings in one zone",
                    change(firewallStack(), "subnet-firewall-b", "availabilityZone", "eu-west-1a"),
                    [
                        "violation: Firewall firewall: Subnet subnet-firewall-a and Subnet subnet-firewall-b of its mappings are in one zone. Map one subnet per zone.",
                        otherZone("b", "b"),
                        "violation: Route onward-b: leads from one zone to another (Subnet subnet-firewall-b and Subnet subnet-nat-b). Use the NAT gateway of the firewall subnet's zone.",
                    ],
                ],
                [
                    "a zone without a mapping",
                    change(firewallStack(), "firewall", "subnetMappings", [{ subnetId: ref("subnet-firewall-a") }]),
                    [
                        "violation: Route default-b: leads to no endpoint of Firewall firewall: it has no subnet mapping there. Map a subnet of the same zone.",
                    ],
                ],
                [
                    "no edge table",
                    without(natBeforeFirewallStack(), "association-edge"),
                    ["a", "b"].map(
                        (zone) =>
                            `violation: InternetGateway igw: has no route table of its own, so answers to Subnet subnet-nat-${zone} pass by Firewall firewall. Associate one with a route to the endpoint for the subnet's whole range.`,
                    ),
                ],
                [
                    "no route at the edge",
                    without(natBeforeFirewallStack(), "back-b"),
                    [noWayBack("table-edge", "10.0.240.48/28", "subnet-nat-b", "b")],
                ],
                [
                    "the edge sends to the other zone",
                    target(natBeforeFirewallStack(), "back-b", endpointOf("a")),
                    [otherWayBack("back-b", "10.0.240.48/28", "subnet-nat-b", "b")],
                ],
                [
                    "the edge answers a subnet that asks elsewhere",
                    without(natBeforeFirewallStack(), "onward-b"),
                    [
                        "violation: Route back-b: sends answers to 10.0.240.48/28 through Firewall firewall, which does not see the requests of Subnet subnet-nat-b. Remove the route, or route the subnet to the firewall.",
                    ],
                ],
                [
                    "IPv6 is not followed",
                    [
                        ...firewallStack(),
                        {
                            ...route("six", "table-a", "", { vpcEndpointId: endpointOf("a") }),
                            props: {
                                routeTableId: ref("table-a"),
                                destinationIpv6CidrBlock: "::/0",
                                vpcEndpointId: endpointOf("a"),
                            },
                        },
                    ],
                    [
                        "undecided: Route six: is for IPv6, which this policy does not follow: whether answers come back through the firewall cannot be told.",
                    ],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P53", stack, {}, ids), expected));
            }
        });
    }

    it("an endpoint taken from the firewall alone, without a subnet, may be any", () => {
        const any = new Text([ref("firewall")], () => "vpce-firewall-a");
        assert.deepEqual(verdict("P53", target(firewallStack(), "default-a", any), {}, "unknown"), [
            "undecided: Route default-a: may lead to the endpoint of Firewall firewall in any of subnet-firewall-a, subnet-firewall-b.",
        ]);
        assert.deepEqual(verdict("P53", target(firewallStack(), "default-a", any), {}, "known"), []);
    });

    it("two VPCs with the same ranges are judged apart", () => {
        const twice = [...copyOf(firewallStack()), ...firewallStack()];
        for (const ids of ["known", "unknown"] as const) {
            assert.deepEqual(verdict("P53", twice, {}, ids), []);
            assert.deepEqual(verdict("P53", without(twice, "back-a"), {}, ids), [
                noWayBack("table-nat-a", "10.0.0.0/20", "subnet-a", "a"),
            ]);
        }
    });

    it("subnets of a VPC without a firewall are nobody's concern", () => {
        const far: Sketch[] = [
            { type: "aws:ec2/vpc:Vpc", name: "far", props: { cidrBlock: "10.9.0.0/16" } },
            {
                type: "aws:ec2/subnet:Subnet",
                name: "subnet-far",
                props: { vpcId: ref("far"), cidrBlock: "10.9.0.0/24" },
            },
            {
                type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
                name: "association-far",
                props: { subnetId: ref("subnet-far"), routeTableId: "rtb-far" },
            },
        ];
        assert.deepEqual(verdict("P53", [...firewallStack(), ...far]), []);
    });

    it("zones of which one has only its id and one only its name cannot be compared", () => {
        const stack = change(
            change(firewallStack(), "subnet-a", "availabilityZone", undefined),
            "subnet-a",
            "availabilityZoneId",
            "euw1-az1",
        );
        assert.deepEqual(verdict("P53", stack), [
            "undecided: Route default-a: whether Subnet subnet-a and Subnet subnet-firewall-a are in the same zone is not known.",
        ]);
    });

    it("the range of a subnet that is not known is not decided", () => {
        assert.deepEqual(verdict("P53", change(firewallStack(), "subnet-a", "cidrBlock", UNKNOWN)), [
            "undecided: Subnet subnet-a: its range is not known yet, so whether table-nat-a sends its answers to Firewall firewall cannot be told.",
            "undecided: Route back-a: no subnet with the range 10.0.0.0/20 is in the firewall's VPC in this stack, so whether its requests pass Firewall firewall cannot be told.",
        ]);
    });

    describe("what may lead to a firewall and cannot be followed", () => {
        const OPEN = "so whether a firewall sees both directions cannot be told.";
        const requests = (subnet: string): string =>
            `undecided: Route back-a: the routes of Subnet ${subnet} are not all decided, so whether its requests pass Firewall firewall cannot be told.`;
        const anyEndpoint = (zone: string): string =>
            `undecided: Route default-${zone}: which endpoint of Firewall firewall it leads to cannot be told: its subnet mappings are not all known, or not all of this stack.`;
        const edge = (zone: string): string =>
            `undecided: Subnet subnet-nat-${zone}: the edge table of InternetGateway igw is not decided: the gateway of association association-edge is not known, so the way of its answers cannot be told.`;
        const mapped = (value: unknown): Sketch[] =>
            change(firewallStack(), "firewall", "subnetMappings.0.subnetId", value);
        const inlineInA = (routes: unknown): Sketch[] =>
            change(without(firewallStack(), "default-a"), "table-a", "routes", routes);
        const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
            [
                "no mapping that is known",
                change(firewallStack(), "firewall", "subnetMappings", UNKNOWN),
                [anyEndpoint("a"), anyEndpoint("b")],
            ],
            ["a mapping that is not known", mapped(UNKNOWN), [anyEndpoint("a")]],
            ["a mapping in another stack", mapped("subnet-far"), [anyEndpoint("a")]],
            [
                "a route to an endpoint that is not known",
                target(firewallStack(), "default-a", UNKNOWN),
                [
                    `undecided: Route default-a: whether it leads to a firewall is not known, ${OPEN}`,
                    requests("subnet-a"),
                ],
            ],
            [
                "the same behind the NAT gateway",
                target(natBeforeFirewallStack(), "onward-a", UNKNOWN),
                [
                    `undecided: Route onward-a: whether it leads to a firewall is not known, ${OPEN}`,
                    requests("subnet-nat-a"),
                ],
            ],
            [
                "routes that are not known",
                inlineInA(UNKNOWN),
                [
                    `undecided: RouteTable table-a: not all routes of table-a are decided: the routes of table-a are not known yet, ${OPEN}`,
                    requests("subnet-a"),
                ],
            ],
            [
                "an inline route that is not known",
                inlineInA([UNKNOWN]),
                [
                    `undecided: RouteTable table-a: whether it leads to a firewall is not known, ${OPEN}`,
                    requests("subnet-a"),
                ],
            ],
            [
                "routes of the edge that are not known",
                change(natBeforeFirewallStack(), "table-edge", "routes", UNKNOWN),
                [
                    `undecided: RouteTable table-edge: not all routes of table-edge are decided: the routes of table-edge are not known yet, ${OPEN}`,
                ],
            ],
            [
                "an edge whose gateway is not known",
                change(natBeforeFirewallStack(), "association-edge", "gatewayId", UNKNOWN),
                [edge("a"), edge("b")],
            ],
            [
                "the same, of a subnet that asks elsewhere",
                change(without(natBeforeFirewallStack(), "onward-b"), "association-edge", "gatewayId", UNKNOWN),
                [
                    edge("a"),
                    "undecided: whether table-edge is the edge table of InternetGateway igw is not decided: the gateway of association association-edge is not known; if so: Route back-b: sends answers to 10.0.240.48/28 through Firewall firewall, which does not see the requests of Subnet subnet-nat-b. Remove the route, or route the subnet to the firewall.",
                ],
            ],
        ];
        for (const [what, stack, expected] of cases) {
            it(what, () => assert.deepEqual(verdict("P53", stack), expected));
        }

        it("an endpoint of a load balancer of the stack does not", () => {
            const stack: Sketch[] = [
                ...firewallStack(),
                {
                    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                    name: "inspection",
                    props: { vpcId: ref("studio"), vpcEndpointType: "GatewayLoadBalancer" },
                },
                route("to-inspection", "table-a", "10.9.0.0/16", { vpcEndpointId: ref("inspection") }),
            ];
            for (const ids of ["known", "unknown"] as const) {
                assert.deepEqual(verdict("P53", stack, {}, ids), []);
            }
        });

        it("a status that is not known leaves open whose endpoint an id is, unless it was taken from the firewall", () => {
            for (const path of ["firewallStatuses", "firewallStatuses.0.syncStates.0.attachments.0.endpointId"]) {
                const untold = change(firewallStack(), "firewall", path, UNKNOWN);
                assert.deepEqual(verdict("P53", untold), []);
                assert.deepEqual(verdict("P53", without(untold, "back-a")), [
                    noWayBack("table-nat-a", "10.0.0.0/20", "subnet-a", "a"),
                ]);
                assert.deepEqual(verdict("P53", target(untold, "default-a", "vpce-1")), [
                    `undecided: Route default-a: whether it leads to a firewall is not known, ${OPEN}`,
                    requests("subnet-a"),
                ]);
            }
        });

        it("a firewall that is not made yet has no endpoint whose id is known", () => {
            assert.deepEqual(verdict("P53", target(firewallStack(), "default-a", "vpce-1"), {}, "unknown"), UNUSED);
        });
    });

    isUndecidedWithout(
        "P53",
        [
            ["association-edge", "gatewayId"],
            ["association-edge", "routeTableId"],
            ["back-a", "vpcEndpointId"],
            ["onward-a", "vpcEndpointId"],
            ["firewall", "subnetMappings"],
        ],
        natBeforeFirewallStack(),
    );

    isUndecidedWithout(
        "P53",
        [
            ["firewall", "subnetMappings"],
            ["firewall", "subnetMappings.0"],
            ["firewall", "subnetMappings.0.subnetId"],
            ["default-a", "vpcEndpointId"],
            ["association-a", "routeTableId"],
            ["association-nat-a", "routeTableId"],
            ["association-firewall-a", "routeTableId"],
            ["table-firewall-a", "routes"],
            ["onward-a", "natGatewayId"],
            ["nat-a", "subnetId"],
            ["back-a", "vpcEndpointId"],
            ["back-a", "destinationCidrBlock"],
            ["subnet-firewall-a", "availabilityZone"],
        ],
        firewallStack(),
    );
});
