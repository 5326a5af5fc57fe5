import { allow, ALL_ALLOWED, ANA, type DecisionCase, deny, named, OTHER_ACCOUNT, ROOT, SESSION } from "./shape";

const page = "reference_policies_evaluation-logic-cross-account";
const principal = "reference_policies_elements_principal";

const elsewhere = { resourceAccount: OTHER_ACCOUNT };
const carlos = [
    named(
        "own",
        allow({ Sid: "AllowS3ProductionObjectActions", Action: "s3:*Object*", Resource: "arn:aws:s3:::Production/*" }),
        deny({ Sid: "DenyS3Logs", Action: "s3:*", Resource: ["arn:aws:s3:::*log*", "arn:aws:s3:::*log*/*"] }),
    ),
];
const production = named(
    "Production",
    allow({
        Action: ["s3:GetObject*", "s3:PutObject*", "s3:ReplicateObject", "s3:RestoreObject"],
        Principal: { AWS: ANA.arn },
        Resource: "arn:aws:s3:::Production/*",
    }),
);
const grant = (arn: string): ReturnType<typeof named> => named("bucket", allow({ Principal: { AWS: arn } }));

/** Requests to a resource of another account. */
export const crossAccount: readonly DecisionCase[] = [
    {
        name: "both accounts allow",
        page,
        fact: "both evaluations must allow; Carlos may save to Production",
        request: { ...elsewhere, action: "s3:PutObject", resource: "arn:aws:s3:::Production/a" },
        layers: { identity: carlos, resource: production },
        kind: "allow",
        deciding: ["identity/own/AllowS3ProductionObjectActions", "resource/Production/Allow"],
    },
    {
        name: "not allowed by the bucket",
        page,
        fact: "Carlos can create and edit, but not delete",
        request: { ...elsewhere, action: "s3:DeleteObject", resource: "arn:aws:s3:::Production/a" },
        layers: { identity: carlos, resource: production },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "denied in the caller's account",
        page,
        fact: "explicitly denied within one of the accounts: denied",
        request: { ...elsewhere, action: "s3:PutObject", resource: "arn:aws:s3:::Production-logs/a" },
        layers: { identity: carlos },
        kind: "explicit deny",
        deciding: ["identity/own/DenyS3Logs"],
    },
    {
        name: "identity policy alone",
        page,
        fact: "the resource policy must allow the requester, too",
        request: elsewhere,
        layers: { identity: ALL_ALLOWED },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "resource policy alone",
        page,
        fact: "the requester must have an identity policy that allows",
        request: elsewhere,
        layers: { identity: [], resource: grant(ANA.arn) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "whole account trusted",
        page,
        fact: "the resource policy may name the entire account",
        request: elsewhere,
        layers: { identity: ALL_ALLOWED, resource: grant(ANA.account) },
        kind: "allow",
    },
    {
        name: "whole account trusted, no identity policy",
        page: principal,
        fact: "an administrator in that account must then grant access",
        request: elsewhere,
        layers: { identity: [], resource: grant(ANA.account) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "everybody allowed, no identity policy",
        page: principal,
        fact: "with *, principals of other accounts still need identity permissions",
        request: elsewhere,
        layers: { identity: [], resource: named("bucket", allow({ Principal: "*" })) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "everybody allowed",
        page: principal,
        fact: "with *, principals of other accounts need identity permissions only",
        request: elsewhere,
        layers: { identity: ALL_ALLOWED, resource: named("bucket", allow({ Principal: "*" })) },
        kind: "allow",
    },
    {
        name: "resource policy names the session, no identity policy",
        page,
        fact: "the direct-grant exception is for the same account",
        request: { ...elsewhere, caller: SESSION },
        layers: { identity: [], resource: grant(SESSION.arn) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "resource policy names the user, boundary does not allow",
        page,
        fact: "the caller's account evaluates policies that limit identity policies",
        request: elsewhere,
        layers: {
            identity: ALL_ALLOWED,
            boundary: named("limit", allow({ Action: "iam:*" })),
            resource: grant(ANA.arn),
        },
        kind: "implicit deny",
        missing: "boundary",
    },
    {
        name: "denied in the resource's account",
        page,
        fact: "explicitly denied within one of the accounts: denied",
        request: elsewhere,
        layers: {
            identity: ALL_ALLOWED,
            resource: named("bucket", allow({ Principal: "*" }), deny({ Principal: { AWS: ANA.account } })),
        },
        kind: "explicit deny",
        deciding: ["resource/bucket/Deny"],
    },
    {
        name: "RCP of the resource's account",
        page: "Organizations guide: orgs_manage_policies_rcps",
        fact: "the RCP applies even to users from other accounts",
        request: elsewhere,
        layers: {
            identity: ALL_ALLOWED,
            resource: grant(ANA.arn),
            resourceControl: [
                [
                    named(
                        "rcp",
                        allow({ Principal: "*" }),
                        deny({
                            Principal: "*",
                            Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
                        }),
                    ),
                ],
            ],
        },
        kind: "explicit deny",
    },
    {
        name: "other account's root user",
        page,
        fact: "the resource policy must allow; the root user's own account does by default",
        request: { ...elsewhere, caller: ROOT },
        layers: { identity: [] },
        kind: "implicit deny",
        missing: "resource",
    },
];
