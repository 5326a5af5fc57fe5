import { strict as assert } from "node:assert";

import { Hub, type HubArgs } from "../../components/hub";
import { zoneMessage } from "../../components/network/zoneCheck";
import { recordComponent } from "../harness";
import { HUB, hubArgs, inAccount, MEMBERS, STACK } from "./fixture";

function refusal(changes: Partial<HubArgs>, message: RegExp): Promise<void> {
    const build = () => void new Hub("net", hubArgs(changes), inAccount(HUB));
    return assert.rejects(recordComponent(build, STACK), message);
}

describe("A hub that cannot be made", () => {
    const { subnets } = hubArgs();
    const inOneZone = (tier: keyof typeof subnets) => ({ "euw1-az1": subnets[tier]["euw1-az1"] ?? "" });
    const oneZone: HubArgs["subnets"] = {
        studio: {},
        endpoint: inOneZone("endpoint"),
        firewall: {},
        nat: {},
        transit: inOneZone("transit"),
    };

    it("names the hub's keys for a resolver in one zone", () =>
        refusal(
            {
                subnets: oneZone,
                members: { ...MEMBERS, clients: { ranges: ["192.168.10.0/24"], overGateway: [], resolver: true } },
            },
            /hub\.clients\.resolver: true needs at least 2 zones, hub\.zones has 1.*set hub\.clients\.resolver: false\./,
        ));

    it("names the hub's keys for a name that may not resolve", () =>
        refusal(
            { dns: { allow: [".amazonaws.com"], logRetentionDays: 365 } },
            /hub\.dns\.allow, hub\.firewall\.allow: not all of these names may resolve:/,
        ));

    it("names the hub's keys for a zone that is none", () => {
        const message = zoneMessage(
            { services: [], zones: ["euw1-az9"], region: "eu-west-1", section: "hub" },
            { zones: [{ id: "euw1-az1", name: "eu-west-1a" }], services: new Map() },
        );
        assert.match(message ?? "", /^hub\.zones: not every endpoint .*\n[^]*Change hub\.zones /);
    });
});
