import assert from "node:assert/strict";

import fc from "fast-check";

import { type AddressPlan, type ExplicitSubnets, planAddresses, TIERS } from "../../components/addresses";
import { cidr, cidrContains, cidrsOverlap } from "../../policy-pack/net";

function planOf(range: string, zones: string[], explicit?: ExplicitSubnets): AddressPlan {
    const result = planAddresses({ cidr: range, zones, explicit });
    assert.ok("ok" in result, JSON.stringify(result));
    return result.ok;
}

function problemsOf(range: string, zones: string[], explicit?: ExplicitSubnets): unknown[] {
    const result = planAddresses({ cidr: range, zones, explicit });
    assert.ok("problems" in result, "a plan was made");
    return result.problems;
}

const zoneSets = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }).chain((ordinals) =>
    fc.constantFrom(
        ordinals.map((ordinal) => `use1-az${ordinal}`),
        ordinals.map((ordinal) => `us-east-1${"abcdefghi"[ordinal - 1]}`),
    ),
);
const networks = fc
    .record({ second: fc.integer({ min: 0, max: 255 }), prefix: fc.integer({ min: 16, max: 21 }) })
    .map(({ second, prefix }) => `10.${second}.0.0/${prefix}`);

describe("addresses: the computed plan", () => {
    it("divides one zone", () => {
        assert.deepEqual(planOf("10.0.0.0/16", ["eu-west-1b"]), {
            studio: { "eu-west-1b": "10.0.0.0/17" },
            endpoint: { "eu-west-1b": "10.0.128.0/18" },
            firewall: { "eu-west-1b": "10.0.192.0/20" },
            nat: { "eu-west-1b": "10.0.208.0/20" },
            transit: { "eu-west-1b": "10.0.224.0/20" },
        });
    });

    it("gives three zones the blocks of four", () => {
        const plan = planOf("10.0.0.0/16", ["use1-az4", "use1-az1", "use1-az2"]);
        assert.deepEqual(plan.studio, {
            "use1-az1": "10.0.0.0/19",
            "use1-az2": "10.0.64.0/19",
            "use1-az4": "10.0.192.0/19",
        });
    });

    it("gives a zone beyond the slots a free one", () => {
        assert.deepEqual(planOf("10.0.0.0/16", ["use1-az6", "use1-az2"]).studio, {
            "use1-az2": "10.0.128.0/18",
            "use1-az6": "10.0.0.0/18",
        });
    });

    it("keeps what three zones have when a fourth comes", () => {
        const three = planOf("10.0.0.0/16", ["use1-az1", "use1-az2", "use1-az3"]);
        const four = planOf("10.0.0.0/16", ["use1-az1", "use1-az2", "use1-az3", "use1-az4"]);
        for (const tier of TIERS) {
            assert.deepEqual({ ...four[tier], ...three[tier] }, four[tier]);
        }
    });

    it("keeps every range inside, apart and of a size AWS takes", () => {
        fc.assert(
            fc.property(networks, zoneSets, (network, zones) => {
                const plan = planOf(network, zones);
                const ranges = TIERS.flatMap((tier) => Object.values(plan[tier])).map(cidr);
                assert.equal(ranges.length, 5 * zones.length);
                ranges.forEach((range, index) => {
                    assert.ok(cidrContains(cidr(network), range));
                    assert.ok(range.prefix >= 16 && range.prefix <= 28);
                    assert.ok(ranges.slice(index + 1).every((other) => !cidrsOverlap(range, other)));
                });
            }),
        );
    });

    it("does not depend on the order of the zones", () => {
        const shuffled = zoneSets.chain((zones) =>
            fc.tuple(fc.constant(zones), fc.shuffledSubarray(zones, { minLength: zones.length })),
        );
        fc.assert(
            fc.property(networks, shuffled, (network, [zones, other]) => {
                assert.equal(JSON.stringify(planOf(network, zones)), JSON.stringify(planOf(network, other)));
            }),
        );
    });

    it("keeps studio and endpoint subnets where they are when reserved tiers get explicit ranges", () => {
        fc.assert(
            fc.property(
                networks,
                zoneSets,
                fc.subarray(["firewall", "nat", "transit"] as const),
                (network, zones, tiers) => {
                    const computed = planOf(network, zones);
                    const explicit = Object.fromEntries(
                        (["studio", "endpoint", ...tiers] as const).map((tier) => [tier, computed[tier]]),
                    );
                    assert.deepEqual(planOf(network, zones, explicit), computed);
                },
            ),
        );
    });

    it("needs room for a /28 in every tier", () => {
        assert.equal(planOf("10.0.0.0/24", ["use1-az1"]).transit["use1-az1"], "10.0.0.224/28");
        assert.deepEqual(problemsOf("10.0.1.0/24", ["use1-az1", "use1-az2", "use1-az3"]), [
            {
                path: ["cidr"],
                found: "10.0.1.0/24",
                rule: "a network of 3 zones is a /22 or larger, so that its smallest subnet is a /28",
                fix: "use a larger range such as 10.0.0.0/22, fewer zones, or explicit ranges for all tiers in network.subnets",
            },
        ]);
    });
});

describe("addresses: explicit ranges", () => {
    const zones = ["use1-az2", "use1-az1"];
    const studio = { "use1-az1": "10.0.0.0/20", "use1-az2": "10.0.16.0/20" };
    const endpoint = { "use1-az1": "10.0.32.0/24", "use1-az2": "10.0.33.0/24" };

    it("replace the computed ones and leave the other tiers", () => {
        const computed = planOf("10.0.0.0/16", zones);
        assert.deepEqual(planOf("10.0.0.0/16", zones, { studio, endpoint }), { ...computed, studio, endpoint });
    });

    it("are listed in order of zone, whatever the order they were written in", () => {
        const written = { "use1-az2": "10.0.16.0/20", "use1-az1": "10.0.0.0/20" };
        assert.deepEqual(Object.keys(planOf("10.0.0.0/16", zones, { studio: written, endpoint }).studio), [
            "use1-az1",
            "use1-az2",
        ]);
    });

    it("make a small network possible when every tier has them", () => {
        const small = {
            studio: { "use1-az1": "10.0.0.0/28" },
            endpoint: { "use1-az1": "10.0.0.16/28" },
            firewall: { "use1-az1": "10.0.0.32/28" },
            nat: { "use1-az1": "10.0.0.48/28" },
            transit: { "use1-az1": "10.0.0.64/28" },
        };
        assert.deepEqual(planOf("10.0.0.0/25", ["use1-az1"], small), small);
    });

    it("come for studio and endpoint together", () => {
        assert.deepEqual(
            problemsOf("10.0.0.0/16", zones, { nat: { "use1-az1": "10.0.0.0/24", "use1-az2": "10.0.1.0/24" } }),
            [
                {
                    path: ["subnets", "studio"],
                    found: undefined,
                    rule: "explicit subnets name the tiers studio and endpoint, because both are made in every deployment",
                    fix: "add studio with a range for each of use1-az1, use1-az2, or remove subnets to have all ranges computed",
                },
                {
                    path: ["subnets", "endpoint"],
                    found: undefined,
                    rule: "explicit subnets name the tiers studio and endpoint, because both are made in every deployment",
                    fix: "add endpoint with a range for each of use1-az1, use1-az2, or remove subnets to have all ranges computed",
                },
            ],
        );
    });

    it("are refused with all their mistakes at once", () => {
        assert.deepEqual(
            problemsOf("10.0.0.0/16", zones, {
                studio: { "use1-az1": "10.0.0.0/29", "use1-az3": "10.0.16.0/20" },
                endpoint: { "use1-az1": "10.1.32.0/24", "use1-az2": "10.0.33.0/24" },
            }).map((problem) => (problem as { path: string[]; fix: string }).path.join(".")),
            [
                "subnets.studio.use1-az2",
                "subnets.studio.use1-az3",
                "subnets.studio.use1-az1",
                "subnets.endpoint.use1-az1",
            ],
        );
    });

    it("are refused where they meet each other or a reserved range", () => {
        assert.deepEqual(
            problemsOf("10.0.0.0/16", zones, {
                studio,
                endpoint: { "use1-az1": "10.0.15.0/24", "use1-az2": "10.0.96.0/24" },
            }),
            [
                {
                    path: ["subnets", "endpoint", "use1-az1"],
                    found: "10.0.15.0/24",
                    rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                    fix: "move it away from 10.0.0.0/20, studio in use1-az1",
                },
                {
                    path: ["subnets", "endpoint", "use1-az2"],
                    found: "10.0.96.0/24",
                    rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                    fix: "move it away from 10.0.96.0/21, or choose ranges for the tier firewall too",
                },
            ],
        );
    });
});
