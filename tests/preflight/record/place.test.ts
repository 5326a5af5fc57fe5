import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { placeOf } from "../../../preflight/record/place";
import { zonesOf } from "../../../preflight/record/zones";

const role = (account: string) => ({ roleArn: `arn:aws:iam::${account}:role/deploy` });

describe("placeOf", () => {
    const cases: readonly [name: string, inputs: Record<string, unknown>, account: unknown, region: unknown][] = [
        [
            "the only allowed account",
            { region: "eu-west-1", allowedAccountIds: '["444455556666"]' },
            "444455556666",
            "eu-west-1",
        ],
        [
            "the account of the assumed role",
            { region: "eu-west-1", assumeRoles: JSON.stringify([role("999900001111")]) },
            "999900001111",
            "eu-west-1",
        ],
        [
            "the last of a chain of roles",
            { region: "eu-west-1", assumeRoles: JSON.stringify([role("999900001111"), role("222233334444")]) },
            "222233334444",
            "eu-west-1",
        ],
        [
            "roles in another partition",
            { region: "cn-north-1", assumeRoles: '[{"roleArn":"arn:aws-cn:iam::999900001111:role/d"}]' },
            "999900001111",
            "cn-north-1",
        ],
        ["an unreadable role", { region: "eu-west-1", assumeRoles: '[{"roleArn":"nonsense"}]' }, UNKNOWN, "eu-west-1"],
        ["secret roles", { region: "eu-west-1", assumeRoles: SECRET }, UNKNOWN, "eu-west-1"],
        ["an unknown Region", { region: UNKNOWN, allowedAccountIds: '["444455556666"]' }, "444455556666", UNKNOWN],
    ];
    for (const [name, inputs, account, region] of cases) {
        it(`takes ${name}`, () => {
            const place = placeOf("p", inputs);
            assert.deepEqual(
                [place.account, place.region, place.assumed, place.problem],
                [account, region, [], undefined],
            );
        });
    }

    it("assumes AWS's documentation account and first Region where the provider says nothing, and lists it", () => {
        const place = placeOf("p", { allowedAccountIds: '["444455556666","999900001111"]' });
        assert.deepEqual([place.account, place.region], ["111122223333", "us-east-1"]);
        assert.deepEqual(
            place.assumed.map(({ answer, why }) => [answer, why]),
            [
                ["111122223333", "provider p does not state its account (allowedAccountIds or assumeRoles)"],
                ["us-east-1", "provider p does not state its region"],
            ],
        );
    });

    it("reads default tags", () => {
        assert.deepEqual(placeOf("p", { defaultTags: '{"tags":{"a":"b"}}' }).defaultTags, { a: "b" });
        assert.equal(placeOf("p", { defaultTags: SECRET }).defaultTags, UNKNOWN);
    });
});

describe("zonesOf", () => {
    for (const [region, ids] of [
        ["eu-west-1", ["euw1-az1", "euw1-az2", "euw1-az3"]],
        ["us-west-1", ["usw1-az1", "usw1-az3"]],
        ["ap-southeast-2", ["apse2-az1", "apse2-az2", "apse2-az3"]],
        ["ca-central-1", ["cac1-az1", "cac1-az2", "cac1-az4"]],
        ["us-gov-west-1", ["usgw1-az1", "usgw1-az2", "usgw1-az3"]],
    ] as const) {
        it(region, () => {
            assert.deepEqual(
                zonesOf(region).map(({ id }) => id),
                ids,
            );
            assert.equal(zonesOf(region)[0]?.name, `${region}a`);
        });
    }
});
