import assert from "node:assert/strict";

import { type GraphResource, ResourceGraph, UNKNOWN } from "../../graph";
import { networkOf, type Route, type RouteTarget } from "../../graph/topology";
import { change, graphOf, type Ids, ref, resourcesOf, type Sketch, Text, without } from "../fixture/build";

const ZONES = ["a", "b", "c"];

/** Three firewall subnets, a firewall in each, and a table with one route to its endpoint in zone b. */
function stack(target: Record<string, unknown>): Sketch[] {
    const attachment = (zone: string): unknown => ({
        endpointId: new Text([ref(`firewall-${zone}`)], (subnet) => `vpce-${subnet}`),
        subnetId: ref(`firewall-${zone}`),
    });
    return [
        { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
        ...ZONES.map((zone) => ({
            type: "aws:ec2/subnet:Subnet",
            name: `firewall-${zone}`,
            props: { vpcId: ref("vpc"), availabilityZone: `eu-west-1${zone}`, availabilityZoneId: `euw1-az-${zone}` },
        })),
        {
            type: "aws:networkfirewall/firewall:Firewall",
            name: "firewall",
            props: {
                subnetMappings: ZONES.map((zone) => ({ subnetId: ref(`firewall-${zone}`) })),
                firewallStatuses: [
                    {
                        syncStates: ["c", "a", "b"].map((zone) => ({
                            availabilityZone: `eu-west-1${zone}`,
                            attachments: [attachment(zone)],
                        })),
                    },
                ],
            },
        },
        { type: "aws:ec2/routeTable:RouteTable", name: "table", props: { vpcId: ref("vpc") } },
        {
            type: "aws:ec2/route:Route",
            name: "route",
            props: { routeTableId: ref("table"), destinationCidrBlock: "0.0.0.0/0", ...target },
        },
    ];
}

const ENDPOINT_B = new Text([ref("firewall"), ref("firewall-b")], (_, subnet) => `vpce-${subnet}`);

function onlyRoute(sketches: readonly Sketch[], ids: Ids): Route {
    const [route] = networkOf(graphOf(sketches, ids)).routeTables.find(({ name }) => name === "table")?.routes ?? [];
    assert.ok(route);
    return route;
}

function places({ target }: { target: RouteTarget }): readonly string[] | undefined {
    return target.subnets?.map(({ name }) => name);
}

describe("firewall endpoints", () => {
    for (const ids of ["known", "unknown"] as const) {
        it(`stand in the subnet the endpoint was looked up by, ids ${ids}`, () => {
            const route = onlyRoute(stack({ vpcEndpointId: ENDPOINT_B }), ids);
            assert.deepEqual([route.target.kind, route.target.resource?.name], ["vpc-endpoint", "firewall"]);
            assert.deepEqual(places(route), ["firewall-b"]);
        });

        it(`stand nowhere without a mapping for that subnet, ids ${ids}`, () => {
            const mappings = [{ subnetId: ref("firewall-a") }, { subnetId: ref("firewall-c") }];
            const unmapped = change(stack({ vpcEndpointId: ENDPOINT_B }), "firewall", "subnetMappings", mappings);
            assert.deepEqual(places(onlyRoute(unmapped, ids)), []);
        });
    }

    it("of an inline route may be any, while ids are not known", () => {
        const inline = change(without(stack({}), "route"), "table", "routes", [
            { cidrBlock: "0.0.0.0/0", vpcEndpointId: ENDPOINT_B },
            {
                cidrBlock: "10.0.0.0/24",
                vpcEndpointId: new Text([ref("firewall"), ref("firewall-a")], (_, subnet) => `vpce-${subnet}`),
            },
        ]);
        assert.deepEqual(places(onlyRoute(inline, "known")), ["firewall-b"]);
        assert.deepEqual(places(onlyRoute(inline, "unknown")), ["firewall-a", "firewall-b"]);
    });

    it("looked up by zone may be any, while ids are not known", () => {
        const byZone = new Text([ref("firewall")], () => "vpce-subnet-firewall-b");
        assert.deepEqual(places(onlyRoute(stack({ vpcEndpointId: byZone }), "known")), ["firewall-b"]);
        assert.deepEqual(places(onlyRoute(stack({ vpcEndpointId: byZone }), "unknown")), [
            "firewall-a",
            "firewall-b",
            "firewall-c",
        ]);
    });

    it("are told by zone where the status names no subnet", () => {
        for (const availabilityZone of ["eu-west-1b", "euw1-az-b"]) {
            const status = [{ syncStates: [{ availabilityZone, attachments: [{ endpointId: "vpce-1" }] }] }];
            const sketches = change(stack({ vpcEndpointId: "vpce-1" }), "firewall", "firewallStatuses", status);
            assert.deepEqual(places(onlyRoute(sketches, "known")), ["firewall-b"]);
        }
    });

    it("are told by a gateway id too, as a described table has it", () => {
        assert.deepEqual(places(onlyRoute(stack({ gatewayId: ENDPOINT_B }), "known")), ["firewall-b"]);
    });

    describe("whose subnet is not certain", () => {
        const why = "its subnet mappings are not all known, or not all of this stack";
        const read = (sketches: readonly Sketch[], ids: Ids): readonly unknown[] => {
            const route = onlyRoute(sketches, ids);
            return [route.target.resource?.name, places(route), route.target.subnetsUndecided];
        };
        const mapped = (subnetMappings: unknown): Sketch[] =>
            change(stack({ vpcEndpointId: ENDPOINT_B }), "firewall", "subnetMappings", subnetMappings);
        const three = (first: unknown): unknown[] => [
            { subnetId: first },
            { subnetId: ref("firewall-b") },
            { subnetId: ref("firewall-c") },
        ];

        for (const ids of ["known", "unknown"] as const) {
            it(`mappings that are not known, ids ${ids}`, () =>
                assert.deepEqual(read(mapped(UNKNOWN), ids), ["firewall", [], why]));
        }

        it("mappings of another stack, or one that is not known: certain as soon as the status tells the subnet", () => {
            for (const first of ["subnet-far", UNKNOWN]) {
                assert.deepEqual(read(mapped(three(first)), "known"), ["firewall", ["firewall-b"], undefined]);
                assert.deepEqual(read(mapped(three(first)), "unknown"), ["firewall", ["firewall-b"], why]);
            }
        });

        it("a list that is not known as a whole is what it was made of", () => {
            const graph = mapped(new Text([ref("firewall-a"), ref("firewall-b"), ref("firewall-c")], () => ""));
            assert.deepEqual(read(graph, "unknown"), ["firewall", ["firewall-b"], undefined]);
        });
    });

    describe("that may be a firewall's", () => {
        const may = (sketches: readonly Sketch[], ids: Ids = "known"): boolean | undefined =>
            onlyRoute(sketches, ids).target.mayBeFirewall;
        const balancer: Sketch = { type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "balancer", props: {} };

        it("are those whose id is not known, where there is a firewall", () => {
            for (const field of ["vpcEndpointId", "gatewayId"]) {
                assert.equal(may(stack({ [field]: UNKNOWN })), true);
                assert.equal(may(without(stack({ [field]: UNKNOWN }), "firewall")), undefined);
            }
            assert.equal(may(stack({ vpcEndpointId: UNKNOWN, gatewayId: UNKNOWN })), true);
            assert.equal(may(stack({ natGatewayId: UNKNOWN })), undefined);
            assert.equal(may(stack({ vpcEndpointId: ENDPOINT_B }), "unknown"), undefined);
        });

        it("are none of other endpoints of the stack", () => {
            const sketches = [...stack({ vpcEndpointId: ref("balancer") }), balancer];
            assert.equal(may(sketches, "unknown"), undefined);
            assert.equal(may(change(sketches, "firewall", "firewallStatuses", UNKNOWN)), undefined);
        });

        it("are ids that no status tells, while one of a made firewall cannot be read", () => {
            const sketches = stack({ vpcEndpointId: "vpce-elsewhere" });
            assert.equal(may(sketches), undefined);
            const untold = change(sketches, "firewall", "firewallStatuses", UNKNOWN);
            assert.equal(may(untold), true);
            assert.equal(may(untold, "unknown"), undefined);
        });
    });

    it("of nobody belong to no firewall", () => {
        const { target } = onlyRoute(stack({ vpcEndpointId: "vpce-elsewhere" }), "known");
        assert.deepEqual(target, { kind: "vpc-endpoint", id: "vpce-elsewhere" });
    });

    it("of one of two firewalls belong to none for certain", () => {
        const either = new Text([ref("firewall"), ref("second")], (first) => first);
        const second: Sketch = { type: "aws:networkfirewall/firewall:Firewall", name: "second", props: {} };
        const { target } = onlyRoute([...stack({ vpcEndpointId: either }), second], "unknown");
        assert.deepEqual([target.kind, target.resource, target.subnets], ["vpc-endpoint", undefined, undefined]);
    });
});

describe("zones of subnets", () => {
    const subnet = (name: string, props: Record<string, unknown>): Sketch => ({
        type: "aws:ec2/subnet:Subnet",
        name,
        props,
    });
    const B = { availabilityZone: "eu-west-1b", availabilityZoneId: "euw1-az3" };
    const same = (
        one: Record<string, unknown>,
        other: Record<string, unknown>,
        more: readonly Sketch[] = [],
    ): unknown => {
        const network = networkOf(graphOf([subnet("one", one), subnet("other", other), ...more]));
        const [first, second] = network.subnets;
        return first === undefined || second === undefined ? undefined : network.sameZone(first, second);
    };

    const cases: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>, unknown])[] = [
        ["two names", { availabilityZone: "eu-west-1b" }, { availabilityZone: "eu-west-1b" }, true],
        ["two other names", { availabilityZone: "eu-west-1b" }, { availabilityZone: "eu-west-1a" }, false],
        ["two ids", { availabilityZoneId: "euw1-az3" }, { availabilityZoneId: "euw1-az3" }, true],
        ["two other ids", { availabilityZoneId: "euw1-az3" }, { availabilityZoneId: "euw1-az1" }, false],
        ["both and a name", B, { availabilityZone: "eu-west-1b" }, true],
        ["both and another name", B, { availabilityZone: "eu-west-1a" }, false],
        ["both and an id", B, { availabilityZoneId: "euw1-az3" }, true],
        ["a name and an id", { availabilityZone: "eu-west-1b" }, { availabilityZoneId: "euw1-az3" }, UNKNOWN],
        ["nothing and a name", { availabilityZone: UNKNOWN }, { availabilityZone: "eu-west-1b" }, UNKNOWN],
    ];
    for (const [what, one, other, expected] of cases) {
        it(`${what}: ${String(expected)}`, () => assert.equal(same(one, other), expected));
    }

    it("a name and an id, told by a third subnet that has both", () => {
        const third = subnet("third", B);
        assert.equal(same({ availabilityZone: "eu-west-1b" }, { availabilityZoneId: "euw1-az3" }, [third]), true);
        assert.equal(same({ availabilityZone: "eu-west-1b" }, { availabilityZoneId: "euw1-az1" }, [third]), false);
    });
});

describe("edge tables", () => {
    const edge = (props: Record<string, unknown>): Sketch[] => [
        { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
        { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: { vpcId: ref("vpc") } },
        { type: "aws:ec2/subnet:Subnet", name: "subnet", props: { vpcId: ref("vpc") } },
        { type: "aws:ec2/routeTable:RouteTable", name: "table", props: { vpcId: ref("vpc") } },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: "association",
            props: { routeTableId: ref("table"), ...props },
        },
    ];
    const read = (sketches: readonly Sketch[], ids: Ids): readonly unknown[] => {
        const graph = graphOf(sketches, ids);
        const network = networkOf(graph);
        const [gateway] = graph.ofType("aws:ec2/internetGateway:InternetGateway");
        const table = gateway === undefined ? undefined : network.edgeTable(gateway);
        const name = table?.decided === true ? table.table.name : table;
        return [name, network.subnets[0]?.table.decided];
    };

    for (const ids of ["known", "unknown"] as const) {
        it(`are those associated with a gateway, ids ${ids}`, () => {
            assert.deepEqual(read(edge({ gatewayId: ref("igw") }), ids), ["table", true]);
            assert.deepEqual(read(edge({ subnetId: ref("subnet") }), ids), [undefined, true]);
        });
    }

    it("of a gateway nobody can tell may be any gateway's, and leave the subnets alone", () => {
        const graph = graphOf(edge({ gatewayId: UNKNOWN }), "unknown");
        const network = networkOf(graph);
        const found = graph.ofType("aws:ec2/internetGateway:InternetGateway").map((gateway) => {
            const table = network.edgeTable(gateway);
            return table?.decided === false ? [table.why, ...table.candidates.map(({ name }) => name)] : table;
        });
        assert.deepEqual(found, [["the gateway of association association is not known", "table"]]);
        assert.equal(network.subnets[0]?.table.decided, true);
    });
});

describe("the network model", () => {
    it("reads a stack as often as it is long, not as often as its square", () => {
        const group = (index: number): Sketch[] => [
            { type: "aws:ec2/securityGroup:SecurityGroup", name: `group-${index}`, props: {} },
            {
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                name: `rule-${index}`,
                props: { securityGroupId: ref(`group-${index}`), ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
            },
            { type: "aws:ec2/subnet:Subnet", name: `subnet-${index}`, props: {} },
            { type: "aws:ec2/routeTable:RouteTable", name: `table-${index}`, props: {} },
            {
                type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
                name: `association-${index}`,
                props: { subnetId: ref(`subnet-${index}`), routeTableId: ref(`table-${index}`) },
            },
        ];
        const readings = (count: number): number => {
            let read = 0;
            const counted = (resource: GraphResource): GraphResource =>
                new Proxy(resource, {
                    get: (target, property, receiver): unknown => {
                        read += 1;
                        return Reflect.get(target, property, receiver);
                    },
                });
            const sketches = Array.from({ length: count }, (_, index) => group(index)).flat();
            const { securityGroups, subnets } = networkOf(new ResourceGraph(resourcesOf(sketches).map(counted)));
            assert.deepEqual([securityGroups.length, subnets.length], [count, count]);
            return read;
        };
        // Eight times the resources: a square would take sixty-four times as many.
        const [small, large] = [readings(50), readings(400)];
        assert.ok(large < 9 * small, `50 of each: ${small} readings, 400 of each: ${large}`);
    });
});
