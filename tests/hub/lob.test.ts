import { strict as assert } from "node:assert";

import type { RecordedResource } from "../../preflight/record";
import { one, type RecordedComponent } from "../harness";
import { A, B, C, type Lob, recordCompany } from "./company";
import { ACCESS, all, associations, FIREWALL, gatewayRoutes, HUB, LOB_A, LOB_B, TYPES } from "./fixture";

/** What a resource is made of: what is compared when a line of business comes. */
function made({ type, props, parent, provider, ignoreChanges, dependencies }: RecordedResource): unknown {
    return { type, props, parent, provider, ignoreChanges, dependencies };
}

function byUrn({ resources }: RecordedComponent): Map<string, unknown> {
    return new Map(resources.map((resource) => [resource.urn, made(resource)]));
}

/** Names of resources of the hub's own account that are in one recording only. */
function newInHub(before: RecordedComponent, after: RecordedComponent, lob: Lob): string[] {
    const known = byUrn(before);
    return after.resources
        .filter(({ urn, provider }) => !known.has(urn) && String(provider).includes(HUB))
        .map(({ type, name }) => `${type.split(":")[2] ?? type}: ${name.replace(lob.name, "LOB")}`)
        .sort();
}

describe("A line of business", () => {
    let two: RecordedComponent;
    let three: RecordedComponent;
    before(async function () {
        this.timeout(180_000);
        two = await recordCompany([A, B]);
        three = await recordCompany([A, B, C]);
    });

    it("changes nothing in hub, access service and the other lines of business when it comes", () => {
        const after = byUrn(three);
        for (const [urn, resource] of byUrn(two)) {
            assert.deepEqual(after.get(urn), resource, urn);
        }
    });

    it("brings to the hub's account its acceptance, its table, one route and its place in the zones", () => {
        const names = newInHub(two, three, C).filter((name) => !name.startsWith("VpcAssociationAuthorization"));
        assert.deepEqual(names, [
            "Route: LOB-spoke-to-10-101-0-0-16",
            "RouteTableAssociation: LOB-spoke",
            "VpcAttachmentAccepter: LOB-spoke",
        ]);
        const grants = newInHub(two, three, C).filter((name) => name.startsWith("VpcAssociationAuthorization"));
        assert.equal(grants.length, all(two, TYPES.grant).length / 2);
    });

    it("shares the gateway with its account, where that is new, and with nobody else again", () => {
        const principals = (recording: RecordedComponent): unknown[] =>
            all(recording, TYPES.principal).map(({ props }) => props["principal"]);
        assert.deepEqual(principals(two), [ACCESS, LOB_A, LOB_B]);
        assert.deepEqual(principals(three), [ACCESS, LOB_A, LOB_B]);
    });

    it("waits with its attachment for its own account's share only", () => {
        const { dependencies } = one(two, TYPES.attachment, "lob-a-network-hub");
        const shares = all(two, TYPES.principal).filter(({ urn }) => dependencies.includes(urn));
        assert.deepEqual(
            shares.map(({ name }) => name),
            [`hub-share-${LOB_A}`],
        );
    });

    it("is found from the hub's side, and finds nothing but the hub", () => {
        assert.deepEqual(gatewayRoutes(two), [
            "hub-clients: 10.0.0.0/16 -> hub-hub",
            "hub-hub: 10.0.0.0/16 -> hub-hub",
            "hub-hub: 10.100.0.0/16 -> lob-a-network-hub",
            "hub-hub: 10.120.0.0/16 -> lob-b-network-hub",
            "hub-hub: 10.17.0.0/16 -> access-hub",
            "hub-spoke: 10.0.0.0/16 -> hub-hub",
            "hub-spoke: 10.100.0.0/14 -> blackhole",
            "hub-spoke: 10.120.0.0/14 -> blackhole",
        ]);
        assert.deepEqual(associations(two), [
            "access-hub: hub-hub",
            "hub-hub: hub-hub",
            "lob-a-network-hub: hub-spoke",
            "lob-b-network-hub: hub-spoke",
        ]);
    });

    it("works with central egress by one more route of its tables, and none of the gateway's", async function () {
        this.timeout(60_000);
        const open = await recordCompany([A], FIREWALL);
        const routes = all(open, TYPES.route)
            .filter(({ name }) => name.startsWith("lob-a"))
            .map(({ props }) => props["destinationCidrBlock"]);
        assert.deepEqual(routes, [
            "0.0.0.0/0",
            "10.0.192.0/19",
            "10.0.64.0/19",
            "0.0.0.0/0",
            "10.0.192.0/19",
            "10.0.64.0/19",
        ]);
        assert.deepEqual(
            gatewayRoutes(open).filter((route) => route.endsWith("lob-a-network-hub")),
            ["hub-hub: 10.100.0.0/16 -> lob-a-network-hub"],
        );
    });
});
