import assert from "node:assert/strict";

import fc from "fast-check";

import { type GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type PictureIntent, type Topology, topologyOf } from "../../../preflight/picture";
import type { Link } from "../../../preflight/picture/model";
import { GraphBuilder } from "./graphBuilder";
import { CLIENT_RANGE, networkFixture, type NetworkFixture, REGION } from "./networks";

const INTENT: PictureIntent = {
    stack: "test",
    account: "111122223333",
    region: REGION,
    egress: "isolated",
    features: ["studio", "jobs"],
    zones: [],
    clientRanges: [],
};

function draw(fixture: NetworkFixture, intent: Partial<PictureIntent> = {}): Topology {
    return topologyOf(networkFixture(fixture).graph(), {
        ...INTENT,
        egress: fixture.egress,
        clientRanges: fixture.clients === true ? [CLIENT_RANGE] : [],
        ...intent,
    });
}

/** `from -> to: label` without the network's name, the kinds that matter told apart by their arrow. */
function ways({ links }: Topology): string[] {
    const arrows: Record<Link["kind"], string> = {
        out: "=>",
        back: "<=",
        clients: "->",
        inside: "--",
        unknown: "??",
    };
    const short = (id: string): string =>
        id.replace(/^(subnet|gateway) studio-network-/, "").replace(/^elsewhere /, "");
    return links
        .map(({ from, to, kind, label }) => `${short(from)} ${arrows[kind]} ${short(to)} ${label}`.trimEnd())
        .sort();
}

describe("topology of a network", () => {
    it("of one zone with a firewall, in full", () => {
        const topology = draw({ egress: "firewall", zones: 1, features: ["studio"], clients: true, dns: true });
        const subnet = (tier: string, cidr: string, ...holds: string[]): object => ({
            id: `subnet studio-network-${tier}-euw1-az1`,
            tier,
            cidr,
            holds,
            table: `studio-network-${tier}-euw1-az1`,
            existing: false,
        });
        const endpoint = (service: string, forClients = false): object => ({ service, forClients, existing: false });
        assert.deepEqual(topology, {
            stack: "test",
            egress: "firewall",
            accounts: [
                {
                    account: "111122223333",
                    region: "eu-west-1",
                    vpcs: [
                        {
                            id: "vpc studio-network-vpc",
                            name: "studio-network-vpc",
                            cidrs: ["10.20.0.0/16"],
                            existing: false,
                            gateways: [
                                {
                                    id: "gateway studio-network-internet",
                                    kind: "internet gateway",
                                    title: "Internet gateway",
                                    lines: ["studio-network-internet"],
                                    existing: false,
                                },
                            ],
                            zones: [
                                {
                                    zone: "euw1-az1",
                                    subnets: [
                                        subnet("nat", "10.20.96.0/24", "NAT gateway"),
                                        subnet("firewall", "10.20.104.0/24", "firewall endpoint"),
                                        subnet("studio", "10.20.0.0/24", "Studio apps and jobs", "route to s3"),
                                        subnet("endpoint", "10.20.64.0/24", "5 interface endpoints"),
                                        subnet("transit", "10.20.112.0/24", "transit gateway attachment"),
                                    ],
                                },
                            ],
                            endpoints: [
                                {
                                    title: "several features",
                                    endpoints: [endpoint("logs"), endpoint("sagemaker.api", true), endpoint("sts")],
                                },
                                {
                                    title: "studio",
                                    endpoints: [endpoint("sagemaker.runtime"), endpoint("studio", true)],
                                },
                                { title: "gateway endpoints", endpoints: [endpoint("s3")] },
                            ],
                            dns: [
                                "3 listed names resolve",
                                "every other name is blocked",
                                "fails closed",
                                "queries are logged",
                            ],
                        },
                    ],
                },
            ],
            outside: [
                {
                    id: "clients",
                    kind: "clients",
                    title: "Company network",
                    lines: ["192.168.0.0/16"],
                    existing: true,
                },
                {
                    id: "elsewhere tgw-0123456789abcdef0",
                    kind: "gateway",
                    title: "Transit gateway",
                    lines: ["tgw-0123456789abcdef0"],
                    existing: true,
                },
                { id: "internet", kind: "internet", title: "Internet", lines: [], existing: true },
            ],
            links: topology.links,
        });
        assert.deepEqual(ways(topology), [
            "endpoint-euw1-az1 -> transit-euw1-az1 192.168.0.0/16",
            "firewall-euw1-az1 => nat-euw1-az1 0.0.0.0/0",
            "internet => internet",
            "nat-euw1-az1 <= firewall-euw1-az1 10.20.0.0/24",
            "nat-euw1-az1 => internet 0.0.0.0/0",
            "studio-euw1-az1 -- endpoint-euw1-az1",
            "studio-euw1-az1 => firewall-euw1-az1 0.0.0.0/0",
            "tgw-0123456789abcdef0 -> clients",
            "transit-euw1-az1 -> tgw-0123456789abcdef0",
        ]);
    });

    it("sends each zone through its own NAT", () => {
        assert.deepEqual(ways(draw({ egress: "nat", zones: 2 })), [
            "internet => internet",
            "nat-euw1-az1 => internet 0.0.0.0/0",
            "nat-euw1-az2 => internet 0.0.0.0/0",
            "studio-euw1-az1 -- endpoint-euw1-az1",
            "studio-euw1-az1 => nat-euw1-az1 0.0.0.0/0",
            "studio-euw1-az2 -- endpoint-euw1-az2",
            "studio-euw1-az2 => nat-euw1-az2 0.0.0.0/0",
        ]);
    });

    it("has no way out of an isolated network", () => {
        const topology = draw({ egress: "isolated", zones: 2 });
        assert.deepEqual(topology.outside, []);
        assert.deepEqual(ways(topology), [
            "studio-euw1-az1 -- endpoint-euw1-az1",
            "studio-euw1-az2 -- endpoint-euw1-az2",
        ]);
    });

    it("shows a route that crosses zones as it is", () => {
        const resources = networkFixture({ egress: "nat", zones: 2 })
            .resources()
            .map((resource) =>
                resource.name === "studio-network-studio-euw1-az1-default"
                    ? {
                          ...resource,
                          props: { ...resource.props, natGatewayId: "NatGateway-studio-network-nat-euw1-az2" },
                      }
                    : resource,
            );
        const topology = topologyOf(new ResourceGraph(resources), INTENT);
        assert.ok(ways(topology).includes("studio-euw1-az1 => nat-euw1-az2 0.0.0.0/0"), ways(topology).join("\n"));
        assert.ok(!ways(topology).includes("studio-euw1-az1 => nat-euw1-az1 0.0.0.0/0"));
    });

    it("groups endpoints by what the chosen features need, the rest as added", () => {
        const [account] = draw({ egress: "isolated", zones: 1 }, { features: ["studio"] }).accounts;
        const groups = account?.vpcs[0]?.endpoints.map(({ title, endpoints }) => [
            title,
            endpoints.map(({ service }) => service).join(" "),
        ]);
        assert.deepEqual(groups, [
            ["studio", "logs sagemaker.api sagemaker.runtime sts studio"],
            ["added", "ecr.api ecr.dkr kms monitoring"],
            ["gateway endpoints", "s3"],
        ]);
    });

    it("says which endpoint stands in fewer zones than the others", () => {
        const build = networkFixture({ egress: "isolated", zones: 2, features: ["studio"] });
        build.add("aws:ec2/vpcEndpoint:VpcEndpoint", "studio-network-ssm", {
            vpcId: { ref: "urn:pulumi:test::fixture::aws:ec2/vpc:Vpc::studio-network-vpc" },
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.eu-west-1.ssm",
            subnetIds: [{ ref: "urn:pulumi:test::fixture::aws:ec2/subnet:Subnet::studio-network-endpoint-euw1-az1" }],
        });
        const [account] = topologyOf(build.graph(), INTENT).accounts;
        const notes = account?.vpcs[0]?.endpoints.flatMap(({ endpoints }) =>
            endpoints.flatMap(({ service, note }) => (note === undefined ? [] : [`${service} ${note}`])),
        );
        assert.deepEqual(notes, ["ssm in 1 of 2 zones"]);
    });

    it("writes a zone as the stack file does, because which name belongs to which id differs by account", () => {
        const { resources } = networkFixture({ egress: "isolated", zones: 1 }).graph();
        const named = resources.map((resource) =>
            resource.type === "aws:ec2/subnet:Subnet"
                ? { ...resource, props: { ...resource.props, availabilityZone: "eu-west-1b" } }
                : resource,
        );
        const zoneWith = (zones: readonly string[]): string | undefined =>
            topologyOf(new ResourceGraph(named), { ...INTENT, zones }).accounts[0]?.vpcs[0]?.zones[0]?.zone;
        assert.equal(zoneWith(["eu-west-1b"]), "eu-west-1b");
        assert.equal(zoneWith(["euw1-az1"]), "euw1-az1");
    });

    it("leaves the way of clients open where no gateway is stated", () => {
        const topology = draw({ egress: "isolated", zones: 1 }, { clientRanges: [CLIENT_RANGE] });
        assert.ok(ways(topology).includes("endpoint-euw1-az1 ?? clients way not stated"), ways(topology).join("\n"));
    });

    it("states what DNS does: unfiltered, filtered for threats, and nothing where it is not known", () => {
        const dnsOf = ({ accounts }: Topology): readonly string[] | undefined => accounts[0]?.vpcs[0]?.dns;
        assert.deepEqual(dnsOf(draw({ egress: "isolated", zones: 1 })), ["no DNS firewall: every name resolves"]);
        assert.deepEqual(dnsOf(draw({ egress: "nat", zones: 1, dns: true })), [
            "suspicious names are blocked",
            "3 listed names are not examined",
            "fails closed",
            "queries are logged",
        ]);
        assert.deepEqual(dnsOf(topologyOf(new GraphBuilder().graph(), { ...INTENT, existingVpc: VPC })), [
            "a DNS firewall is not known",
        ]);
    });

    it("is the same whether ids are known or not, and in whatever order resources were registered", () => {
        fc.assert(
            fc.property(
                fc.record({
                    egress: fc.constantFrom("isolated" as const, "nat" as const, "firewall" as const),
                    zones: fc.integer({ min: 1, max: 3 }),
                    clients: fc.boolean(),
                    dns: fc.boolean(),
                    unknown: fc.boolean(),
                }),
                fc.infiniteStream(fc.nat()),
                (fixture, seeds) => {
                    const expected = draw({ ...fixture, unknown: false });
                    const shuffled = networkFixture(fixture)
                        .resources()
                        .map((resource) => ({ resource, at: Number(seeds.next().value) }))
                        .sort((a, b) => a.at - b.at)
                        .map(({ resource }) => resource);
                    const drawn = topologyOf(new ResourceGraph(shuffled), {
                        ...INTENT,
                        egress: fixture.egress,
                        clientRanges: fixture.clients ? [CLIENT_RANGE] : [],
                    });
                    assert.deepEqual(drawn, expected);
                },
            ),
            { numRuns: 40 },
        );
    });
});

const VPC = {
    id: "vpc-0a1b2c3d",
    cidr: "10.50.0.0/16",
    studio: { "euw1-az1": { subnet: "subnet-0a1b", cidr: "10.50.0.0/20", routeTable: "rtb-0a1b" } },
};

describe("topology of a VPC that stands already", () => {
    it("draws what the settings name of it, dashed, with the routes the program adds", () => {
        const build = new GraphBuilder();
        build.add("aws:sagemaker/domain:Domain", "studio-domain", { vpcId: VPC.id, subnetIds: ["subnet-0a1b"] });
        build.add("aws:ec2/route:Route", "studio-network-studio-euw1-az1-default", {
            routeTableId: "rtb-0a1b",
            destinationCidrBlock: "0.0.0.0/0",
            natGatewayId: "nat-0a1b",
        });
        const topology = topologyOf(build.graph(), { ...INTENT, existingVpc: VPC });
        const [vpc] = topology.accounts[0]?.vpcs ?? [];
        assert.deepEqual(vpc, {
            id: "vpc vpc-0a1b2c3d",
            name: "vpc-0a1b2c3d",
            cidrs: ["10.50.0.0/16"],
            existing: true,
            gateways: [],
            zones: [
                {
                    zone: "euw1-az1",
                    subnets: [
                        {
                            id: "subnet subnet-0a1b",
                            tier: "studio",
                            cidr: "10.50.0.0/20",
                            holds: ["Studio apps and jobs"],
                            table: "rtb-0a1b",
                            existing: true,
                        },
                    ],
                },
            ],
            endpoints: [],
            dns: ["a DNS firewall is not known"],
        });
        assert.deepEqual(ways(topology), ["subnet subnet-0a1b => nat-0a1b 0.0.0.0/0"]);
        assert.deepEqual(
            topology.outside.map(({ title, lines, existing }) => [title, ...lines, existing]),
            [["NAT gateway", "nat-0a1b", true]],
        );
    });

    it("prefers what a facts file tells about the same ids", () => {
        const fact = (type: string, id: string, props: Record<string, unknown>): GraphResource => ({
            urn: `urn:pulumi:facts::existing::${type}::${id}`,
            type,
            name: id,
            id,
            props,
            custom: true,
            protect: false,
            ignoreChanges: [],
            dependencies: [],
            propertyDependencies: {},
        });
        const graph = new ResourceGraph([
            fact("aws:ec2/vpc:Vpc", VPC.id, { cidrBlock: VPC.cidr }),
            fact("aws:ec2/subnet:Subnet", "subnet-0a1b", {
                vpcId: VPC.id,
                cidrBlock: "10.50.128.0/20",
                availabilityZone: "eu-west-1a",
                availabilityZoneId: "euw1-az1",
            }),
            fact("aws:ec2/routeTable:RouteTable", "rtb-9999", { vpcId: VPC.id }),
            fact("aws:ec2/routeTableAssociation:RouteTableAssociation", "rtbassoc-1", {
                subnetId: "subnet-0a1b",
                routeTableId: "rtb-9999",
            }),
        ]);
        const topology = topologyOf(graph, { ...INTENT, existingVpc: VPC });
        const subnets = topology.accounts[0]?.vpcs.flatMap(({ zones }) => zones.flatMap((zone) => zone.subnets));
        assert.deepEqual(
            subnets?.map(({ cidr, table }) => [cidr, table]),
            [["10.50.128.0/20", "rtb-9999"]],
        );
        assert.equal(topology.accounts[0]?.vpcs.length, 1);
    });
});
