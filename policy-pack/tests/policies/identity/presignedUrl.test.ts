import assert from "node:assert/strict";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, result, verdict } from "../verdict";

const { openSameTag } = STATEMENTS;
const TAG = { "sagemaker:ResourceTag/employeeNumber": "${aws:PrincipalTag/employeeNumber}" };
const WHERE = "violation: RolePolicy user-presign: statement OpenSameTag of user-presign allows";
const LINK = "sagemaker:CreatePresignedDomainUrl";
const NOTEBOOK = "sagemaker:CreatePresignedNotebookInstanceUrl";
const network = (actions = LINK): string =>
    `${WHERE} ${actions} from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.`;
const resources = (actions = LINK): string =>
    `${WHERE} ${actions} on more than user profiles. Name user-profile ARNs as Resource.`;

function open(change_: object, ...others: readonly object[]): Sketch[] {
    return change(cleanStack(), "user-presign", "policy", document({ ...openSameTag, ...change_ }, ...others));
}

describe("P60 sagemaker-presigned-url-vpce-restricted", () => {
    const conditions: readonly (readonly [string, object | undefined, boolean])[] = [
        ["VPC", { StringEquals: { "aws:SourceVpc": "vpc-1" } }, true],
        ["endpoint", { StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } }, true],
        ["key in another case", { StringEquals: { "aws:sourcevpc": "vpc-1" } }, true],
        ["StringLike without wildcard", { StringLike: { "aws:SourceVpce": "vpce-1" } }, true],
        [
            "VPC and address in it",
            { StringEquals: { "aws:SourceVpc": "vpc-1" }, IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" } },
            true,
        ],
        ["none", undefined, false],
        ["tag only", { StringEquals: TAG }, false],
        ["any VPC", { StringLike: { "aws:SourceVpc": "*" } }, false],
        ["any VPC by prefix", { StringLike: { "aws:SourceVpc": "vpc-*" } }, false],
        ["any endpoint by prefix", { StringLike: { "aws:SourceVpce": ["vpce-1", "vpce-????"] } }, false],
        ["a value the caller sets", { StringEquals: { "aws:SourceVpc": "${aws:PrincipalTag/vpc}" } }, false],
        ["when present", { StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" } }, false],
        ["every value of an empty set", { "ForAllValues:StringEquals": { "aws:SourceVpc": "vpc-1" } }, false],
        ["negated", { StringNotEquals: { "aws:SourceVpc": "vpc-1" } }, false],
        ["key must be there", { Null: { "aws:SourceVpc": "false" } }, false],
        ["address inside some VPC", { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" } }, false],
        ["public address that is not configured", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, false],
    ];
    for (const [what, condition, holds] of conditions) {
        it(`condition: ${what}`, () =>
            assert.deepEqual(verdict("P60", open({ Condition: condition })), holds ? [] : [network()]));
    }

    describe("with configured addresses", () => {
        const options = { addresses: ["203.0.113.0/24"] };
        const cases: readonly (readonly [string, object, boolean])[] = [
            ["the range", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, true],
            ["a part of it", { IpAddress: { "aws:SourceIp": ["203.0.113.0/25", "203.0.113.200"] } }, true],
            ["one range outside", { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] } }, false],
            ["a wider range", { IpAddress: { "aws:SourceIp": "203.0.112.0/20" } }, false],
            ["the internet", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, false],
            ["everything but the range", { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, false],
            ["IPv6", { IpAddress: { "aws:SourceIp": "2001:db8::/32" } }, false],
            ["when present", { IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" } }, false],
        ];
        for (const [what, condition, holds] of cases) {
            it(what, () =>
                assert.deepEqual(verdict("P60", open({ Condition: condition }), options), holds ? [] : [network()]),
            );
        }
    });

    describe("a Deny of the same role", () => {
        const deny = {
            Effect: "Deny",
            Action: LINK,
            Resource: "*",
            Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
        };
        const cases: readonly (readonly [string, object, boolean])[] = [
            ["outside the VPC", deny, true],
            ["for all of SageMaker", { ...deny, Action: "sagemaker:*" }, true],
            [
                "outside endpoint and VPC",
                { ...deny, Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1", "aws:SourceVpce": "vpce-1" } } },
                true,
            ],
            [
                "outside, absent key included",
                { ...deny, Condition: { StringNotEqualsIfExists: { "aws:SourceVpc": "vpc-1" } } },
                true,
            ],
            ["of another action", { ...deny, Action: NOTEBOOK }, false],
            [
                "on one profile",
                { ...deny, Resource: "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/ann" },
                false,
            ],
            [
                "with a second condition",
                { ...deny, Condition: { ...deny.Condition, Bool: { "aws:ViaAWSService": "false" } } },
                false,
            ],
            ["outside any endpoint", { ...deny, Condition: { Null: { "aws:SourceVpce": "true" } } }, false],
            [
                "with ForAnyValue, which an absent key escapes",
                { ...deny, Condition: { "ForAnyValue:StringNotEquals": { "aws:SourceVpc": "vpc-1" } } },
                false,
            ],
            ["without condition takes the action away", { ...deny, Condition: undefined }, true],
        ];
        for (const [what, statement, holds] of cases) {
            it(what, () => {
                const stack = change(
                    open({ Condition: { StringEquals: TAG } }),
                    "user-guard",
                    "policy",
                    document(statement),
                );
                assert.deepEqual(verdict("P60", stack), holds ? [] : [network()]);
            });
        }

        it("counts in the boundary", () => {
            const stack = change(
                change(cleanStack(), "boundary", "policy", document(STATEMENTS.boundaryAllow, deny)),
                "execution-presign",
                "policy",
                document({ ...STATEMENTS.openOwn, Condition: undefined }),
            );
            assert.deepEqual(verdict("P60", stack), []);
        });

        it("does not count in another role", () => {
            const stack = change(open({ Condition: undefined }), "execution-jobs", "policy", document(deny));
            assert.deepEqual(verdict("P60", stack), [network()]);
        });
    });

    const both = `${LINK}, ${NOTEBOOK}`;
    const covered: readonly (readonly [string, object, readonly string[]])[] = [
        ["everything", { Action: "*", Resource: "*" }, [resources(both)]],
        [
            "all of SageMaker, from anywhere",
            { Action: "sagemaker:*", Resource: "*", Condition: undefined },
            [network(both), resources(both)],
        ],
        ["a pattern", { Action: "sagemaker:CreatePresigned*", Condition: undefined }, [network(both)]],
        [
            "everything but tags",
            { Action: undefined, NotAction: "sagemaker:AddTags", Condition: undefined },
            [network(both)],
        ],
        [
            "everything but the links",
            { Action: undefined, NotAction: "sagemaker:CreatePresigned*", Condition: undefined },
            [],
        ],
        [
            "notebooks' links on notebooks",
            { Action: NOTEBOOK, Resource: "arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/*" },
            [],
        ],
        ["notebooks' links on profiles", { Action: NOTEBOOK }, [resources(NOTEBOOK)]],
        ["any resource of the account", { Resource: "arn:aws:sagemaker:eu-west-1:111122223333:*" }, [resources()]],
        [
            "all but one profile",
            { Resource: undefined, NotResource: "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/ann" },
            [resources()],
        ],
        ["other actions", { Action: "sagemaker:DescribeDomain", Resource: "*", Condition: undefined }, []],
    ];
    for (const [what, change_, expected] of covered) {
        it(`grant: ${what}`, () => assert.deepEqual(verdict("P60", open(change_)), expected));
    }

    it("managed policies count where they are attached, with the Denies there", () => {
        const managed: Sketch = {
            type: "aws:iam/policy:Policy",
            name: "managed",
            props: { policy: document({ ...openSameTag, Condition: undefined }) },
        };
        const attachment: Sketch = {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            name: "attachment",
            props: { role: ref("user"), policyArn: ref("managed", "arn") },
        };
        const said =
            "violation: Policy managed: statement OpenSameTag of managed allows sagemaker:CreatePresignedDomainUrl from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.";
        assert.deepEqual(verdict("P60", [...without(cleanStack(), "user-presign"), managed]), [said]);
        assert.deepEqual(verdict("P60", [...without(cleanStack(), "user-presign"), managed, attachment]), [said]);
        const deny = {
            Effect: "Deny",
            Action: LINK,
            Resource: "*",
            Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
        };
        const guarded = change(
            [...without(cleanStack(), "user-presign"), managed, attachment],
            "user-guard",
            "policy",
            document(deny),
        );
        assert.deepEqual(verdict("P60", guarded), []);
    });

    it("policies of users and groups count", () => {
        const user: Sketch = {
            type: "aws:iam/userPolicy:UserPolicy",
            name: "ann",
            props: { user: "ann", policy: document({ ...openSameTag, Condition: undefined }) },
        };
        assert.deepEqual(
            result("P60", [...cleanStack(), user]).violations.map(({ urn }) => urn),
            ["urn:pulumi:test::fixture::aws:iam/userPolicy:UserPolicy::ann"],
        );
    });

    it("an unread document beside an open Allow leaves it undecided", () => {
        const stack = change(open({ Condition: undefined }), "user-guard", "policy", ref("studio"));
        const { violations, undecided } = result("P60", stack, {}, "unknown");
        assert.deepEqual(violations, []);
        assert.ok(
            undecided.some(({ message }) => message.includes("it cannot be ruled out that statement OpenSameTag")),
        );
    });

    isUndecidedWithout("P60", [
        ["user-presign", "policy"],
        ["user-guard", "policy"],
        ["user-presign", "role"],
    ]);
});
