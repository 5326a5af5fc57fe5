import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import * as fc from "fast-check";

import { type DnsEntry, regionalEntry } from "../../components/hub/zones/dnsEntries";

const ENDPOINT = "vpce-0123456789abcdef0";
const HOST = "sts.eu-west-1.vpce.amazonaws.com";

/** What AWS answers for an endpoint in three zones with private names. */
const ANSWER: readonly DnsEntry[] = [
    { dnsName: `${ENDPOINT}-abcdefgh.${HOST}`, hostedZoneId: "ZREGION" },
    { dnsName: `${ENDPOINT}-abcdefgh-eu-west-1a.${HOST}`, hostedZoneId: "ZREGION" },
    { dnsName: `${ENDPOINT}-abcdefgh-eu-west-1b.${HOST}`, hostedZoneId: "ZREGION" },
    { dnsName: "sts.eu-west-1.amazonaws.com", hostedZoneId: "ZPRIVATE" },
    { dnsName: "*.sts.eu-west-1.amazonaws.com", hostedZoneId: "ZPRIVATE" },
];

describe("regionalEntry", () => {
    it("finds the name for the whole Region, in whatever order the names come", () => {
        fc.assert(
            fc.property(fc.shuffledSubarray([...ANSWER], { minLength: ANSWER.length }), (entries) => {
                assert.deepEqual(regionalEntry(ENDPOINT, entries), {
                    name: `${ENDPOINT}-abcdefgh.${HOST}`,
                    zoneId: "ZREGION",
                });
            }),
        );
    });

    it("finds no name but the endpoint's own", () => {
        const others = ANSWER.slice(1);
        const foreign = { dnsName: `vpce-0fedcba9876543210-abcdefgh.${HOST}`, hostedZoneId: "ZREGION" };
        const longer = { dnsName: `${ENDPOINT}0-abcdefgh.${HOST}`, hostedZoneId: "ZREGION" };
        fc.assert(
            fc.property(fc.shuffledSubarray([...others, foreign, longer]), (entries) => {
                assert.throws(() => regionalEntry(ENDPOINT, entries), pulumi.RunError);
            }),
        );
    });

    it("says what the endpoint answered when there is no such name", () => {
        assert.throws(() => regionalEntry(ENDPOINT, ANSWER.slice(2, 4)), {
            message:
                `Endpoint ${ENDPOINT} has no name for the whole Region, so its private zone has nothing to point to.\n` +
                `  It answered: sts.eu-west-1.amazonaws.com; ${ENDPOINT}-abcdefgh-eu-west-1b.${HOST}.\n` +
                `  Wait until aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${ENDPOINT} says available, then run pulumi ` +
                "refresh and pulumi up.",
        });
    });

    it("refuses two of them, and an answer without any", () => {
        const two = [...ANSWER, { dnsName: `${ENDPOINT}-12345678.${HOST}`, hostedZoneId: "ZREGION" }];
        assert.throws(() => regionalEntry(ENDPOINT, two), /has 2 names for the whole Region/);
        assert.throws(() => regionalEntry(ENDPOINT, []), /It answered: nothing\./);
        assert.throws(() => regionalEntry(ENDPOINT, [{}]), /It answered: -\./);
    });
});
