import { strict as assert } from "node:assert";
import { DOCUMENTATION_ACCOUNT, placeOf } from "./place";

const ROLE = { roleArn: "arn:aws:iam::444455556666:role/deploy" };

describe("emulated aws: where a provider works", () => {
    it("works in the account of the last role it assumes, in its own Region", () => {
        const roles = JSON.stringify([{ roleArn: "arn:aws:iam::222222222222:role/first" }, ROLE]);
        assert.deepEqual(
            placeOf({ region: "eu-west-1", assumeRoles: roles }, { account: "111111111111", region: "us-east-1" }),
            {
                account: "444455556666",
                region: "eu-west-1",
                defaultTags: {},
            },
        );
    });

    it("works in the caller's account and Region without either", () => {
        const place = placeOf(
            { defaultTags: '{"tags":{"lob":"risk"}}' },
            { account: "111111111111", region: "us-east-1" },
        );
        assert.deepEqual(place, { account: "111111111111", region: "us-east-1", defaultTags: { lob: "risk" } });
    });

    it("takes the only allowed account, then the documentation account, for a caller nobody knows", () => {
        assert.equal(
            placeOf({ region: "eu-west-1", allowedAccountIds: '["123412341234"]' }, {}).account,
            "123412341234",
        );
        assert.equal(placeOf({ region: "eu-west-1" }, {}).account, DOCUMENTATION_ACCOUNT);
    });

    const REFUSED: readonly [what: string, configuration: Record<string, unknown>, message: RegExp][] = [
        ["no Region", {}, /Missing region configuration/],
        [
            "an account that is not allowed",
            { region: "r", allowedAccountIds: '["222222222222"]' },
            /not allowed: 111111111111/,
        ],
        ["a forbidden account", { region: "r", forbiddenAccountIds: '["111111111111"]' }, /not allowed: 111111111111/],
        [
            "a role of an account that is not allowed",
            { region: "r", assumeRoles: JSON.stringify([ROLE]), allowedAccountIds: '["111111111111"]' },
            /not allowed: 444455556666/,
        ],
        [
            "what is no role",
            { region: "r", assumeRoles: '[{"roleArn":"deploy"}]' },
            /"deploy" is not the ARN of a role/,
        ],
    ];

    for (const [what, configuration, message] of REFUSED) {
        it(`refuses ${what}`, () => {
            assert.throws(() => placeOf(configuration, { account: "111111111111" }), message);
        });
    }
});
