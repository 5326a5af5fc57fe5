import assert from "node:assert/strict";

import fc from "fast-check";

import { parseSettings, type PlainSettings } from "../../components/settings";
import { type Feature, FEATURES } from "../../policy-pack/facts";
import { singleOf } from "./helper";

const ZONE_SETS = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });

/** What a person may change on a living stack without touching ranges and zones. */
const CHANGES = fc.record({
    features: fc
        // Canvas asks for two zones, and some of these networks have one.
        .subarray(
            (Object.keys(FEATURES) as Feature[]).filter((feature) => feature !== "canvas"),
            { maxLength: 6 },
        )
        .map((features) => [...new Set<Feature>(["studio", "jobs", ...features])]),
    egress: fc.constantFrom(
        { egress: "isolated" },
        { egress: "nat" },
        { egress: "firewall", firewall: { allow: ["kaggle"] } },
    ),
    capacity: fc.option(fc.record({ users: fc.nat(50), jobs: fc.nat(5), instancesPerJob: fc.constant(2) })),
    clients: fc.option(fc.record({ ranges: fc.constant(["192.168.0.0/16"]), resolver: fc.boolean() })),
    distributedTraining: fc.boolean(),
    flowLogDestination: fc.constantFrom("log-group", "bucket"),
});

function subnetsOf(network: Record<string, unknown>): PlainSettings["subnets"] {
    const parsed = parseSettings({
        project: "private-studio",
        stack: "test",
        config: {
            "aws:region": "us-east-1",
            "private-studio:account": { id: "111122223333" },
            "private-studio:network": { cidr: "10.20.0.0/16", ...network },
            "private-studio:access": { principals: ["arn:aws:iam::111122223333:role/data-scientists"] },
        },
        secretKeys: [],
    });
    return singleOf(parsed).subnets;
}

describe("settings: subnets of a living stack", () => {
    it("stay where they are whatever features, egress, capacity, clients and logs become", () => {
        fc.assert(
            fc.property(ZONE_SETS, CHANGES, (ordinals, { egress, capacity, clients, ...changes }) => {
                const zones = ordinals.map((ordinal) => `use1-az${ordinal}`);
                const changed = subnetsOf({
                    zones,
                    ...changes,
                    ...egress,
                    ...(capacity && { capacity }),
                    // An inbound resolver needs two zones.
                    ...(clients && { clients: { ...clients, resolver: clients.resolver && zones.length > 1 } }),
                });
                assert.deepEqual(changed, subnetsOf({ zones }));
            }),
        );
    });
});
