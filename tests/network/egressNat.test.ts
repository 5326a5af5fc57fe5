import { strict as assert } from "node:assert";

import type { RecordedResource } from "../../preflight/record";
import { countByType, inputsOf, one, type RecordedComponent } from "../harness";
import { recordEgress, rangesOf, THREE_ZONES, TYPES } from "./egressFixture";

/** Route of a logical name: its table, destination and whatever target it has. */
function routeOf(recording: RecordedComponent, name: string): Record<string, unknown> {
    const { routeTableId, destinationCidrBlock, gatewayId, natGatewayId, vpcEndpointId } = inputsOf(
        recording,
        TYPES.route,
        name,
    );
    const all = { routeTableId, destinationCidrBlock, gatewayId, natGatewayId, vpcEndpointId };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function waitsFor(resource: RecordedResource): string[] {
    return resource.dependencies.map((urn) => urn.split("$").pop() ?? "").sort();
}

for (const zones of [["euw1-az1"], THREE_ZONES, ["eu-west-1a"]]) {
    describe(`egress nat in ${zones.join(", ")}`, () => {
        let recording: RecordedComponent;
        before(async () => {
            recording = await recordEgress({ kind: "nat", zones });
        });

        it("makes one gateway, and per zone a subnet, a table, an address, a NAT gateway and two routes", () => {
            assert.deepEqual(countByType(recording), {
                [TYPES.address]: zones.length,
                [TYPES.internetGateway]: 1,
                [TYPES.natGateway]: zones.length,
                [TYPES.route]: 2 * zones.length,
                [TYPES.routeTable]: zones.length,
                [TYPES.association]: zones.length,
                [TYPES.subnet]: zones.length,
                "fixture:network:Outside": 1,
                "pulumi:providers:aws": 1,
                "pulumi:pulumi:Stack": 1,
            });
            assert.equal(inputsOf(recording, TYPES.internetGateway, "net-internet").vpcId, "vpc-0123456789abcdef0");
        });

        for (const zone of zones) {
            it(`leads the studio subnet of ${zone} to the NAT gateway of ${zone}, and that one to the internet`, () => {
                const subnet = one(recording, TYPES.subnet, `net-nat-${zone}`);
                assert.equal(subnet.props.cidrBlock, rangesOf(zone).nat);
                assert.equal(subnet.props.mapPublicIpOnLaunch, false);
                const address = one(recording, TYPES.address, `net-nat-${zone}`);
                assert.equal(address.props.domain, "vpc");
                const nat = one(recording, TYPES.natGateway, `net-nat-${zone}`);
                assert.deepEqual(
                    [nat.props.subnetId, nat.props.allocationId, nat.props.connectivityType],
                    [subnet.id, address.id, "public"],
                );
                const table = one(recording, TYPES.routeTable, `net-nat-${zone}`);
                const association = inputsOf(recording, TYPES.association, `net-nat-${zone}`);
                assert.deepEqual([association.subnetId, association.routeTableId], [subnet.id, table.id]);
                assert.deepEqual(routeOf(recording, `net-nat-${zone}-default`), {
                    routeTableId: table.id,
                    destinationCidrBlock: "0.0.0.0/0",
                    gatewayId: one(recording, TYPES.internetGateway).id,
                });
                assert.deepEqual(routeOf(recording, `net-studio-${zone}-default`), {
                    routeTableId: `rtb-${zone}`,
                    destinationCidrBlock: "0.0.0.0/0",
                    natGatewayId: nat.id,
                });
            });

            it(`waits in ${zone} for the attachment of the gateway and for the whole way`, () => {
                const attached = `${TYPES.internetGateway}::net-internet`;
                for (const [type, name] of [
                    [TYPES.address, `net-nat-${zone}`],
                    [TYPES.natGateway, `net-nat-${zone}`],
                    [TYPES.route, `net-nat-${zone}-default`],
                ] as const) {
                    assert.ok(waitsFor(one(recording, type, name)).includes(attached), `${type} ${name}`);
                }
                assert.deepEqual(waitsFor(one(recording, TYPES.route, `net-studio-${zone}-default`)), [
                    `${TYPES.natGateway}::net-nat-${zone}`,
                    `${TYPES.route}::net-nat-${zone}-default`,
                    `${TYPES.association}::net-nat-${zone}`,
                ]);
            });
        }

        it("answers the studio routes to wait for, and the addresses in order of zone", () => {
            const { ready, addresses } = inputsOf(recording, "fixture:network:Outside");
            assert.deepEqual(
                ready,
                zones.map((zone) => one(recording, TYPES.route, `net-studio-${zone}-default`).urn),
            );
            assert.deepEqual(
                addresses,
                zones.map((zone) => inputsOf(recording, TYPES.address, `net-nat-${zone}`).publicIp),
            );
        });
    });
}

describe("egress nat", () => {
    it("uses the gateway a VPC has, and makes none", async () => {
        const recording = await recordEgress({ kind: "nat", changes: { internetGatewayId: "igw-0123456789abcdef0" } });
        assert.equal(countByType(recording)[TYPES.internetGateway], undefined);
        for (const zone of THREE_ZONES) {
            assert.equal(
                inputsOf(recording, TYPES.route, `net-nat-${zone}-default`).gatewayId,
                "igw-0123456789abcdef0",
            );
        }
    });

    it("is the same whatever the order of zones", async () => {
        const [first, second] = [
            await recordEgress({ kind: "nat" }),
            await recordEgress({ kind: "nat", zones: ["euw1-az3", "euw1-az1", "euw1-az2"] }),
        ];
        assert.deepEqual(routes(second), routes(first));
    });

    const zoneMistakes = async (nat: Record<string, string>): Promise<string> => {
        const changes = { subnets: { nat, firewall: {} } };
        return recordEgress({ kind: "nat", changes }).then(
            () => "",
            (error: unknown) => String(error),
        );
    };

    it("names every zone in which a range is missing or too much", async () => {
        const message = await zoneMistakes({ "euw1-az1": rangesOf("euw1-az1").nat, "euw1-az4": "10.20.144.0/28" });
        assert.match(message, /network\.subnets\.nat has no range for euw1-az2: add one/);
        assert.match(message, /network\.subnets\.nat has no range for euw1-az3: add one/);
        assert.match(message, /network\.subnets\.nat has a range for euw1-az4, where no studio subnet is: remove it/);
        assert.doesNotMatch(message, /euw1-az1/);
    });
});

/** Routes by logical name, sorted: what must not depend on the order of zones. */
function routes(recording: RecordedComponent): [string, Record<string, unknown>][] {
    return recording.resources
        .filter(({ type }) => type === TYPES.route)
        .map(({ name }): [string, Record<string, unknown>] => [name, routeOf(recording, name)])
        .sort(([a], [b]) => a.localeCompare(b));
}
