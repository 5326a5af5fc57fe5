import assert from "node:assert/strict";
import { change, ref, type Ref, type Sketch, without } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const IGW: Sketch = { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: { vpcId: ref("studio") } };
const EIGW: Sketch = {
    type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
    name: "eigw",
    props: { vpcId: ref("studio") },
};
const NAT: Sketch = { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: { subnetId: ref("subnet-a") } };

function route(table: Ref, props: Record<string, unknown>): Sketch {
    return { type: "aws:ec2/route:Route", name: "route", props: { routeTableId: table, ...props } };
}

function says(what: string, place: string, target = "internet gateway", resource = "Route route"): string {
    return `violation: ${resource}: sends traffic to ${what} of Domain domain to an ${target}: ${place}. Remove the route.`;
}

const A = "Subnet subnet-a uses table-a";
const B = "Subnet subnet-b uses table-b";
const v4 = { destinationCidrBlock: "0.0.0.0/0", gatewayId: ref("igw") };

describe("P51 sagemaker-domain-subnets-private", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                [
                    "default route to an internet gateway",
                    [...cleanStack(), IGW, route(ref("table-a"), v4)],
                    [says("0.0.0.0/0", A)],
                ],
                [
                    "half of the internet",
                    [...cleanStack(), IGW, route(ref("table-b"), { ...v4, destinationCidrBlock: "128.0.0.0/1" })],
                    [says("128.0.0.0/1", B)],
                ],
                [
                    "IPv6 through an egress-only gateway",
                    [
                        ...cleanStack(),
                        EIGW,
                        route(ref("table-a"), { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: ref("eigw") }),
                    ],
                    [says("::/0", A, "egress only internet gateway")],
                ],
                [
                    "inline route of the table",
                    change([...cleanStack(), IGW], "table-a", "routes", [
                        { cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") },
                    ]),
                    [says("0.0.0.0/0", A, "internet gateway", "RouteTable table-a")],
                ],
                [
                    "a NAT gateway is another policy's concern",
                    [
                        ...cleanStack(),
                        NAT,
                        route(ref("table-a"), { destinationCidrBlock: "0.0.0.0/0", natGatewayId: ref("nat") }),
                    ],
                    [],
                ],
                [
                    "a table that serves no domain subnet",
                    [
                        ...cleanStack(),
                        IGW,
                        { type: "aws:ec2/routeTable:RouteTable", name: "public", props: { vpcId: ref("studio") } },
                        route(ref("public"), v4),
                    ],
                    [],
                ],
                [
                    "the main table, for a subnet without association",
                    [...without(cleanStack(), "association-a"), IGW, route(ref("studio", "mainRouteTableId"), v4)],
                    [says("0.0.0.0/0", "Subnet subnet-a uses main table of studio")],
                ],
                [
                    "the main table while every subnet has its own",
                    [...cleanStack(), IGW, route(ref("studio", "mainRouteTableId"), v4)],
                    [],
                ],
                [
                    "a table made the main one",
                    [
                        ...without(cleanStack(), "association-a"),
                        IGW,
                        {
                            type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
                            name: "main",
                            props: { vpcId: ref("studio"), routeTableId: ref("table-b") },
                        },
                        route(ref("table-b"), v4),
                    ],
                    [says("0.0.0.0/0", "Subnet subnet-a uses table-b"), says("0.0.0.0/0", B)],
                ],
                [
                    "the adopted default table",
                    [
                        ...without(cleanStack(), "association-a"),
                        IGW,
                        {
                            type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
                            name: "adopted",
                            props: {
                                defaultRouteTableId: ref("studio", "mainRouteTableId"),
                                routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") }],
                            },
                        },
                    ],
                    [
                        says(
                            "0.0.0.0/0",
                            "Subnet subnet-a uses main table of studio",
                            "internet gateway",
                            "DefaultRouteTable adopted",
                        ),
                    ],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P51", stack, {}, ids), expected));
            }
        });
    }

    it("a gateway made elsewhere is known by its id", () => {
        const stack = [
            ...cleanStack(),
            route(ref("table-a"), { destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-elsewhere" }),
        ];
        assert.deepEqual(verdict("P51", stack), [says("0.0.0.0/0", A)]);
    });

    it("subnets of another stack are not decided", () => {
        assert.deepEqual(verdict("P51", change(cleanStack(), "domain", "subnetIds", ["subnet-far"])), [
            "undecided: Domain domain: subnet subnet-far is not defined in this stack, so its routes cannot be judged.",
        ]);
    });

    const withRoute = [
        ...cleanStack(),
        route(ref("table-a"), { destinationCidrBlock: "10.1.0.0/16", gatewayId: "vgw-1" }),
    ];
    isUndecidedWithout(
        "P51",
        [
            ["domain", "subnetIds"],
            ["association-a", "subnetId"],
            ["association-a", "routeTableId"],
            ["table-a", "routes"],
            ["route", "gatewayId"],
        ],
        withRoute,
    );
});
