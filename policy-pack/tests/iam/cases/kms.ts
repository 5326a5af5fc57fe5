import {
    ACCOUNT,
    allow,
    ALL_ALLOWED,
    ANA,
    type DecisionCase,
    deny,
    named,
    OTHER_ACCOUNT,
    ROOT,
    SESSION,
} from "./shape";

const page = "KMS guide: key-policies";
const byDefault = "KMS guide: key-policy-default";
const root = `arn:aws:iam::${ACCOUNT}:root`;
const decrypt = { action: "kms:Decrypt", resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd` };
const delegating = named("key", allow({ Sid: "EnableIAM", Principal: { AWS: root }, Action: "kms:*" }));
const naming = (arn: string): ReturnType<typeof named> =>
    named("key", allow({ Sid: "Use", Principal: { AWS: arn }, Action: "kms:Decrypt" }));

/** KMS keys, whose policy must admit identity policies. */
export const kms: readonly DecisionCase[] = [
    {
        name: "identity policy without delegation",
        page,
        fact: "without permission from the key policy, IAM policies that allow have no effect",
        request: decrypt,
        layers: { identity: ALL_ALLOWED, resource: naming(`arn:aws:iam::${ACCOUNT}:user/Ben`) },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "identity policy with delegation",
        page: byDefault,
        fact: "the default key policy enables IAM policies",
        request: decrypt,
        layers: { identity: ALL_ALLOWED, resource: delegating },
        kind: "allow",
        deciding: ["resource/key/EnableIAM", "identity/own/Allow"],
    },
    {
        name: "delegation alone gives users nothing",
        page: byDefault,
        fact: "the account statement lets IAM policies allow; it allows no user by itself",
        request: decrypt,
        layers: { identity: [], resource: delegating },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "delegation of other actions only",
        page: byDefault,
        fact: "IAM policies allow what the key policy permits the account",
        request: decrypt,
        layers: {
            identity: ALL_ALLOWED,
            resource: named("key", allow({ Principal: { AWS: root }, Action: "kms:Describe*" })),
        },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "key policy names the user",
        page,
        fact: "the key policy alone can allow",
        request: decrypt,
        layers: { identity: [], resource: naming(ANA.arn) },
        kind: "allow",
        deciding: ["resource/key/Use"],
    },
    {
        name: "key policy names the role",
        page,
        fact: "the key policy alone can allow",
        request: { ...decrypt, caller: SESSION },
        layers: { identity: [], resource: naming(SESSION.roleArn) },
        kind: "allow",
    },
    {
        name: "key policy names the role, boundary does not allow",
        page: "reference_policies_evaluation-logic_policy-eval-denyallow",
        fact: "a grant to a role ARN is limited by an implicit deny in a boundary",
        request: { ...decrypt, caller: SESSION },
        layers: {
            identity: ALL_ALLOWED,
            boundary: named("limit", allow({ Action: "s3:*" })),
            resource: naming(SESSION.roleArn),
        },
        kind: "implicit deny",
        missing: "boundary",
    },
    {
        name: "identity policy denies without delegation",
        page,
        fact: "an IAM policy can deny without permission from the key policy",
        request: decrypt,
        layers: { identity: [named("own", deny())], resource: naming(ANA.arn) },
        kind: "explicit deny",
        deciding: ["identity/own/Deny"],
    },
    {
        name: "root user without delegation",
        page,
        fact: "no principal, not even the root user, has permissions unless allowed",
        request: { ...decrypt, caller: ROOT },
        layers: { identity: [], resource: naming(ANA.arn) },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "root user with delegation",
        page: byDefault,
        fact: "the account statement also lets the root user in",
        request: { ...decrypt, caller: ROOT },
        layers: { identity: [], resource: delegating },
        kind: "allow",
    },
    {
        name: "other account, key policy only",
        page: "KMS guide: key-policy-modifying-external-accounts",
        fact: "key policy and identity policy of the other account are both needed",
        request: { ...decrypt, resourceAccount: OTHER_ACCOUNT },
        layers: { identity: [], resource: naming(ANA.account) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "other account, both",
        page: "KMS guide: key-policy-modifying-external-accounts",
        fact: "key policy and identity policy of the other account are both needed",
        request: { ...decrypt, resourceAccount: OTHER_ACCOUNT },
        layers: { identity: ALL_ALLOWED, resource: naming(ANA.account) },
        kind: "allow",
    },
    {
        name: "action without a key",
        page: "KMS guide: iam-policies",
        fact: "kms:CreateKey has no key policy yet: IAM policies allow it",
        request: { action: "kms:CreateKey", resource: "*" },
        layers: { identity: ALL_ALLOWED },
        kind: "allow",
    },
];
