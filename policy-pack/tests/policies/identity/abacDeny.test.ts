import assert from "node:assert/strict";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const { openSameTag, denyOtherTag, denyNoTag, denyTagging, denyOtherProfiles, boundaryAllow } = STATEMENTS;

const guard = (...statements: readonly object[]): Sketch[] =>
    change(cleanStack(), "user-guard", "policy", document(...statements));
const presign = (statement: object): Sketch[] => change(cleanStack(), "user-presign", "policy", document(statement));
const bounded = (...statements: readonly object[]): Sketch[] =>
    change(cleanStack(), "boundary", "policy", document(boundaryAllow, ...statements));

const compares = [
    "violation: RolePolicy user-presign: statement OpenSameTag of user-presign does not compare employeeNumber. Add StringEquals sagemaker:ResourceTag/employeeNumber = aws:PrincipalTag/employeeNumber.",
];
const mismatch =
    "violation: Role user: no Deny covers profiles with another employeeNumber. Deny with StringNotEquals sagemaker:ResourceTag/employeeNumber = aws:PrincipalTag/employeeNumber.";
const missing =
    "violation: Role user: no Deny covers callers without the tag employeeNumber. Deny in a statement of its own with Null aws:PrincipalTag/employeeNumber.";
const tagging = (role: string): string =>
    `violation: Role ${role}: no Deny protects the tag employeeNumber. Deny sagemaker:AddTags and sagemaker:DeleteTags with ForAnyValue:StringEquals aws:TagKeys.`;
const own =
    "violation: Role execution: no Deny keeps its apps from opening other profiles. Deny sagemaker:CreatePresignedDomainUrl with NotResource user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}.";

function openWith(operator: string, key: string, value: unknown): object {
    return { ...openSameTag, Condition: { [operator]: { [key]: value } } };
}

const denyTaggingLater = {
    ...denyTagging,
    Condition: { ...denyTagging.Condition, Null: { "sagemaker:TaggingAction": "true" } },
};
const denyProfiles = { Effect: "Deny", Action: "sagemaker:CreateUserProfile", Resource: "*" };

describe("P59 sagemaker-execution-role-abac-deny-present", () => {
    const VARIABLE = "${aws:PrincipalTag/employeeNumber}";
    const TAG = "sagemaker:ResourceTag/employeeNumber";

    describe("the role people use", () => {
        const allows: readonly (readonly [string, object, readonly string[]])[] = [
            ["compares the tag", openSameTag, []],
            ["by the global key", openWith("StringEquals", "aws:ResourceTag/employeeNumber", VARIABLE), []],
            ["with a default value", openWith("StringEquals", TAG, "${aws:PrincipalTag/employeeNumber, 'nobody'}"), []],
            [
                "with the key in another case",
                openWith("StringEquals", "sagemaker:resourcetag/EMPLOYEENUMBER", VARIABLE),
                [],
            ],
            [
                "not at all",
                { ...openSameTag, Condition: { StringEquals: { "aws:SourceVpc": "vpc-studio" } } },
                compares,
            ],
            ["only when present", openWith("StringEqualsIfExists", TAG, VARIABLE), compares],
            ["without case", openWith("StringEqualsIgnoreCase", TAG, VARIABLE), compares],
            ["by pattern", openWith("StringLike", TAG, VARIABLE), compares],
            ["with another tag of the caller", openWith("StringEquals", TAG, "${aws:PrincipalTag/team}"), compares],
            ["with a second value", openWith("StringEquals", TAG, [VARIABLE, "1001"]), compares],
            ["another tag of the profile", openWith("StringEquals", "sagemaker:ResourceTag/team", VARIABLE), compares],
        ];
        for (const [what, statement, expected] of allows) {
            it(`Allow: ${what}`, () => assert.deepEqual(verdict("P59", presign(statement)), expected));
        }

        const denies: readonly (readonly [string, readonly object[], readonly string[]])[] = [
            ["all three", [denyOtherTag, denyNoTag, denyTagging], []],
            ["none", [{ ...denyTagging, Effect: "Allow" }], [mismatch, missing, tagging("user")]],
            ["no Deny for a mismatch", [denyNoTag, denyTagging], [mismatch]],
            ["no Deny for a missing tag", [denyOtherTag, denyTagging], [missing]],
            ["tags unprotected", [denyOtherTag, denyNoTag], [tagging("user")]],
            [
                "both conditions in one statement almost never deny",
                [{ ...denyOtherTag, Condition: { ...denyOtherTag.Condition, ...denyNoTag.Condition } }, denyTagging],
                [mismatch, missing],
            ],
            [
                "a mismatch on one profile",
                [
                    { ...denyOtherTag, Resource: "arn:aws:sagemaker:eu-west-1:1:user-profile/d/ann" },
                    denyNoTag,
                    denyTagging,
                ],
                [mismatch],
            ],
            [
                "a mismatch for another action",
                [{ ...denyOtherTag, Action: "sagemaker:DescribeUserProfile" }, denyNoTag, denyTagging],
                [mismatch],
            ],
            [
                "Null false is the opposite",
                [
                    denyOtherTag,
                    { ...denyNoTag, Condition: { Null: { "aws:PrincipalTag/employeeNumber": "false" } } },
                    denyTagging,
                ],
                [missing],
            ],
            [
                "only adding tags is denied",
                [denyOtherTag, denyNoTag, { ...denyTagging, Action: "sagemaker:AddTags" }],
                [tagging("user")],
            ],
            [
                "another tag is protected",
                [
                    denyOtherTag,
                    denyNoTag,
                    { ...denyTagging, Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } } },
                ],
                [tagging("user")],
            ],
            [
                "ForAllValues lets a second tag carry it in",
                [
                    denyOtherTag,
                    denyNoTag,
                    {
                        ...denyTagging,
                        Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["employeeNumber"] } },
                    },
                ],
                [tagging("user")],
            ],
            ["tags set as a thing is made are spared", [denyOtherTag, denyNoTag, denyTaggingLater], [tagging("user")]],
            [
                "tags set as a thing is made are spared, by who makes no profile",
                [denyOtherTag, denyNoTag, denyTaggingLater, denyProfiles],
                [],
            ],
            [
                "tags set as a thing is made are spared, by who makes no profile here",
                [
                    denyOtherTag,
                    denyNoTag,
                    denyTaggingLater,
                    { ...denyProfiles, Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } },
                ],
                [tagging("user")],
            ],
            ["all tagging denied", [denyOtherTag, denyNoTag, { ...denyTagging, Condition: undefined }], []],
        ];
        for (const [what, statements, expected] of denies) {
            it(`Denies: ${what}`, () => assert.deepEqual(verdict("P59", guard(...statements)), expected));
        }

        it("a role that opens nothing needs nothing", () => {
            assert.deepEqual(verdict("P59", without(cleanStack(), "user-presign", "user-guard")), []);
        });

        it("notebooks' links need the Denies too", () => {
            const stack = change(
                cleanStack(),
                "user-presign",
                "policy",
                document({ ...openSameTag, Action: "sagemaker:CreatePresigned*" }),
            );
            assert.deepEqual(verdict("P59", stack), [mismatch, missing]);
        });

        it("every configured tag", () => {
            const said = verdict("P59", cleanStack(), { abacTagKeys: ["employeeNumber", "team"] });
            assert.deepEqual(
                said.filter((line) => !line.includes("team")),
                [],
            );
            assert.equal(said.length, 5);
        });

        it("the role of an access service is held to the same rule", () => {
            const stack = change(
                guard(denyNoTag, denyTagging),
                "user",
                "assumeRolePolicy",
                document({ ...STATEMENTS.trust, Principal: { Service: "lambda.amazonaws.com" } }),
            );
            assert.deepEqual(verdict("P59", stack), [mismatch]);
        });
    });

    describe("the execution role", () => {
        const cases: readonly (readonly [string, readonly object[], readonly string[]])[] = [
            ["own profile only", [denyOtherProfiles, denyTagging], []],
            ["no link at all", [{ ...denyOtherProfiles, NotResource: undefined, Resource: "*" }, denyTagging], []],
            ["nothing denied", [{ ...denyOtherProfiles, Effect: "Allow" }], [own, tagging("execution")]],
            [
                "any profile of the domain spared",
                [
                    {
                        ...denyOtherProfiles,
                        NotResource: "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/${sagemaker:DomainId}/*",
                    },
                    denyTagging,
                ],
                [own],
            ],
            [
                "a second profile spared",
                [
                    {
                        ...denyOtherProfiles,
                        NotResource: [
                            denyOtherProfiles.NotResource,
                            "arn:aws:sagemaker:eu-west-1:1:user-profile/d/ann",
                        ],
                    },
                    denyTagging,
                ],
                [own],
            ],
            [
                "under a condition",
                [{ ...denyOtherProfiles, Condition: { Bool: { "aws:SecureTransport": "false" } } }, denyTagging],
                [own],
            ],
            ["another action", [{ ...denyOtherProfiles, Action: "sagemaker:CreateApp" }, denyTagging], [own]],
        ];
        for (const [what, statements, expected] of cases) {
            it(what, () => assert.deepEqual(verdict("P59", bounded(...statements)), expected));
        }

        it("Denies may stand in an identity policy instead of the boundary", () => {
            const stack = change(bounded(), "execution-jobs", "policy", document(denyOtherProfiles, denyTagging));
            assert.deepEqual(verdict("P59", stack), []);
        });

        const withManaged = (policyArn: string): Sketch[] => [
            ...bounded(),
            {
                type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                name: "attached",
                props: { role: ref("execution", "name"), policyArn },
            },
        ];
        for (const name of ["AmazonSageMakerFullAccess", "service-role/AmazonSageMakerServiceCatalogProductsUseRole"]) {
            it(`AWS's own ${name} cannot hold them`, () => {
                const said = verdict("P59", withManaged(`arn:aws:iam::aws:policy/${name}`));
                assert.deepEqual(said, [own, tagging("execution")]);
            });
        }
        for (const arn of [
            "arn:aws:iam::111122223333:policy/made-elsewhere",
            "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3",
        ]) {
            it(`${arn} may hold them`, () => {
                const said = verdict("P59", withManaged(arn));
                assert.deepEqual(
                    said.map((line) => line.split(":")[0]),
                    ["undecided", "undecided"],
                );
            });
        }
    });

    isUndecidedWithout("P59", [
        ["user-presign", "policy"],
        ["user-guard", "policy"],
        ["boundary", "policy"],
        ["execution", "permissionsBoundary"],
    ]);

    it("while execution roles are not known, what a role lacks is not decided", () => {
        const stack = change(bounded(), "domain", "defaultUserSettings.executionRole", ref("key", "arn"));
        const all = change(
            change(stack, "domain", "defaultSpaceSettings.executionRole", ref("key", "arn")),
            "profile-ann",
            "userSettings.executionRole",
            ref("key", "arn"),
        );
        const said = verdict("P59", all, {}, "unknown");
        assert.deepEqual(
            said.filter((line) => line.startsWith("violation")),
            [],
        );
        assert.notDeepEqual(said, []);
    });
});
