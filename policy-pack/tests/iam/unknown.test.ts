import assert from "node:assert/strict";
import { type AccessRequest, type Decision, evaluate, type PolicyLayers, UNKNOWN_TEXT } from "../../iam";
import { SECRET, UNKNOWN } from "../../graph/unknown";
import { ACCOUNT, allow, ALL_ALLOWED, ANA, deny, named, OTHER_ACCOUNT, REQUEST, SESSION, trust } from "./cases/shape";

interface Case {
    readonly name: string;
    readonly request?: Partial<AccessRequest>;
    readonly layers: PolicyLayers;
    readonly kind: Decision["kind"];
    readonly deciding?: readonly string[];
    readonly reason?: RegExp;
}

const unread = { name: "unread", document: UNKNOWN };
const profile = (id: string): string => `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:user-profile/${id}/ana`;
const tagged = { StringEquals: { "aws:PrincipalTag/team": "blue" } };
const unknownTag = { context: { "aws:PrincipalTag/team": UNKNOWN } };
const broken = (document: unknown): PolicyLayers => ({
    identity: [...ALL_ALLOWED, { name: "broken", document: document as never }],
});

const CASES: readonly Case[] = [
    {
        name: "an unknown identity policy alone",
        layers: { identity: [unread] },
        kind: "undecided",
        deciding: ["identity/unread/whole document"],
        reason: /content is not known yet/,
    },
    {
        name: "an unknown policy beside an Allow may deny",
        layers: { identity: [...ALL_ALLOWED, unread] },
        kind: "undecided",
    },
    {
        name: "an unknown policy beside a Deny changes nothing",
        layers: { identity: [unread, named("own", allow(), deny())] },
        kind: "explicit deny",
        deciding: ["identity/own/Deny"],
    },
    { name: "a secret document", layers: { identity: [{ name: "s", document: SECRET }] }, kind: "undecided" },
    { name: "an unknown boundary", layers: { identity: ALL_ALLOWED, boundary: unread }, kind: "undecided" },
    {
        name: "an unknown boundary of somebody without permissions",
        layers: { identity: [], boundary: unread },
        kind: "implicit deny",
    },
    {
        name: "an unknown bucket policy of somebody without permissions",
        layers: { identity: [], resource: unread },
        kind: "undecided",
    },
    {
        name: "an unknown bucket policy, but the SCP does not allow",
        layers: { identity: [], resource: unread, serviceControl: [[named("scp", allow({ Action: "iam:*" }))]] },
        kind: "implicit deny",
    },
    { name: "an unknown SCP", layers: { identity: ALL_ALLOWED, serviceControl: [[unread]] }, kind: "undecided" },
    { name: "an unknown endpoint policy", layers: { identity: ALL_ALLOWED, endpoint: unread }, kind: "undecided" },
    {
        name: "a trust policy that was not given",
        request: { action: "sts:AssumeRole" },
        layers: { identity: ALL_ALLOWED },
        kind: "undecided",
        reason: /trust policy that was not given/,
    },
    {
        name: "a key policy that was not given",
        request: { action: "kms:Decrypt", resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` },
        layers: { identity: ALL_ALLOWED },
        kind: "undecided",
    },
    {
        name: "a KMS action on a resource that may be a key, without its policy",
        request: { action: "kms:Decrypt", resource: UNKNOWN_TEXT },
        layers: { identity: ALL_ALLOWED },
        kind: "undecided",
    },
    {
        name: "an unknown value of a key that an Allow tests",
        request: unknownTag,
        layers: { identity: [named("own", allow({ Condition: tagged }))] },
        kind: "undecided",
        deciding: ["identity/own/Allow"],
        reason: /Condition StringEquals aws:PrincipalTag\/team/,
    },
    {
        name: "an unknown value of a key that a Deny tests",
        request: unknownTag,
        layers: { identity: [named("own", allow(), deny({ Condition: tagged }))] },
        kind: "undecided",
        deciding: ["identity/own/Deny"],
    },
    {
        name: "an unknown value of a key that is tested for presence",
        request: unknownTag,
        layers: { identity: [named("own", allow({ Condition: { Null: { "aws:PrincipalTag/team": "false" } } }))] },
        kind: "allow",
    },
    {
        name: "an unknown value of a key nobody tests",
        request: unknownTag,
        layers: { identity: ALL_ALLOWED },
        kind: "allow",
    },
    {
        name: "an unknown value and another condition that fails",
        request: unknownTag,
        layers: {
            identity: [named("own", allow({ Condition: { ...tagged, Bool: { "aws:SecureTransport": "true" } } }))],
        },
        kind: "implicit deny",
    },
    {
        name: "an unknown value in a policy variable",
        request: { context: { "aws:PrincipalTag/team": UNKNOWN, "s3:ExistingObjectTag/team": "blue" } },
        layers: {
            identity: [
                named(
                    "own",
                    allow({ Condition: { StringEquals: { "s3:ExistingObjectTag/team": "${aws:PrincipalTag/team}" } } }),
                ),
            ],
        },
        kind: "undecided",
    },
    {
        name: "an unknown set",
        request: { context: { "aws:TagKeys": UNKNOWN } },
        layers: {
            identity: [named("own", allow({ Condition: { "ForAllValues:StringLike": { "aws:TagKeys": "*" } } }))],
        },
        kind: "undecided",
    },
    {
        name: "a set with an unknown member that may be empty",
        request: { context: { "aws:TagKeys": [UNKNOWN_TEXT] } },
        layers: {
            identity: [named("own", allow({ Condition: { "ForAnyValue:StringLike": { "aws:TagKeys": "*" } } }))],
        },
        kind: "undecided",
    },
    {
        name: "an unknown condition value in the policy",
        layers: {
            identity: [named("own", allow({ Condition: { StringEquals: { "aws:SourceVpce": UNKNOWN as never } } }))],
        },
        request: { context: { "aws:SourceVpce": "vpce-1" } },
        kind: "undecided",
    },
    {
        name: "one unknown condition value beside one that matches",
        layers: {
            identity: [
                named(
                    "own",
                    allow({ Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1", UNKNOWN as never] } } }),
                ),
            ],
        },
        request: { context: { "aws:SourceVpce": "vpce-1" } },
        kind: "allow",
    },
    {
        name: "an unknown condition value, key absent",
        layers: {
            identity: [named("own", allow({ Condition: { StringEquals: { "aws:SourceVpce": UNKNOWN as never } } }))],
        },
        kind: "implicit deny",
    },
    {
        name: "an unknown part of the resource, covered by a wildcard",
        request: { action: "sagemaker:CreatePresignedDomainUrl", resource: profile(UNKNOWN_TEXT) },
        layers: { identity: [named("own", allow({ Resource: profile("*") }))] },
        kind: "allow",
    },
    {
        name: "an unknown part of the resource, not covered",
        request: { action: "sagemaker:CreatePresignedDomainUrl", resource: profile(UNKNOWN_TEXT) },
        layers: { identity: [named("own", allow({ Resource: profile("d-1") }))] },
        kind: "undecided",
    },
    {
        name: "an unknown part of the resource, the rest differs",
        request: { action: "sagemaker:CreatePresignedDomainUrl", resource: profile(UNKNOWN_TEXT) },
        layers: { identity: [named("own", allow({ Resource: profile("d-1").replace("ana", "ben") }))] },
        kind: "implicit deny",
    },
    {
        name: "an unknown resource in the policy",
        layers: { identity: [named("own", allow({ Resource: UNKNOWN as never }))] },
        kind: "undecided",
    },
    {
        name: "an unknown part of a resource in the policy, even in place of one letter",
        layers: {
            identity: [named("own", allow({ Resource: `arn:aws:s3:::studio-data/reports/${UNKNOWN_TEXT}.csv` }))],
        },
        kind: "undecided",
    },
    {
        name: "an unknown part of a resource in the policy, the rest differs",
        layers: { identity: [named("own", allow({ Resource: `arn:aws:s3:::studio-data/${UNKNOWN_TEXT}.txt` }))] },
        kind: "implicit deny",
    },
    {
        name: "an unknown Effect",
        layers: { identity: [named("own", { ...allow(), Effect: UNKNOWN as never })] },
        kind: "undecided",
    },
    {
        name: "an unknown principal id",
        layers: { identity: [], resource: named("bucket", allow({ Principal: { AWS: UNKNOWN as never } })) },
        kind: "undecided",
    },
    {
        name: "an unknown session name",
        request: { caller: { ...SESSION, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/${UNKNOWN_TEXT}` } },
        layers: { identity: [], resource: named("bucket", allow({ Principal: { AWS: SESSION.arn } })) },
        kind: "undecided",
    },
    {
        name: "a session whose role ARN was not given",
        request: { caller: { arn: SESSION.arn, account: ACCOUNT, type: "role-session" } },
        layers: { identity: [], resource: named("bucket", allow({ Principal: { AWS: SESSION.roleArn } })) },
        kind: "undecided",
    },
    {
        name: "a session whose role ARN was not given, role of another name",
        request: { caller: { arn: SESSION.arn, account: ACCOUNT, type: "role-session" } },
        layers: {
            identity: [],
            resource: named("bucket", allow({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/writer` } })),
        },
        kind: "implicit deny",
    },
    {
        name: "an account in the policy of an endpoint of unknown kind",
        layers: { identity: ALL_ALLOWED, endpoint: named("endpoint", allow({ Principal: { AWS: ACCOUNT } })) },
        kind: "undecided",
        reason: /whether the endpoint is a gateway/,
    },
    {
        name: "an account in the policy of an interface endpoint",
        layers: {
            identity: ALL_ALLOWED,
            endpointType: "Interface",
            endpoint: named("endpoint", allow({ Principal: { AWS: ACCOUNT } })),
        },
        kind: "allow",
    },
    {
        name: "the policy of an endpoint of unknown kind, cross-account principal",
        layers: { identity: ALL_ALLOWED, endpoint: named("endpoint", allow({ Principal: { AWS: OTHER_ACCOUNT } })) },
        kind: "implicit deny",
    },
    {
        name: "a canonical user id",
        layers: { identity: [], resource: named("bucket", allow({ Principal: { CanonicalUser: "79a5" } })) },
        kind: "undecided",
    },
    {
        name: "a unique id as principal",
        layers: { identity: [], resource: named("bucket", allow({ Principal: { AWS: "AIDAEXAMPLE" } })) },
        kind: "undecided",
    },
    {
        name: "a number that is none",
        request: { context: { "s3:max-keys": "many" } },
        layers: { identity: [named("own", allow({ Condition: { NumericLessThan: { "s3:max-keys": "10" } } }))] },
        kind: "undecided",
    },
    {
        name: "a date that is none",
        request: { context: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
        layers: { identity: [named("own", allow({ Condition: { DateLessThan: { "aws:CurrentTime": "tomorrow" } } }))] },
        kind: "undecided",
    },
    {
        name: "an address that is none",
        request: { context: { "aws:SourceIp": "203.0.113.1" } },
        layers: { identity: [named("own", allow({ Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/33" } } }))] },
        kind: "undecided",
    },
    {
        name: "a wildcard out of a variable",
        request: { context: { "aws:PrincipalTag/team": "*", "s3:prefix": "red" } },
        layers: {
            identity: [named("own", allow({ Condition: { StringLike: { "s3:prefix": "${aws:PrincipalTag/team}" } } }))],
        },
        kind: "undecided",
    },
    {
        name: "several values without a set operator",
        request: { context: { "aws:TagKeys": ["a", "b"] } },
        layers: { identity: [named("own", allow({ Condition: { StringEquals: { "aws:TagKeys": "a" } } }))] },
        kind: "undecided",
    },
    {
        name: "ForAnyValue with IfExists, key absent",
        layers: {
            identity: [
                named("own", allow({ Condition: { "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "a" } } })),
            ],
        },
        kind: "undecided",
    },
    {
        name: "the same key twice in the request, in two spellings",
        request: { context: { "aws:SourceVpce": "vpce-1", "AWS:SourceVpce": "vpce-2" } },
        layers: { identity: [named("own", allow({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }))] },
        kind: "undecided",
    },
    {
        name: "text that is not JSON",
        layers: broken("{"),
        kind: "undecided",
        deciding: ["identity/broken/whole document"],
        reason: /the text is not JSON/,
    },
    {
        name: "an unknown operator",
        layers: broken({ Statement: deny({ Condition: { StringSame: { a: "b" } } }) }),
        kind: "undecided",
        reason: /"StringSame" is no condition operator/,
    },
    {
        name: "an unknown element",
        layers: broken({ Statement: { ...deny(), Conditions: {} } }),
        kind: "undecided",
        reason: /unknown element "Conditions"/,
    },
    {
        name: "an identity policy with a Principal",
        layers: broken({ Statement: deny({ Principal: "*" }) }),
        kind: "undecided",
        reason: /has no Principal/,
    },
    {
        name: "a bucket policy without Principal",
        layers: { identity: ALL_ALLOWED, resource: named("bucket", allow()) },
        kind: "undecided",
        reason: /Principal is missing/,
    },
    {
        name: "a trust policy with a Resource",
        request: { action: "sts:AssumeRole" },
        layers: { identity: [], resource: named("role", trust({ AWS: ANA.arn }, { Resource: "*" })) },
        kind: "undecided",
        reason: /a trust policy has no Resource/,
    },
];

describe("IAM evaluator: what is not known", () => {
    for (const { name, request, layers, kind, deciding, reason } of CASES) {
        it(`${name}: ${kind}`, () => {
            const decision = evaluate({ ...REQUEST, ...request }, layers);
            assert.equal(decision.kind, kind, decision.reason);
            if (deciding !== undefined) {
                const found = decision.deciding.map((d) => `${d.layer}/${d.document}/${d.statement}`);
                assert.deepEqual(found, deciding);
            }
            if (reason !== undefined) {
                assert.match(decision.reason, reason);
            }
            assert.ok(!decision.reason.includes(UNKNOWN_TEXT), "the marker is not for people");
        });
    }
});
