import assert from "node:assert/strict";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";
import { firewallStack, natBeforeFirewallStack, natStack, route } from "./firewallStack";

const place = (zone: string): string => `Subnet subnet-${zone} uses table-${zone}`;
const open = (zone: string, to = "0.0.0.0/0", name = `default-${zone}`, host = "Domain domain"): string =>
    `violation: Route ${name}: sends traffic to ${to} of ${host} to the internet through NatGateway nat-${zone} without a firewall: ${place(zone)}. Put the firewall endpoint of the zone before the NAT gateway.`;
const notKnown = (why: string): string =>
    `undecided: Route default-a: whether a firewall inspects traffic to 0.0.0.0/0 of Domain domain is not known: ${why}; ${place("a")}.`;

describe("P52 sagemaker-vpc-egress-inspected", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                ["no way out", cleanStack(), []],
                ["a firewall, then NAT", firewallStack(), []],
                ["NAT, then a firewall", natBeforeFirewallStack(), []],
                ["NAT alone in both zones", natStack(), [open("a"), open("b")]],
                ["NAT alone in one zone", without(natStack(), "default-b"), [open("a")]],
                [
                    "half of the internet",
                    change(without(natStack(), "default-b"), "default-a", "destinationCidrBlock", "128.0.0.0/1"),
                    [open("a", "128.0.0.0/1")],
                ],
                [
                    "one public range",
                    change(without(natStack(), "default-b"), "default-a", "destinationCidrBlock", "203.0.113.0/24"),
                    [open("a", "203.0.113.0/24")],
                ],
                [
                    "one public range behind NAT",
                    change(without(natStack(), "default-b"), "out-a", "destinationCidrBlock", "203.0.113.0/24"),
                    [open("a")],
                ],
                [
                    "past the firewall, to NAT",
                    [
                        ...firewallStack(),
                        route("shortcut", "table-a", "203.0.113.0/24", { natGatewayId: ref("nat-a") }),
                    ],
                    [open("a", "203.0.113.0/24", "shortcut")],
                ],
                [
                    "inline route",
                    change(without(natStack(), "default-a", "default-b"), "table-a", "routes", [
                        { cidrBlock: "0.0.0.0/0", natGatewayId: ref("nat-a") },
                    ]),
                    [open("a").replace("Route default-a", "RouteTable table-a")],
                ],
                [
                    "the main table, for a subnet without association",
                    change(
                        without(natStack(), "association-a", "default-b"),
                        "default-a",
                        "routeTableId",
                        ref("studio", "mainRouteTableId"),
                    ),
                    [open("a").replace("uses table-a", "uses main table of studio")],
                ],
                ["a NAT gateway that leads nowhere", without(natStack(), "out-a", "out-b"), []],
                [
                    "a NAT gateway behind a transit gateway",
                    change(
                        change(without(natStack(), "default-b"), "out-a", "gatewayId", undefined),
                        "out-a",
                        "transitGatewayId",
                        "tgw-1",
                    ),
                    [],
                ],
                [
                    "a transit gateway",
                    [...cleanStack(), route("default-a", "table-a", "0.0.0.0/0", { transitGatewayId: "tgw-1" })],
                    [],
                ],
                [
                    "a network interface",
                    [...cleanStack(), route("default-a", "table-a", "0.0.0.0/0", { networkInterfaceId: "eni-1" })],
                    [
                        `undecided: Route default-a: sends traffic to 0.0.0.0/0 of Domain domain to a network interface, and whether a firewall is behind it cannot be told: ${place("a")}.`,
                    ],
                ],
                [
                    "a network interface for a private range",
                    [...cleanStack(), route("default-a", "table-a", "10.9.0.0/16", { networkInterfaceId: "eni-1" })],
                    [],
                ],
                [
                    "a NAT gateway made elsewhere",
                    [...cleanStack(), route("default-a", "table-a", "0.0.0.0/0", { natGatewayId: "nat-far" })],
                    [notKnown("nat-far is not defined in this stack or not known yet")],
                ],
                [
                    "a NAT gateway in a subnet made elsewhere",
                    change(without(natStack(), "default-b"), "nat-a", "subnetId", "subnet-far"),
                    [notKnown("the subnet of NatGateway nat-a is not defined in this stack or not known yet")],
                ],
                [
                    "a private NAT gateway before another",
                    change(
                        change(without(natStack(), "default-b"), "out-a", "gatewayId", undefined),
                        "out-a",
                        "natGatewayId",
                        ref("nat-b"),
                    ),
                    [notKnown("where a route of table-nat-a leads is not known")],
                ],
                [
                    "a notebook in the same subnet",
                    [
                        ...without(natStack(), "default-b", "domain"),
                        {
                            type: "aws:sagemaker/notebookInstance:NotebookInstance",
                            name: "notebook",
                            props: { subnetId: ref("subnet-a") },
                        },
                    ].filter(({ name }) => name !== "profile-ann"),
                    [open("a", "0.0.0.0/0", "default-a", "NotebookInstance notebook")],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P52", stack, {}, ids), expected));
            }

            it("noInternet: not even through a firewall", () => {
                const out = (zone: string): string =>
                    `violation: Route default-${zone}: sends traffic to 0.0.0.0/0 of Domain domain out of the VPC, and noInternet allows no way to the internet: ${place(zone)}. Remove the route.`;
                assert.deepEqual(verdict("P52", firewallStack(), { noInternet: true }, ids), [out("a"), out("b")]);
                assert.deepEqual(verdict("P52", cleanStack(), { noInternet: true }, ids), []);
            });
        });
    }

    it("subnets of another stack are not decided", () => {
        assert.deepEqual(verdict("P52", change(cleanStack(), "domain", "subnetIds", ["subnet-far"])), [
            "undecided: Domain domain: subnet subnet-far is not defined in this stack, so its way to the internet cannot be judged.",
        ]);
    });

    isUndecidedWithout(
        "P52",
        [
            ["domain", "subnetIds"],
            ["association-a", "routeTableId"],
            ["table-a", "routes"],
            ["table-nat-a", "routes"],
            ["default-a", "natGatewayId"],
            ["nat-a", "subnetId"],
        ],
        natBeforeFirewallStack(),
    );
});
