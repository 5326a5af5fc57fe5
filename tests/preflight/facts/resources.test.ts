import assert from "node:assert/strict";

import * as fc from "fast-check";

import { isUnknown, ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkOf, type Route, type Rule } from "../../../policy-pack/graph/network";
import { type Facts, factsResources } from "../../../preflight/facts";
import { sample, withRoutes } from "./sample";

const STUDIO = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"];
const [ONE = "", TWO = ""] = STUDIO;
const TABLE = "rtb-0a1b2c3d4e5f60001";
const MAIN = "rtb-0a1b2c3d4e5f60000";

function model(facts: Facts): Network {
    return networkOf(new ResourceGraph(factsResources(facts)));
}

function routesOf(facts: Facts, subnet: string): readonly Route[] {
    const table = model(facts).subnets.find(({ resource }) => resource.id === subnet)?.table;
    assert.ok(table?.decided);
    assert.deepEqual(table.table.undecided, []);
    return table.table.routes;
}

function routeText({ destination, target }: Route): string {
    return `${String(destination.value)} > ${target.kind} ${target.resource?.name ?? target.id ?? "-"}`;
}

describe("facts as resources of the graph", () => {
    it("tell the VPC with its ranges and DNS attributes", () => {
        const facts = sample({
            vpc: {
                id: "vpc-0a1b2c3d4e5f60718",
                cidrs: ["10.50.0.0/16", "100.64.0.0/16"],
                dnsSupport: true,
                dnsHostnames: false,
            },
        });
        const [vpc, ...more] = model(facts).vpcs;
        assert.deepEqual(more, []);
        assert.deepEqual(vpc?.cidrs, ["10.50.0.0/16", "100.64.0.0/16"]);
        assert.equal(vpc.resource.props.enableDnsSupport, true);
        assert.equal(vpc.resource.props.enableDnsHostnames, false);
        assert.equal(vpc.resource.urn, "urn:pulumi:facts::existing::aws:ec2/vpc:Vpc::vpc-0a1b2c3d4e5f60718");
    });

    it("give each subnet its range, both spellings of its zone and its own table", () => {
        const { subnets } = model(sample());
        assert.deepEqual(
            subnets.map(({ resource, cidr, zone, table, vpc }) => ({
                id: resource.id,
                cidr,
                zone,
                name: resource.props.availabilityZone,
                public: resource.props.mapPublicIpOnLaunch,
                vpc: vpc.found.map(({ id }) => id),
                table: table.decided ? [table.by, table.table.name] : table.why,
            })),
            [
                { id: ONE, cidr: "10.50.0.0/20", zone: "euw1-az1", name: "eu-west-1a", at: 1 },
                { id: TWO, cidr: "10.50.16.0/20", zone: "euw1-az2", name: "eu-west-1b", at: 2 },
            ].map(({ at, ...each }) => ({
                ...each,
                public: false,
                vpc: ["vpc-0a1b2c3d4e5f60718"],
                table: ["association", `rtb-0a1b2c3d4e5f6000${at}`],
            })),
        );
    });

    it("let a subnet without a table of its own fall to the main one, with its routes", () => {
        const facts = sample();
        const routeTables = facts.routeTables
            .filter(({ id }) => id !== TABLE)
            .map((table) =>
                table.main
                    ? { ...table, routes: [{ destination: "0.0.0.0/0", target: "igw-0a1b2c3d4e5f60001" }] }
                    : table,
            );
        const subnet = model({ ...facts, routeTables }).subnets.find(({ resource }) => resource.id === ONE);
        assert.ok(subnet?.table.decided);
        assert.equal(subnet.table.by, "main");
        assert.equal(subnet.table.table.resource?.id, MAIN);
        assert.deepEqual(subnet.table.table.routes.map(routeText), [
            "0.0.0.0/0 > internet-gateway igw-0a1b2c3d4e5f60001",
        ]);
    });

    it("leave to AWS the routes it adds itself: local ones and those of gateway endpoints", () => {
        assert.deepEqual(routesOf(sample(), ONE), []);
    });

    const targets: readonly (readonly [string, string])[] = [
        ["igw-0a1b2c3d4e5f60001", "internet-gateway igw-0a1b2c3d4e5f60001"],
        ["vgw-0a1b2c3d4e5f60001", "virtual-gateway vgw-0a1b2c3d4e5f60001"],
        ["eigw-0a1b2c3d4e5f60001", "egress-only-internet-gateway eigw-0a1b2c3d4e5f60001"],
        ["nat-0a1b2c3d4e5f60009", "nat-gateway nat-0a1b2c3d4e5f60009"],
        ["tgw-0a1b2c3d4e5f60001", "transit-gateway tgw-0a1b2c3d4e5f60001"],
        ["pcx-0a1b2c3d4e5f60001", "peering pcx-0a1b2c3d4e5f60001"],
        ["vpce-0a1b2c3d4e5f60009", "vpc-endpoint vpce-0a1b2c3d4e5f60009"],
        ["eni-0a1b2c3d4e5f60001", "network-interface eni-0a1b2c3d4e5f60001"],
        ["cagw-0a1b2c3d4e5f60001", "carrier-gateway cagw-0a1b2c3d4e5f60001"],
        ["lgw-0a1b2c3d4e5f60001", "local-gateway lgw-0a1b2c3d4e5f60001"],
        [
            "arn:aws:networkmanager::111122223333:core-network/core-network-1",
            "core-network arn:aws:networkmanager::111122223333:core-network/core-network-1",
        ],
        // Nothing a proof may call private or absent.
        ["blackhole", "unknown -"],
        ["i-0a1b2c3d4e5f60001", "unknown -"],
        ["arn:aws:odb:eu-west-1:111122223333:odb-network/odbnet-1", "unknown -"],
    ];
    for (const [target, expected] of targets) {
        it(`read a route to ${target} as one to ${expected}`, () => {
            const routes = routesOf(withRoutes({ destination: "0.0.0.0/0", target }), ONE);
            assert.deepEqual(routes.map(routeText), [`0.0.0.0/0 > ${expected}`]);
        });
    }

    it("read destinations of all three kinds", () => {
        const destinations = ["10.60.0.0/16", "::/0", "pl-0a1b2c3d4e5f60001"];
        const facts = withRoutes(
            ...destinations.map((destination) => ({ destination, target: "tgw-0a1b2c3d4e5f60001" })),
        );
        assert.deepEqual(
            routesOf(facts, ONE).map(({ destination }) => [destination.kind, destination.value]),
            [
                ["ipv4", "10.60.0.0/16"],
                ["ipv6", "::/0"],
                ["prefix-list", "pl-0a1b2c3d4e5f60001"],
            ],
        );
    });

    it("stand a NAT gateway in its subnet and say whether it is public", () => {
        const facts = {
            ...withRoutes({ destination: "0.0.0.0/0", target: "nat-0a1b2c3d4e5f60001" }),
            natGateways: [{ id: "nat-0a1b2c3d4e5f60001", subnetId: TWO, connectivity: "private" as const }],
        };
        const [route] = routesOf(facts, ONE);
        assert.equal(route?.target.resource?.props.connectivityType, "private");
        const graph = new ResourceGraph(factsResources(facts));
        const nat = graph.ofType("aws:ec2/natGateway:NatGateway")[0];
        assert.ok(nat);
        assert.deepEqual(
            networkOf(graph)
                .subnetsOf(nat)
                .map(({ resource }) => resource.id),
            [TWO],
        );
    });

    it("tell a firewall's endpoints apart by their subnets, and nothing of its policy", () => {
        const firewallArn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall/edge";
        const ends = ["vpce-0a1b2c3d4e5f60011", "vpce-0a1b2c3d4e5f60012"];
        const facts = {
            ...withRoutes({ destination: "0.0.0.0/0", target: ends[1] ?? "" }),
            firewallEndpoints: ends.map((id, at) => ({ id, subnetId: STUDIO[at] ?? "", firewallArn })),
        };
        const [route] = routesOf(facts, ONE);
        assert.equal(route?.target.kind, "vpc-endpoint");
        assert.equal(route.target.resource?.id, firewallArn);
        assert.deepEqual(
            route.target.subnets?.map(({ id }) => id),
            [TWO],
        );
        assert.ok(isUnknown(route.target.resource.props.firewallPolicyArn));
        assert.ok(isUnknown(route.target.resource.props.deleteProtection));
    });

    it("associate an edge table with its gateway", () => {
        const facts = sample();
        const routeTables = facts.routeTables.map((table) =>
            table.id === TABLE ? { ...table, subnetIds: [], gatewayIds: ["igw-0a1b2c3d4e5f60001"] } : table,
        );
        const graph = new ResourceGraph(factsResources({ ...facts, routeTables }));
        const gateway = graph.ofType("aws:ec2/internetGateway:InternetGateway")[0];
        assert.ok(gateway);
        const edge = networkOf(graph).edgeTable(gateway);
        assert.ok(edge?.decided);
        assert.equal(edge.table.name, TABLE);
    });

    it("give endpoints their place, groups, tables, private names and policies", () => {
        const [s3, sts] = model(sample()).endpoints;
        assert.deepEqual(
            s3?.tables.tables.map(({ name }) => name),
            [TABLE, "rtb-0a1b2c3d4e5f60002"],
        );
        assert.equal(s3.type, "Gateway");
        assert.equal(sts?.type, "Interface");
        assert.equal(sts.serviceName, "com.amazonaws.eu-west-1.sts");
        assert.equal(sts.privateDns, true);
        assert.deepEqual(
            sts.subnets.found.map(({ id }) => id),
            STUDIO,
        );
        assert.deepEqual(
            sts.groups.found.map(({ id }) => id),
            ["sg-0a1b2c3d4e5f60001"],
        );
        assert.deepEqual(JSON.parse(String(sts.resource.props.policy)), sample().endpoints[1]?.policy);
    });

    const rules: readonly (readonly [Facts["securityGroups"][number]["rules"][number], Partial<Rule>])[] = [
        [
            { direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, peer: "10.50.0.0/16" },
            {
                direction: "ingress",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                peer: { kind: "ipv4", cidr: "10.50.0.0/16" },
            },
        ],
        [
            { direction: "egress", protocol: "-1", fromPort: null, toPort: null, peer: "::/0" },
            { direction: "egress", protocol: "all", peer: { kind: "ipv6", cidr: "::/0" } },
        ],
        [
            { direction: "ingress", protocol: "udp", fromPort: 53, toPort: 53, peer: "sg-0a1b2c3d4e5f60009" },
            {
                direction: "ingress",
                protocol: "udp",
                fromPort: 53,
                toPort: 53,
                peer: { kind: "external-group", id: "sg-0a1b2c3d4e5f60009" },
            },
        ],
        [
            { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: "pl-0a1b2c3d4e5f60001" },
            {
                direction: "egress",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                peer: { kind: "prefix-list", id: "pl-0a1b2c3d4e5f60001" },
            },
        ],
    ];
    for (const [rule, expected] of rules) {
        it(`keep the rule ${rule.direction} ${rule.protocol} ${rule.peer}`, () => {
            const securityGroups = sample().securityGroups.map((group) =>
                group.name === "endpoints" ? { ...group, rules: [rule] } : group,
            );
            const group = model(sample({ securityGroups })).securityGroups.find(
                ({ resource }) => resource.id === "sg-0a1b2c3d4e5f60001",
            );
            assert.ok(group);
            const [{ resource: _, ...found } = { resource: undefined }, ...more] = [...group.ingress, ...group.egress];
            assert.deepEqual(more, []);
            assert.deepEqual(found, expected);
        });
    }

    it("give network ACLs in the provider's form", () => {
        const networkAcls: Facts["networkAcls"] = [
            {
                id: "acl-0a1b2c3d4e5f60002",
                default: false,
                subnetIds: [ONE],
                entries: [
                    {
                        direction: "ingress",
                        number: 90,
                        action: "deny",
                        protocol: "6",
                        cidr: "::/0",
                        fromPort: 22,
                        toPort: 22,
                    },
                ],
            },
        ];
        const [acl] = factsResources(sample({ networkAcls })).filter(
            ({ type }) => type === "aws:ec2/networkAcl:NetworkAcl",
        );
        assert.deepEqual(acl?.props, {
            vpcId: "vpc-0a1b2c3d4e5f60718",
            subnetIds: [ONE],
            ingress: [{ ruleNo: 90, action: "deny", protocol: "6", ipv6CidrBlock: "::/0", fromPort: 22, toPort: 22 }],
            egress: [],
        });
    });

    it("have distinct URNs, whatever the routes", () => {
        fc.assert(
            fc.property(
                fc.uniqueArray(
                    fc.record({
                        destination: fc.oneof(
                            fc.ipV4().map((ip) => `${ip}/32`),
                            fc.constantFrom("0.0.0.0/0", "::/0"),
                        ),
                        target: fc.constantFrom(...targets.map(([target]) => target)),
                    }),
                    { selector: ({ destination }) => destination, maxLength: 8 },
                ),
                (routes) => {
                    const urns = factsResources(withRoutes(...routes)).map(({ urn }) => urn);
                    assert.equal(new Set(urns).size, urns.length);
                    assert.equal(routesOf(withRoutes(...routes), ONE).length, routes.length);
                },
            ),
        );
    });
});
