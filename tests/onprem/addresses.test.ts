import { strict as assert } from "node:assert";

import fc from "fast-check";

import { onPremisesRanges } from "../../components/onprem";
import { zoneNames } from "../../components/onprem/zones";
import { cidr, cidrContains, cidrsOverlap } from "../../policy-pack/net";

describe("addresses of the on-premises simulator", () => {
    it("are those of the reference design for two zones: hosts first, then the gateway", () => {
        assert.deepEqual(
            [...onPremisesRanges("192.168.10.0/24", ["euw1-az1", "euw1-az2"])],
            [
                ["euw1-az1", { host: "192.168.10.0/26", transit: "192.168.10.128/26" }],
                ["euw1-az2", { host: "192.168.10.64/26", transit: "192.168.10.192/26" }],
            ],
        );
    });

    it("leave a place for a fourth zone where there are three", () => {
        assert.deepEqual([...onPremisesRanges("10.9.0.0/25", ["a", "b", "c"]).values()].at(-1), {
            host: "10.9.0.32/28",
            transit: "10.9.0.96/28",
        });
    });

    it("are refused when a subnet would be smaller than AWS takes", () => {
        assert.throws(() => onPremisesRanges("192.168.10.0/26", ["a", "b", "c"]), {
            message:
                "onprem.cidr is 192.168.10.0/26: for 3 zones it is cut into 8 subnets of /29, and AWS takes none smaller than /28. " +
                "Write a range of /25 or wider, or fewer onprem.zones.",
        });
    });

    it("lie in the VPC, never overlap, and do not move when another zone is added at the end of a pair", () => {
        fc.assert(
            fc.property(fc.integer({ min: 16, max: 24 }), fc.integer({ min: 1, max: 4 }), (prefix, count) => {
                const zones = ["a", "b", "c", "d"].slice(0, count);
                const whole = `10.40.0.0/${prefix}`;
                const made = [...onPremisesRanges(whole, zones).values()].flatMap(({ host, transit }) => [
                    cidr(host),
                    cidr(transit),
                ]);
                made.forEach((range, index) => {
                    assert.ok(cidrContains(cidr(whole), range));
                    made.slice(index + 1).forEach((other) => assert.ok(!cidrsOverlap(range, other)));
                });
                if (count === 3) {
                    const four = onPremisesRanges(whole, ["a", "b", "c", "d"]);
                    zones.forEach((zone) => assert.deepEqual(onPremisesRanges(whole, zones).get(zone), four.get(zone)));
                }
            }),
        );
    });
});

describe("zone names of the on-premises simulator", () => {
    /** An account in which letters and numbers do not follow each other. */
    const answer = {
        names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        zoneIds: ["euw1-az3", "euw1-az1", "euw1-az2"],
    };

    it("are those the account has for the ids", () => {
        assert.deepEqual(zoneNames(["euw1-az1", "euw1-az3"], answer), ["eu-west-1b", "eu-west-1a"]);
    });

    it("are refused, all at once, for ids the account does not have", () => {
        assert.throws(() => zoneNames(["euw1-az1", "use1-az1", "euw1-az9"], answer), {
            message:
                "onprem.zones has use1-az1, euw1-az9, which the account does not offer here. Its zones: euw1-az3, euw1-az1, euw1-az2.",
        });
    });
});
