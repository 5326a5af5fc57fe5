import {
    ACCOUNT,
    allow,
    ALL_ALLOWED,
    ANA,
    type DecisionCase,
    named,
    OTHER_ACCOUNT,
    ROOT,
    SESSION,
    STUDIO_SERVICE,
    trust,
} from "./shape";
import type { Statement } from "../../../iam";

const page = "reference_policies_evaluation-logic_policy-eval-denyallow";
const sts = "STS API reference: AssumeRole";
const tags = "id_session-tags";

const assume = { action: "sts:AssumeRole", resource: `arn:aws:iam::${ACCOUNT}:role/studio-user` };
const tagging = { ...assume, action: "sts:TagSession" };
const SAML = { arn: `arn:aws:iam::${ACCOUNT}:saml-provider/corp`, account: ACCOUNT, type: "federated" } as const;
const role = (...statements: readonly Statement[]): ReturnType<typeof named> => named("trust policy", ...statements);
const ownTag = { StringEquals: { "aws:RequestTag/team": "${aws:PrincipalTag/team}" } };
const tagTrust = trust({ AWS: ANA.arn }, { Action: ["sts:AssumeRole", "sts:TagSession"], Condition: ownTag });

const EXAMPLE_TRUST = trust(
    { AWS: ANA.arn },
    {
        Action: "sts:TagSession",
        Condition: {
            StringLike: { "aws:RequestTag/Project": "*", "aws:RequestTag/CostCenter": "*" },
            StringEquals: { "aws:RequestTag/Department": ["Engineering", "Marketing"] },
            "ForAllValues:StringEquals": { "sts:TransitiveTagKeys": ["Project", "Department"] },
        },
    },
);
const EXAMPLE_TAGS = {
    "aws:RequestTag/Project": "Automation",
    "aws:RequestTag/CostCenter": "12345",
    "aws:RequestTag/Department": "Engineering",
    "sts:TransitiveTagKeys": ["Project", "Department"],
};

/** Who may assume a role. */
export const trusts: readonly DecisionCase[] = [
    {
        name: "identity policy alone never reaches a role",
        page,
        fact: "trust policies must explicitly allow principals",
        request: assume,
        layers: { identity: ALL_ALLOWED, resource: role(trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/Ben` })) },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "trust policy names the user",
        page: sts,
        fact: "add the user as a principal in the trust policy: enough",
        request: assume,
        layers: { identity: [], resource: role(trust({ AWS: ANA.arn })) },
        kind: "allow",
        deciding: ["resource/trust policy/Trust"],
    },
    {
        name: "trust policy names the account, identity policy allows",
        page: sts,
        fact: "attach a policy to the user, if the trust policy trusts the account",
        request: assume,
        layers: { identity: ALL_ALLOWED, resource: role(trust({ AWS: ACCOUNT })) },
        kind: "allow",
        deciding: ["resource/trust policy/Trust", "identity/own/Allow"],
    },
    {
        name: "trust policy names the account, no identity policy",
        page: sts,
        fact: "attach a policy to the user, if the trust policy trusts the account",
        request: assume,
        layers: { identity: [], resource: role(trust({ AWS: ACCOUNT })) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "trust policy names the role",
        page: sts,
        fact: "a trust policy that grants access in the same account is enough",
        request: { ...assume, caller: SESSION },
        layers: { identity: [], resource: role(trust({ AWS: SESSION.roleArn })) },
        kind: "allow",
    },
    {
        name: "trust policy names the role, session policy does not allow",
        page,
        fact: "a grant to a role ARN is limited by an implicit deny in a session policy",
        request: { ...assume, caller: SESSION },
        layers: {
            identity: ALL_ALLOWED,
            session: [named("session", allow({ Action: "s3:*" }))],
            resource: role(trust({ AWS: SESSION.roleArn })),
        },
        kind: "implicit deny",
        missing: "session",
    },
    {
        name: "another account's user, both sides",
        page: sts,
        fact: "across accounts both trust policy and identity policy",
        request: { ...assume, resourceAccount: OTHER_ACCOUNT },
        layers: { identity: ALL_ALLOWED, resource: role(trust({ AWS: ANA.arn })) },
        kind: "allow",
    },
    {
        name: "another account's user, trust policy only",
        page: sts,
        fact: "across accounts the user also needs an identity policy",
        request: { ...assume, resourceAccount: OTHER_ACCOUNT },
        layers: { identity: [], resource: role(trust({ AWS: ANA.arn })) },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "user named, boundary does not allow",
        page: "id_roles_update-role-trust-policy",
        fact: "the user's boundary must allow sts:AssumeRole",
        request: assume,
        layers: {
            identity: [],
            boundary: named("limit", allow({ Action: "s3:*" })),
            resource: role(trust({ AWS: ANA.arn })),
        },
        kind: "implicit deny",
        missing: "boundary",
    },
    {
        name: "service named",
        page: "reference_policies_elements_principal",
        fact: "service roles name the service in the trust policy",
        request: { ...assume, caller: STUDIO_SERVICE, context: { "aws:SourceAccount": ACCOUNT } },
        layers: {
            identity: [],
            resource: role(
                trust(
                    { Service: "sagemaker.amazonaws.com" },
                    { Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } },
                ),
            ),
        },
        kind: "allow",
    },
    {
        name: "service for another account",
        page: "confused-deputy",
        fact: "aws:SourceAccount limits for whom the service acts",
        request: { ...assume, caller: STUDIO_SERVICE, context: { "aws:SourceAccount": OTHER_ACCOUNT } },
        layers: {
            identity: [],
            resource: role(
                trust(
                    { Service: "sagemaker.amazonaws.com" },
                    { Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } },
                ),
            ),
        },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "identity provider named",
        page: "reference_policies_elements_principal",
        fact: "AssumeRoleWithSAML needs no AWS credentials: the trust policy names the provider",
        request: { ...assume, action: "sts:AssumeRoleWithSAML", caller: SAML },
        layers: { identity: [], resource: role(trust({ Federated: SAML.arn }, { Action: "sts:AssumeRoleWithSAML" })) },
        kind: "allow",
    },
    {
        name: "other identity provider",
        page: "reference_policies_elements_principal",
        fact: "the trust policy names the provider",
        request: { ...assume, action: "sts:AssumeRoleWithSAML", caller: SAML },
        layers: {
            identity: [],
            resource: role(
                trust(
                    { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/other` },
                    { Action: "sts:AssumeRoleWithSAML" },
                ),
            ),
        },
        kind: "implicit deny",
    },
    {
        name: "session tags need sts:TagSession in the trust policy",
        page: tags,
        fact: "the trust policy must allow sts:TagSession",
        request: tagging,
        layers: { identity: ALL_ALLOWED, resource: role(trust({ AWS: ANA.arn })) },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "session tag equal to the own tag",
        page: tags,
        fact: "the trust policy may limit tags by aws:RequestTag",
        request: { ...tagging, context: { "aws:RequestTag/team": "blue", "aws:PrincipalTag/team": "blue" } },
        layers: { identity: [], resource: role(tagTrust) },
        kind: "allow",
    },
    {
        name: "session tag of a colleague",
        page: tags,
        fact: "the trust policy may limit tags by aws:RequestTag",
        request: { ...tagging, context: { "aws:RequestTag/team": "red", "aws:PrincipalTag/team": "blue" } },
        layers: { identity: [], resource: role(tagTrust) },
        kind: "implicit deny",
    },
    {
        name: "session tag claimed by a caller without one",
        page: "reference_policies_variables",
        fact: "StringEquals does not match a variable with no value",
        request: { ...tagging, context: { "aws:RequestTag/team": "red" } },
        layers: { identity: [], resource: role(tagTrust) },
        kind: "implicit deny",
    },
    {
        name: "source identity needs sts:SetSourceIdentity in the trust policy",
        page: "id_credentials_temp_control-access_monitor",
        fact: "identity policy and trust policy must allow sts:SetSourceIdentity",
        request: { ...assume, action: "sts:SetSourceIdentity" },
        layers: { identity: ALL_ALLOWED, resource: role(trust({ AWS: ANA.arn })) },
        kind: "implicit deny",
        missing: "resource",
    },
    {
        name: "source identity from role to role, trust policy only",
        page: "id_credentials_temp_control-access_monitor",
        fact: "role chaining needs sts:SetSourceIdentity in the caller's policy and in the trust policy",
        request: { ...assume, action: "sts:SetSourceIdentity", caller: SESSION },
        layers: {
            identity: [],
            resource: role(trust({ AWS: SESSION.roleArn }, { Action: ["sts:AssumeRole", "sts:SetSourceIdentity"] })),
        },
        kind: "implicit deny",
        missing: "identity",
    },
    {
        name: "source identity from role to role, both",
        page: "id_credentials_temp_control-access_monitor",
        fact: "role chaining needs sts:SetSourceIdentity in the caller's policy and in the trust policy",
        request: { ...assume, action: "sts:SetSourceIdentity", caller: SESSION },
        layers: {
            identity: ALL_ALLOWED,
            resource: role(trust({ AWS: SESSION.roleArn }, { Action: ["sts:AssumeRole", "sts:SetSourceIdentity"] })),
        },
        kind: "allow",
    },
    {
        name: "session tags of the guide's example",
        page: tags,
        fact: "Department must be Engineering or Marketing; transitive keys only Project and Department",
        request: { ...tagging, context: EXAMPLE_TAGS },
        layers: { identity: [], resource: role(EXAMPLE_TRUST) },
        kind: "allow",
    },
    {
        name: "session tags of the guide's example, other department",
        page: tags,
        fact: "the user may pass only Engineering or Marketing as Department",
        request: { ...tagging, context: { ...EXAMPLE_TAGS, "aws:RequestTag/Department": "Sales" } },
        layers: { identity: [], resource: role(EXAMPLE_TRUST) },
        kind: "implicit deny",
    },
    {
        name: "session tags of the guide's example, another transitive key",
        page: tags,
        fact: "additional tags cannot be set as transitive",
        request: { ...tagging, context: { ...EXAMPLE_TAGS, "sts:TransitiveTagKeys": ["Project", "CostCenter"] } },
        layers: { identity: [], resource: role(EXAMPLE_TRUST) },
        kind: "implicit deny",
    },
    {
        name: "session tags of the guide's example, no transitive key",
        page: tags,
        fact: "a subset or no tags may be set as transitive",
        request: { ...tagging, context: { ...EXAMPLE_TAGS, "sts:TransitiveTagKeys": [] } },
        layers: { identity: [], resource: role(EXAMPLE_TRUST) },
        kind: "allow",
    },
    {
        name: "root user cannot assume roles",
        page: sts,
        fact: "roles may not be assumed by root accounts",
        request: { ...assume, caller: ROOT },
        layers: { identity: [], resource: role(trust({ AWS: ACCOUNT })) },
        kind: "implicit deny",
    },
];
