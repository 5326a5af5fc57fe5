import type * as aws from "@pulumi/aws";

import type { Place } from "../../names";
import { type Federation, issuerName, type OidcArgs, oidcProviderArn, samlProviderArn } from "./identityProviders";

export interface TrustArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the users and roles people sign in as; empty: none. */
    readonly principals: readonly string[];
    /** ARNs that may set any person's tag, to open a profile on a person's behalf. */
    readonly operators: readonly string[];
    /** Identity providers whose people come directly. Default: none. */
    readonly federation?: Federation | undefined;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
}

type Statement = aws.iam.PolicyStatement;

/** IAM user guide, "Configure SAML assertions": the audience is the sign-in address of the partition. */
const SAML_AUDIENCES: Readonly<Record<string, string>> = {
    aws: "https://signin.aws.amazon.com/saml",
    "aws-cn": "https://signin.amazonaws.cn/saml",
    "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml",
};

/** Audience of assertions for the partition. @throws Error for a partition whose audience nobody has looked up. */
function samlAudience(partition: string): string {
    const audience = SAML_AUDIENCES[partition];
    if (audience === undefined) {
        throw new Error(`the audience of SAML assertions for the partition ${partition} is not known`);
    }
    return audience;
}

/**
 * Who may assume the role, and with which tag. People may only repeat the tag they carry, or bring the one their
 * identity provider vouches for; operators may set any value. All must set it, all may set nothing else. Source: IAM user guide, "Pass session tags in AWS STS".
 */
export function userRoleTrust(args: TrustArgs): aws.iam.PolicyDocument {
    const { principals, operators, federation = {}, tagKey } = args;
    return {
        Version: "2012-10-17",
        Statement: [
            ...(principals.length > 0 ? [people(principals, tagKey)] : []),
            ...(operators.length > 0 ? [forOthers(operators, tagKey)] : []),
            ...federated(args, federation),
        ],
    };
}

function onlyTag(tagKey: string): Record<string, Record<string, string[]>> {
    return { "ForAllValues:StringEquals": { "aws:TagKeys": [tagKey] } };
}

function tagIsThere(tagKey: string): Record<string, Record<string, string>> {
    return { Null: { [`aws:RequestTag/${tagKey}`]: "false" } };
}

function people(principals: readonly string[], tagKey: string): Statement {
    return {
        Sid: "PeopleWithTheirOwnTag",
        Effect: "Allow",
        Principal: { AWS: [...principals] },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
            ...onlyTag(tagKey),
            StringEquals: { [`aws:RequestTag/${tagKey}`]: `\${aws:PrincipalTag/${tagKey}}` },
        },
    };
}

function forOthers(operators: readonly string[], tagKey: string): Statement {
    return {
        Sid: "OperatorsForOthers",
        Effect: "Allow",
        Principal: { AWS: [...operators] },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: { ...onlyTag(tagKey), ...tagIsThere(tagKey) },
    };
}

/**
 * The assertion is for the partition's sign-in and brings a tag, as its attribute `PrincipalTag:KEY`, which the identity
 * provider has signed.
 */
function samlPeople({ partition, tagKey }: TrustArgs, provider: string): Statement {
    return {
        Sid: "SamlPeople",
        Effect: "Allow",
        Principal: { Federated: provider },
        Action: ["sts:AssumeRoleWithSAML"],
        Condition: { ...tagIsThere(tagKey), StringEquals: { "SAML:aud": samlAudience(partition) } },
    };
}

/** The token is for one of the clients and brings a tag, in its claim `https://aws.amazon.com/tags`. */
function oidcPeople({ tagKey }: TrustArgs, oidc: OidcArgs, provider: string): Statement {
    const issuer = issuerName(oidc);
    return {
        Sid: "OidcPeople",
        Effect: "Allow",
        Principal: { Federated: provider },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
            ...tagIsThere(tagKey),
            StringEquals: { [`${issuer}:aud`]: [...oidc.clientIds] },
            ...(oidc.subjects.length > 0 ? { StringLike: { [`${issuer}:sub`]: [...oidc.subjects] } } : {}),
        },
    };
}

/**
 * Who comes from a provider, and what they may bring. The tag has a statement of its own: audience and subject are keys
 * of the sign-in alone, and the document must stay below 2,048 characters. Whom the provider names as source identity,
 * CloudTrail names too; a session without one is as good.
 */
function federated(args: TrustArgs, { saml, oidc }: Federation): Statement[] {
    const { place, partition, tagKey } = args;
    const samlArn = saml && samlProviderArn(place, partition, saml);
    const oidcArn = oidc && oidcProviderArn(place, partition, oidc);
    const providers = [samlArn, oidcArn].filter((arn) => arn !== undefined);
    if (providers.length === 0) {
        return [];
    }
    return [
        ...(samlArn === undefined ? [] : [samlPeople(args, samlArn)]),
        ...(oidc === undefined || oidcArn === undefined ? [] : [oidcPeople(args, oidc, oidcArn)]),
        {
            Sid: "TheirTag",
            Effect: "Allow",
            Principal: { Federated: providers },
            Action: ["sts:TagSession"],
            Condition: { ...onlyTag(tagKey), ...tagIsThere(tagKey) },
        },
        {
            Sid: "TheirName",
            Effect: "Allow",
            Principal: { Federated: providers },
            Action: ["sts:SetSourceIdentity"],
        },
    ];
}
