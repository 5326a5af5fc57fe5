import assert from "node:assert/strict";
import { isUnknown, SECRET, UNKNOWN } from "../../graph";
import { admitsTcp, networkOf, type Peer, type Route, type Rule } from "../../graph/topology";
import { change, graphOf, ref, type Sketch, Text, without } from "../fixture/build";
import { cleanStack } from "../fixture/stack";

const GATEWAYS: Sketch[] = [
    { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: {} },
    { type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", name: "eigw", props: {} },
    { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: { subnetId: ref("subnet-a") } },
    { type: "aws:ec2/vpnGateway:VpnGateway", name: "vgw", props: {} },
    { type: "aws:ec2transitgateway/transitGateway:TransitGateway", name: "tgw", props: {} },
    { type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection", name: "pcx", props: {} },
    {
        type: "aws:networkfirewall/firewall:Firewall",
        name: "firewall",
        props: { subnetMappings: [{ subnetId: ref("subnet-a") }, { subnetId: ref("subnet-b") }] },
    },
];

function route(props: Record<string, unknown>): Sketch {
    return { type: "aws:ec2/route:Route", name: "route", props: { routeTableId: ref("table-a"), ...props } };
}

function onlyRoute(stack: readonly Sketch[], ids: "known" | "unknown"): Route {
    const table = networkOf(graphOf(stack, ids)).routeTables.find(({ name }) => name === "table-a");
    const [only] = table?.routes ?? [];
    assert.ok(only);
    return only;
}

describe("routes", () => {
    const targets: readonly (readonly [field: string, value: unknown, kind: string, resource?: string])[] = [
        ["gatewayId", ref("igw"), "internet-gateway", "igw"],
        ["gatewayId", ref("vgw"), "virtual-gateway", "vgw"],
        ["gatewayId", ref("endpoint-s3"), "vpc-endpoint", "endpoint-s3"],
        ["egressOnlyGatewayId", ref("eigw"), "egress-only-internet-gateway", "eigw"],
        ["natGatewayId", ref("nat"), "nat-gateway", "nat"],
        ["transitGatewayId", ref("tgw"), "transit-gateway", "tgw"],
        ["vpcPeeringConnectionId", ref("pcx"), "peering", "pcx"],
        ["vpcEndpointId", ref("firewall"), "vpc-endpoint", "firewall"],
    ];
    for (const ids of ["known", "unknown"] as const) {
        for (const [field, value, kind, resource] of targets) {
            it(`${field} to ${resource}, ids ${ids}`, () => {
                const stack = [
                    ...cleanStack(),
                    ...GATEWAYS,
                    route({ destinationCidrBlock: "0.0.0.0/0", [field]: value }),
                ];
                const { target } = onlyRoute(stack, ids);
                assert.deepEqual([target.kind, target.resource?.name], [kind, resource]);
            });
        }
    }

    const external: readonly (readonly [field: string, id: string, kind: string])[] = [
        ["gatewayId", "igw-1", "internet-gateway"],
        ["gatewayId", "vgw-1", "virtual-gateway"],
        ["gatewayId", "vpce-1", "vpc-endpoint"],
        ["gatewayId", "cagw-1", "unknown"],
        ["transitGatewayId", "tgw-1", "transit-gateway"],
        ["networkInterfaceId", "eni-1", "network-interface"],
        ["carrierGatewayId", "cagw-1", "carrier-gateway"],
        ["coreNetworkArn", "arn:aws:networkmanager::1:core-network/c", "core-network"],
    ];
    for (const [field, id, kind] of external) {
        it(`${field} ${id} of another stack is ${kind}`, () => {
            const { target } = onlyRoute(
                [...cleanStack(), route({ destinationCidrBlock: "10.9.0.0/16", [field]: id })],
                "known",
            );
            assert.deepEqual([target.kind, target.id], [kind, id]);
        });
    }

    it("an unknown gateway with nothing to go by may be any", () => {
        const { target } = onlyRoute(
            [...cleanStack(), route({ destinationCidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN })],
            "known",
        );
        assert.deepEqual(target, {
            kind: "unknown",
            possible: ["internet-gateway", "virtual-gateway", "vpc-endpoint"],
        });
    });

    it("inline: a gateway that may be one of two is unknown, with both kinds", () => {
        const routes = [
            { cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") },
            { cidrBlock: "10.9.0.0/16", gatewayId: ref("vgw") },
        ];
        const stack = change([...cleanStack(), ...GATEWAYS], "table-a", "routes", routes);
        assert.deepEqual(onlyRoute(stack, "unknown").target, {
            kind: "unknown",
            possible: ["internet-gateway", "virtual-gateway"],
        });
        assert.equal(onlyRoute(stack, "known").target.kind, "internet-gateway");
    });

    const destinations: readonly (readonly [Record<string, unknown>, string, unknown])[] = [
        [{ destinationCidrBlock: "10.0.0.0/8" }, "ipv4", "10.0.0.0/8"],
        [{ destinationIpv6CidrBlock: "::/0" }, "ipv6", "::/0"],
        [{ destinationPrefixListId: "pl-1" }, "prefix-list", "pl-1"],
        [{ destinationPrefixListId: UNKNOWN }, "prefix-list", UNKNOWN],
        [{ destinationCidrBlock: UNKNOWN }, "unknown", UNKNOWN],
        [{}, "unknown", UNKNOWN],
    ];
    for (const [props, kind, value] of destinations) {
        it(`destination ${JSON.stringify(props)} is ${kind}`, () => {
            const { destination } = onlyRoute([...cleanStack(), route({ ...props, gatewayId: "igw-1" })], "known");
            assert.deepEqual(destination, { kind, value });
        });
    }

    it("local", () => {
        assert.deepEqual(
            onlyRoute([...cleanStack(), route({ destinationCidrBlock: "10.0.0.0/16", gatewayId: "local" })], "known")
                .target,
            { kind: "local" },
        );
    });

    it("a route of an unknown table may be in any", () => {
        const stack = change([...cleanStack(), route({ gatewayId: "igw-1" })], "route", "routeTableId", UNKNOWN);
        assert.ok(
            networkOf(graphOf(stack)).routeTables.every(({ undecided }) =>
                undecided.includes("the table of route route is not decided"),
            ),
        );
    });
});

describe("the route table of a subnet", () => {
    function table(stack: readonly Sketch[], ids: "known" | "unknown" = "known"): object {
        const network = networkOf(graphOf(stack, ids));
        const subnet = network.subnets.find(({ resource }) => resource.name === "subnet-a");
        assert.ok(subnet);
        return subnet.table.decided
            ? { by: subnet.table.by, name: subnet.table.table.name }
            : { why: subnet.table.why };
    }
    const bare = without(cleanStack(), "association-a");

    it("explicit association", () => {
        assert.deepEqual(table(cleanStack()), { by: "association", name: "table-a" });
        assert.deepEqual(table(cleanStack(), "unknown"), { by: "association", name: "table-a" });
    });
    it("main table of the VPC", () => assert.deepEqual(table(bare), { by: "main", name: "main table of studio" }));
    it("another table made the main one", () => {
        const main: Sketch = {
            type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
            name: "main",
            props: { vpcId: ref("studio"), routeTableId: ref("table-b") },
        };
        assert.deepEqual(table([...bare, main], "unknown"), { by: "main", name: "table-b" });
    });
    it("an association whose subnet is not known may be this one's", () => {
        assert.deepEqual(table(change(bare, "association-b", "subnetId", SECRET)), {
            why: "the subnet of association association-b is not known",
        });
    });
    it("an association that may be of two subnets", () => {
        const both = new Text([ref("subnet-a"), ref("subnet-b")], (first) => first);
        const stack = change(without(cleanStack(), "association-b"), "association-a", "subnetId", both);
        assert.deepEqual(table(stack, "unknown"), {
            why: "association association-a: subnetId may mean any of subnet-a, subnet-b",
        });
        assert.deepEqual(table(stack), { by: "association", name: "table-a" });
    });
    it("an adopted default table of an unknown VPC may be any main table", () => {
        const adopted: Sketch = {
            type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
            name: "adopted",
            props: { defaultRouteTableId: UNKNOWN },
        };
        const main = networkOf(graphOf([...bare, adopted])).routeTables.find(({ name }) => name.startsWith("main"));
        assert.deepEqual(main?.undecided, ["the VPC of default route table adopted is not known"]);
    });
    it("a main table association of an unknown VPC may be this one's", () => {
        const main: Sketch = {
            type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
            name: "main",
            props: { vpcId: UNKNOWN, routeTableId: ref("table-b") },
        };
        assert.deepEqual(table([...bare, main]), { why: "the VPC of main table association main is not known" });
    });
    it("a table of another stack", () => {
        assert.deepEqual(table(change(cleanStack(), "association-a", "routeTableId", "rtb-far")), {
            why: "route table rtb-far is not in this stack",
        });
    });
    it("a VPC of another stack", () => {
        assert.deepEqual(table(change(bare, "subnet-a", "vpcId", "vpc-far")), {
            why: "the VPC of subnet subnet-a is not in this stack or not known",
        });
    });
});

describe("endpoints", () => {
    const endpoint = (stack: readonly Sketch[], name: string, ids: "known" | "unknown" = "known"): object => {
        const found = networkOf(graphOf(stack, ids)).endpoints.find(({ resource }) => resource.name === name);
        assert.ok(found);
        return {
            type: found.type,
            privateDns: found.privateDns,
            tables: found.tables.tables.map((each) => each.name),
            subnets: found.subnets.found.map((each) => each.name),
            groups: found.groups.found.map((each) => each.name),
            undecided: [...found.tables.undecided, ...found.subnets.undecided, ...found.groups.undecided],
        };
    };

    for (const ids of ["known", "unknown"] as const) {
        it(`own lists, ids ${ids}`, () => {
            assert.deepEqual(endpoint(cleanStack(), "endpoint-s3", ids), {
                type: "Gateway",
                privateDns: false,
                tables: ["table-a", "table-b"],
                subnets: [],
                groups: [],
                undecided: [],
            });
            assert.deepEqual(endpoint(cleanStack(), "endpoint-sts", ids), {
                type: "Interface",
                privateDns: true,
                tables: [],
                subnets: ["subnet-a", "subnet-b"],
                groups: ["group-endpoints"],
                undecided: [],
            });
        });

        it(`associations of their own, ids ${ids}`, () => {
            const association = (type: string, property: string, to: string): Sketch => ({
                type: `aws:ec2/${type}`,
                name: property,
                props: { vpcEndpointId: ref("endpoint-sts"), [property]: ref(to) },
            });
            const stack = [
                ...change(
                    change(cleanStack(), "endpoint-sts", "subnetIds", [ref("subnet-b")]),
                    "endpoint-sts",
                    "securityGroupIds",
                    undefined,
                ),
                association("vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "subnetId", "subnet-a"),
                association("securityGroupAssociation:SecurityGroupAssociation", "securityGroupId", "group-ann"),
                {
                    type: "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
                    name: "dns",
                    props: { vpcEndpointId: ref("endpoint-sts"), privateDnsEnabled: false },
                },
            ];
            assert.deepEqual(endpoint(stack, "endpoint-sts", ids), {
                type: "Interface",
                privateDns: false,
                tables: [],
                subnets: ["subnet-b", "subnet-a"],
                groups: ["group-ann"],
                undecided: [],
            });
        });
    }

    it("lists that cannot be told are undecided", () => {
        const unread = (path: string, value: unknown): unknown =>
            (endpoint(change(cleanStack(), "endpoint-sts", path, value), "endpoint-sts") as { undecided: unknown })
                .undecided;
        assert.deepEqual(unread("subnetIds", UNKNOWN), ["subnetIds is not known yet"]);
        assert.deepEqual(unread("securityGroupIds", [UNKNOWN]), ["securityGroupIds is not known yet"]);
        assert.deepEqual(unread("subnetConfigurations", UNKNOWN), ["subnetConfigurations is not known yet"]);
        assert.deepEqual(unread("subnetConfigurations", [{ subnetId: UNKNOWN }]), [
            "subnetConfigurations.0.subnetId is not known yet",
        ]);
    });

    it("fixed addresses name subnets too", () => {
        const stack = change(
            change(cleanStack(), "endpoint-sts", "subnetIds", undefined),
            "endpoint-sts",
            "subnetConfigurations",
            [{ subnetId: ref("subnet-a"), ipv4: "10.0.0.9" }],
        );
        assert.deepEqual((endpoint(stack, "endpoint-sts", "unknown") as { subnets: unknown }).subnets, ["subnet-a"]);
    });

    it("without a type it is a gateway; unknown stays unknown", () => {
        assert.equal(
            (
                endpoint(change(cleanStack(), "endpoint-sts", "vpcEndpointType", undefined), "endpoint-sts") as {
                    type: unknown;
                }
            ).type,
            "Gateway",
        );
        assert.equal(
            (
                endpoint(change(cleanStack(), "endpoint-sts", "vpcEndpointType", UNKNOWN), "endpoint-sts") as {
                    type: unknown;
                }
            ).type,
            UNKNOWN,
        );
    });

    it("an association whose endpoint is not known leaves every endpoint undecided", () => {
        const stack = [
            ...cleanStack(),
            {
                type: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
                name: "loose",
                props: { vpcEndpointId: UNKNOWN, routeTableId: ref("table-a") },
            },
        ];
        assert.deepEqual((endpoint(stack, "endpoint-s3") as { undecided: unknown }).undecided, [
            "association loose is not known for certain",
        ]);
    });
});

describe("security groups", () => {
    function rules(
        stack: readonly Sketch[],
        name: string,
        ids: "known" | "unknown" = "known",
    ): { ingress: readonly Rule[]; egress: readonly Rule[]; undecided: readonly string[] } {
        const group = networkOf(graphOf(stack, ids)).securityGroups.find(({ resource }) => resource.name === name);
        assert.ok(group);
        return group;
    }
    const text = (peer: Peer): string => {
        switch (peer.kind) {
            case "group":
                return `group ${peer.group.name}`;
            case "external-group":
                return `group ${peer.id}`;
            case "prefix-list":
                return `list ${isUnknown(peer.id) ? "?" : peer.id}`;
            case "unknown":
                return "?";
            case "ipv4":
            case "ipv6":
                return peer.cidr;
        }
    };
    const line = ({ direction, protocol, fromPort, toPort, peer }: Rule): string =>
        `${direction} ${String(protocol)} ${String(fromPort)}-${String(toPort)} ${text(peer)}`;

    const inline = {
        protocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrBlocks: ["10.0.0.0/8", "192.168.0.0/16"],
        ipv6CidrBlocks: ["fd00::/8"],
        prefixListIds: ["pl-1"],
        securityGroups: [ref("group-ann"), "sg-far"],
        self: true,
    };
    const peers = [
        "10.0.0.0/8",
        "192.168.0.0/16",
        "fd00::/8",
        "list pl-1",
        "group group-ann",
        "group sg-far",
        "group group-everybody",
    ];

    for (const ids of ["known", "unknown"] as const) {
        it(`inline: one rule for each source, ids ${ids}`, () => {
            const stack = change(
                change(cleanStack(), "group-everybody", "ingress", [inline]),
                "group-everybody",
                "egress",
                [{ protocol: -1, fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
            );
            const group = rules(stack, "group-everybody", ids);
            assert.deepEqual(
                group.ingress.map(line),
                peers.map((peer) => `ingress tcp 443-443 ${peer}`),
            );
            assert.deepEqual(group.egress.map(line), ["egress all undefined-undefined 0.0.0.0/0"]);
            assert.deepEqual(group.undecided, []);
        });

        it(`both kinds of rule resources, ids ${ids}`, () => {
            const stack: Sketch[] = [
                ...cleanStack(),
                {
                    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                    name: "old",
                    props: {
                        type: "egress",
                        securityGroupId: ref("group-everybody"),
                        sourceSecurityGroupId: ref("group-endpoints"),
                        protocol: "6",
                        fromPort: 443,
                        toPort: 443,
                    },
                },
                {
                    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                    name: "new",
                    props: {
                        securityGroupId: ref("group-everybody"),
                        prefixListId: "pl-1",
                        ipProtocol: "udp",
                        fromPort: 53,
                        toPort: 53,
                    },
                },
            ];
            assert.deepEqual(rules(stack, "group-everybody", ids).egress.map(line), [
                "egress tcp 443-443 group group-endpoints",
                "egress udp 53-53 list pl-1",
            ]);
        });
    }

    it("a rule that names nobody is kept, its peer unknown", () => {
        assert.deepEqual(
            rules(
                change(cleanStack(), "group-everybody", "ingress", [{ protocol: "tcp", fromPort: 1, toPort: 2 }]),
                "group-everybody",
            ).ingress.map(line),
            ["ingress tcp 1-2 ?"],
        );
    });

    it("unknown parts stay unknown", () => {
        const stack = change(cleanStack(), "group-everybody", "ingress", [
            { protocol: UNKNOWN, fromPort: UNKNOWN, toPort: 9, cidrBlocks: [UNKNOWN], self: UNKNOWN },
        ]);
        assert.deepEqual(rules(stack, "group-everybody").ingress.map(line), [
            "ingress [unknown] [unknown]-9 ?",
            "ingress [unknown] [unknown]-9 ?",
        ]);
    });

    const undecided: readonly (readonly [string, string, string, unknown, string])[] = [
        [
            "unknown inline rules",
            "group-everybody",
            "ingress",
            UNKNOWN,
            "the ingress rules of group-everybody are not known yet",
        ],
        [
            "a rule of an unknown group",
            "endpoints-https",
            "securityGroupId",
            UNKNOWN,
            "the group of rule endpoints-https is not known for certain",
        ],
    ];
    for (const [what, name, path, value, why] of undecided) {
        it(what, () =>
            assert.deepEqual(rules(change(cleanStack(), name, path, value), "group-everybody").undecided, [why]),
        );
    }

    const admits: readonly (readonly [Partial<Rule>, boolean | typeof UNKNOWN])[] = [
        [{ protocol: "tcp", fromPort: 443, toPort: 443 }, true],
        [{ protocol: "tcp", fromPort: 0, toPort: 65535 }, true],
        [{ protocol: "all" }, true],
        [{ protocol: "tcp" }, true],
        [{ protocol: "tcp", fromPort: 80, toPort: 442 }, false],
        [{ protocol: "udp", fromPort: 443, toPort: 443 }, false],
        [{ protocol: UNKNOWN, fromPort: 443, toPort: 443 }, UNKNOWN],
        [{ protocol: "tcp", fromPort: UNKNOWN, toPort: 443 }, UNKNOWN],
    ];
    for (const [rule, expected] of admits) {
        it(`${JSON.stringify(rule)} on 443`, () => {
            const [resource] = graphOf(cleanStack()).resources;
            assert.ok(resource);
            const whole: Rule = {
                resource,
                direction: "ingress",
                protocol: "tcp",
                peer: { kind: "ipv4", cidr: "10.0.0.0/8" },
                ...rule,
            };
            assert.equal(admitsTcp(whole, 443), expected);
        });
    }
});

describe("places and zones", () => {
    for (const ids of ["known", "unknown"] as const) {
        it(`subnets of a NAT gateway, an endpoint and a firewall, ids ${ids}`, () => {
            const graph = graphOf([...cleanStack(), ...GATEWAYS], ids);
            const places = (name: string): string[] => {
                const resource = graph.resources.find((each) => each.name === name);
                assert.ok(resource);
                return networkOf(graph)
                    .subnetsOf(resource)
                    .map((each) => each.resource.name);
            };
            assert.deepEqual(places("nat"), ["subnet-a"]);
            assert.deepEqual(places("endpoint-sts"), ["subnet-a", "subnet-b"]);
            assert.deepEqual(places("firewall"), ["subnet-a", "subnet-b"]);
            assert.deepEqual(places("igw"), []);
        });
    }

    it("zone ids count before names; neither is unknown", () => {
        const zone = (changes: Record<string, unknown>): unknown => {
            const stack = Object.entries(changes).reduce<Sketch[]>(
                (all, [path, value]) => change(all, "subnet-a", path, value),
                cleanStack(),
            );
            return networkOf(graphOf(stack)).subnets[0]?.zone;
        };
        assert.equal(zone({}), "eu-west-1a");
        assert.equal(zone({ availabilityZoneId: "euw1-az1" }), "euw1-az1");
        assert.equal(zone({ availabilityZone: undefined }), UNKNOWN);
    });

    it("secondary ranges belong to the VPC", () => {
        const secondary: Sketch = {
            type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
            name: "second",
            props: { vpcId: ref("studio"), cidrBlock: "100.64.0.0/16" },
        };
        assert.deepEqual(networkOf(graphOf([...cleanStack(), secondary], "unknown")).vpcs[0]?.cidrs, [
            "10.0.0.0/16",
            "100.64.0.0/16",
        ]);
    });
});
