import { strict as assert } from "node:assert";

import { against, changed, type Edit, find, recordMany, without } from "./fixture";

const EGRESS = "tests/stacks/multi/egress.yaml";
const LOCAL = "tests/stacks/multi/local.yaml";

describe("sample stacks of many accounts", () => {
    for (const file of [EGRESS, LOCAL]) {
        it(`${file}: every proof holds`, async () => assert.deepEqual(against(await recordMany(file)), []));
    }

    it("with ids unknown nothing is broken, and what waits for an id says so", async () => {
        const lines = against(await recordMany("Pulumi.prod.yaml", true));
        assert.deepEqual(
            lines.filter((line) => line.startsWith("broken")),
            [],
        );
        const waiting = new Set(lines.map((line) => (/^not proven ([^:]+):/.exec(line) ?? [])[1]));
        assert.deepEqual([...waiting].sort(), [
            "access.function",
            "api.nobody-elses-profile",
            "api.own-profile",
            "api.private",
            "directory",
            "hub.clients",
            "hub.only",
        ]);
    });

    const cases: readonly (readonly [what: string, edit: Edit, named: string])[] = [
        [
            "the hub's attachment out of appliance mode",
            changed("VpcAttachment", "studio-hub-hub", { applianceModeSupport: "disable" }),
            "studio-hub-hub is not in appliance mode",
        ],
        [
            "a NAT gateway's table without the way back",
            without("Route", "studio-hub-nat-euw1-az1-to-10-100-0-0-16"),
            "has no route back to 10.100.0.0/16",
        ],
        [
            "a firewall's table without the way to lines",
            without("Route", "studio-hub-firewall-euw1-az1-to-10-100-0-0-16"),
            "studio-hub-firewall-euw1-az1",
        ],
        [
            "the spokes' default route gone",
            without("Route", "studio-hub-spoke-to-0-0-0-0-0"),
            "open: no way to the internet",
        ],
        [
            "a way past the firewall",
            (resources) => {
                const route = find(resources, "Route", "studio-hub-transit-euw1-az1-default");
                const nat = find(resources, "NatGateway", "studio-hub-nat-euw1-az1");
                const next = {
                    ...route,
                    props: { ...route.props, vpcEndpointId: undefined, natGatewayId: nat.id },
                    propertyDependencies: {},
                };
                return resources.map((each) => (each === route ? next : each));
            },
            "nat-gateway studio-hub-nat-euw1-az1",
        ],
        [
            "HOME_NET without a line of business",
            (resources) => {
                const holders = resources.filter(({ props }) => JSON.stringify(props).includes("HOME_NET"));
                const [group] = holders;
                assert.ok(group, "something sets HOME_NET");
                const text = JSON.stringify(group.props).replaceAll("10.100.0.0/16", "10.99.0.0/16");
                const next = { ...group, props: JSON.parse(text) as Record<string, unknown> };
                return resources.map((each) => (each === group ? next : each));
            },
            "HOME_NET does not hold studio-open-network-studio",
        ],
    ];
    for (const [what, edit, named] of cases) {
        it(`${what} breaks hub.egress`, async () => {
            const many = await recordMany(EGRESS);
            const lines = against({ ...many, resources: edit(many.resources) });
            assert.ok(
                lines.some((line) => line.startsWith("broken hub.egress: ") && line.includes(named)),
                `nothing says "${named}" among:\n${lines.join("\n")}`,
            );
        });
    }

    it("a line without central egress that gets a default route is told", async () => {
        const many = await recordMany(EGRESS);
        const [route] = many.resources.filter(({ name }) =>
            name.startsWith("studio-closed-routes-studio-euw1-az1-to-"),
        );
        assert.ok(route, "the line has a route to the hub");
        const next = { ...route, name: "out", props: { ...route.props, destinationCidrBlock: "0.0.0.0/0" } };
        const lines = against({ ...many, resources: [...many.resources, next] });
        assert.ok(
            lines.some((line) => line.startsWith("broken hub.egress: closed: ")),
            lines.join("\n"),
        );
    });
});
