import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../policy-pack/graph";
import { countByType, inputsOf, one, type RecordedComponent } from "../harness";
import { recordEgress, rangesOf, THREE_ZONES, TYPES } from "./egressFixture";

/** Id of the endpoint the recorded firewall answers for the subnet of a zone. */
function endpointIn(recording: RecordedComponent, zone: string): string | undefined {
    const { id } = one(recording, TYPES.subnet, `net-firewall-${zone}`);
    const statuses = inputsOf(recording, TYPES.firewall).firewallStatuses as {
        syncStates: { attachments: { endpointId: string; subnetId: string }[] }[];
    }[];
    return statuses
        .flatMap(({ syncStates }) => syncStates)
        .flatMap(({ attachments }) => attachments)
        .find(({ subnetId }) => subnetId === id)?.endpointId;
}

function waitsFor(recording: RecordedComponent, type: string, name: string): string[] {
    return one(recording, type, name).dependencies.map((urn) => urn.split("$").pop() ?? "");
}

for (const zones of [["euw1-az2"], THREE_ZONES, ["euw1-az3", "euw1-az1", "euw1-az2"], ["eu-west-1a", "eu-west-1b"]]) {
    describe(`routes of egress firewall in ${zones.join(", ")}`, () => {
        let recording: RecordedComponent;
        before(async () => {
            recording = await recordEgress({ kind: "firewall", zones });
        });

        it("are four per zone, through one firewall with a subnet of its own in each", () => {
            const counts = countByType(recording);
            assert.deepEqual(
                [TYPES.route, TYPES.firewall, TYPES.subnet, TYPES.routeTable, TYPES.natGateway].map(
                    (type) => counts[type],
                ),
                [4 * zones.length, 1, 2 * zones.length, 2 * zones.length, zones.length],
            );
            assert.deepEqual(
                inputsOf(recording, TYPES.firewall).subnetMappings,
                zones.map((zone) => ({
                    subnetId: one(recording, TYPES.subnet, `net-firewall-${zone}`).id,
                    ipAddressType: "IPV4",
                })),
            );
        });

        for (const zone of zones) {
            it(`stay in ${zone} both ways`, () => {
                const endpoint = endpointIn(recording, zone);
                assert.match(endpoint ?? "", /^vpce-/);
                const subnet = one(recording, TYPES.subnet, `net-firewall-${zone}`);
                assert.deepEqual(
                    [subnet.props.cidrBlock, subnet.props.mapPublicIpOnLaunch],
                    [rangesOf(zone).firewall, false],
                );
                const association = inputsOf(recording, TYPES.association, `net-firewall-${zone}`);
                const table = one(recording, TYPES.routeTable, `net-firewall-${zone}`).id;
                assert.deepEqual([association.subnetId, association.routeTableId], [subnet.id, table]);

                const expected: [name: string, table: unknown, destination: string, target: string, id: unknown][] = [
                    [`net-studio-${zone}-default`, `rtb-${zone}`, "0.0.0.0/0", "vpcEndpointId", endpoint],
                    [
                        `net-firewall-${zone}-default`,
                        table,
                        "0.0.0.0/0",
                        "natGatewayId",
                        one(recording, TYPES.natGateway, `net-nat-${zone}`).id,
                    ],
                    [
                        `net-nat-${zone}-default`,
                        one(recording, TYPES.routeTable, `net-nat-${zone}`).id,
                        "0.0.0.0/0",
                        "gatewayId",
                        one(recording, TYPES.internetGateway).id,
                    ],
                    [
                        `net-nat-${zone}-to-studio`,
                        one(recording, TYPES.routeTable, `net-nat-${zone}`).id,
                        rangesOf(zone).studio,
                        "vpcEndpointId",
                        endpoint,
                    ],
                ];
                for (const [name, routeTableId, destination, target, id] of expected) {
                    const route = inputsOf(recording, TYPES.route, name);
                    assert.deepEqual(
                        [route.routeTableId, route.destinationCidrBlock, route[target]],
                        [routeTableId, destination, id],
                        name,
                    );
                    const others = ["vpcEndpointId", "natGatewayId", "gatewayId"].filter((each) => each !== target);
                    assert.deepEqual(
                        others.filter((each) => route[each] !== undefined),
                        [],
                        name,
                    );
                }
            });

            it(`open in ${zone} only when the rest of the way and the logs stand, and close first`, () => {
                const studio = waitsFor(recording, TYPES.route, `net-studio-${zone}-default`);
                for (const before of [
                    `${TYPES.route}::net-nat-${zone}-to-studio`,
                    `${TYPES.route}::net-nat-${zone}-default`,
                    `${TYPES.route}::net-firewall-${zone}-default`,
                    `${TYPES.association}::net-nat-${zone}`,
                    `${TYPES.association}::net-firewall-${zone}`,
                    `${TYPES.firewall}::net-firewall`,
                    `${TYPES.logging}::net-firewall`,
                ]) {
                    assert.ok(studio.includes(before), before);
                }
                const back = waitsFor(recording, TYPES.route, `net-nat-${zone}-to-studio`);
                assert.ok(back.includes(`${TYPES.firewall}::net-firewall`));
            });
        }

        it("all end where the domain waits for them", () => {
            assert.deepEqual(
                inputsOf(recording, "fixture:network:Outside").ready,
                zones.map((zone) => one(recording, TYPES.route, `net-studio-${zone}-default`).urn),
            );
        });
    });
}

describe("egress firewall while ids are unknown", () => {
    it("leaves both routes' target unknown, and tells by dependencies which endpoint it is", async () => {
        const recording = await recordEgress({ kind: "firewall", unknown: true });
        for (const zone of THREE_ZONES) {
            for (const name of [`net-studio-${zone}-default`, `net-nat-${zone}-to-studio`]) {
                const route = one(recording, TYPES.route, name);
                assert.equal(route.props.vpcEndpointId, UNKNOWN);
                assert.deepEqual(
                    (route.propertyDependencies.vpcEndpointId ?? []).map((urn) => urn.split("$").pop()).sort(),
                    [`${TYPES.subnet}::net-firewall-${zone}`, `${TYPES.firewall}::net-firewall`],
                    name,
                );
            }
        }
    });
});

describe("a change of egress", () => {
    it("changes the target of the studio routes and nothing else about what nat and firewall share", async () => {
        const [nat, firewall] = [await recordEgress({ kind: "nat" }), await recordEgress({ kind: "firewall" })];
        const names = ({ resources }: RecordedComponent): string[] =>
            resources.map(({ type, name }) => `${type}::${name}`);
        assert.deepEqual(
            names(nat).filter((name) => !names(firewall).includes(name)),
            [],
        );
        for (const { type, name, props } of nat.resources) {
            if (type === TYPES.route && name.startsWith("net-studio-")) {
                const { natGatewayId, ...rest } = props;
                const { vpcEndpointId, ...same } = inputsOf(firewall, type, name);
                assert.deepEqual([typeof natGatewayId, typeof vpcEndpointId], ["string", "string"]);
                assert.deepEqual(same, rest);
            } else {
                assert.deepEqual(one(firewall, type, name).props, props, name);
            }
        }
    });
});
