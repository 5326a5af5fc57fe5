import assert from "node:assert/strict";

import fc from "fast-check";

import { planInExisting, TIERS } from "../../components/addresses";
import { cidr, cidrContains, cidrsOverlap } from "../../policy-pack/net";

const NETWORK = "10.50.0.0/16";
const STUDIO = { "euw1-az2": "10.50.16.0/20", "euw1-az1": "10.50.0.0/20" };
const ZONES = ["euw1-az2", "euw1-az1"];

describe("addresses: the plan in an existing network", () => {
    it("is what was given, in order of zone, and nothing else", () => {
        const endpoint = { "euw1-az2": "10.50.33.0/24", "euw1-az1": "10.50.32.0/24" };
        const plan = planInExisting({
            cidr: NETWORK,
            zones: ZONES,
            studio: STUDIO,
            explicit: { endpoint },
            made: { endpoint: "endpoints are made" },
        });
        assert.equal(
            JSON.stringify(plan),
            JSON.stringify({
                ok: {
                    studio: { "euw1-az1": "10.50.0.0/20", "euw1-az2": "10.50.16.0/20" },
                    endpoint: { "euw1-az1": "10.50.32.0/24", "euw1-az2": "10.50.33.0/24" },
                    firewall: {},
                    nat: {},
                    transit: {},
                },
            }),
        );
    });

    it("needs ranges for each tier in which something is made, and says what", () => {
        assert.deepEqual(
            planInExisting({
                cidr: NETWORK,
                zones: ZONES,
                studio: STUDIO,
                explicit: { nat: { "euw1-az1": "10.50.40.0/28" } },
                made: { endpoint: "endpoints are made", nat: "NAT gateways are made" },
            }),
            {
                problems: [
                    {
                        path: ["subnets", "endpoint"],
                        found: undefined,
                        rule: "endpoints are made; nothing is computed in an existing VPC, so the tier endpoint needs ranges",
                        fix: "add endpoint to network.subnets with a free range for each of euw1-az1, euw1-az2",
                    },
                    {
                        path: ["subnets", "nat", "euw1-az2"],
                        found: undefined,
                        rule: "a tier with explicit ranges has one for every zone of network.zones",
                        fix: "add euw1-az2 to nat",
                    },
                ],
            },
        );
    });

    it("takes a reserved range that is not made yet, and keeps it apart", () => {
        const nat = { "euw1-az1": "10.50.40.0/28", "euw1-az2": "10.50.20.0/28" };
        assert.deepEqual(planInExisting({ cidr: NETWORK, zones: ZONES, studio: STUDIO, explicit: { nat }, made: {} }), {
            problems: [
                {
                    path: ["subnets", "nat", "euw1-az2"],
                    found: "10.50.20.0/28",
                    rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                    fix: "move it away from 10.50.16.0/20, studio in euw1-az2",
                },
            ],
        });
    });

    it("is never one with ranges that overlap or lie outside", () => {
        const range = fc
            .record({ prefix: fc.integer({ min: 17, max: 28 }), at: fc.nat(2 ** 17 - 1) })
            .map(({ prefix, at }) => {
                const base = 10 * 2 ** 24 + 50 * 2 ** 16 + (at - (at % 2 ** (32 - prefix)));
                return `10.${(base >> 16) & 255}.${(base >> 8) & 255}.${base & 255}/${prefix}`;
            });
        fc.assert(
            fc.property(range, range, range, (studio, endpoint, nat) => {
                const request = { cidr: NETWORK, zones: ["a"], studio: { a: studio }, made: {} };
                const plan = planInExisting({ ...request, explicit: { endpoint: { a: endpoint }, nat: { a: nat } } });
                const ranges = [studio, endpoint, nat].map(cidr);
                const good =
                    ranges.every((one) => cidrContains(cidr(NETWORK), one)) &&
                    !ranges.some((one, index) => ranges.slice(index + 1).some((other) => cidrsOverlap(one, other)));
                assert.equal("ok" in plan, good);
                if ("ok" in plan) {
                    assert.deepEqual(
                        TIERS.map((tier) => plan.ok[tier].a),
                        [studio, endpoint, undefined, nat, undefined],
                    );
                }
            }),
        );
    });
});
