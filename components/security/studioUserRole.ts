import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { physicalName, type Place } from "../names";
import type { Tags } from "../tags";
import { type AccessOrigin, originCondition } from "./access";

export interface StudioUserRoleArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the users and roles people sign in as. */
    readonly principals: readonly string[];
    /** ARNs that may set any person's tag, to open a profile on a person's behalf. */
    readonly operators: readonly string[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    readonly origin: AccessOrigin;
    readonly domainId: pulumi.Input<string>;
    readonly tags: Tags;
}

type Statement = aws.iam.PolicyStatement;

/** Seconds; the shortest AWS allows, since a session only has to live until the link is made. */
const SESSION_SECONDS = 3600;

/**
 * What a person assumes to open Studio. The session carries the person's tag; the role opens the profile whose tag is
 * equal to it and no other, from the allowed origin only.
 */
export class StudioUserRole extends pulumi.ComponentResource {
    /** ARN of the role. */
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: StudioUserRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:StudioUserRole", name, {}, opts);
        const role = new aws.iam.Role(
            name,
            {
                name: physicalName(args.place, "role", "user"),
                description: "Opens the Studio profile whose tag equals the person's",
                assumeRolePolicy: documentText("trust policy", name, userRoleTrust(args)),
                maxSessionDuration: SESSION_SECONDS,
                tags: args.tags,
            },
            { parent: this },
        );
        for (const [purpose, document] of Object.entries({ presign: presign(args), guard: guard(args) })) {
            new aws.iam.RolePolicy(
                `${name}-${purpose}`,
                {
                    name: purpose,
                    role: role.name,
                    policy: documentText("inline policy", `${name}-${purpose}`, document),
                },
                { parent: this },
            );
        }
        this.arn = role.arn;
        this.registerOutputs({ arn: this.arn });
    }
}

/**
 * Who may assume the role, and with which tag. People may only repeat the tag they carry; operators may set any value.
 * Both must set it, both may set nothing else. Source: IAM user guide, "Pass session tags in AWS STS".
 */
function userRoleTrust({ principals, operators, tagKey }: StudioUserRoleArgs): aws.iam.PolicyDocument {
    const onlyThisTag = { "ForAllValues:StringEquals": { "aws:TagKeys": [tagKey] } };
    const assume = ["sts:AssumeRole", "sts:TagSession"];
    const people: Statement = {
        Sid: "PeopleWithTheirOwnTag",
        Effect: "Allow",
        Principal: { AWS: [...principals] },
        Action: assume,
        Condition: {
            ...onlyThisTag,
            StringEquals: { [`aws:RequestTag/${tagKey}`]: `\${aws:PrincipalTag/${tagKey}}` },
        },
    };
    const forOthers: Statement = {
        Sid: "OperatorsForOthers",
        Effect: "Allow",
        Principal: { AWS: [...operators] },
        Action: assume,
        Condition: { ...onlyThisTag, Null: { [`aws:RequestTag/${tagKey}`]: "false" } },
    };
    return { Version: "2012-10-17", Statement: operators.length > 0 ? [people, forOthers] : [people] };
}

function presign(args: StudioUserRoleArgs): aws.iam.PolicyDocument {
    const { account, region } = args.place;
    const origin = originCondition(args.origin);
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OpenProfileWithSameTag",
                Effect: "Allow",
                Action: ["sagemaker:CreatePresignedDomainUrl"],
                Resource: [
                    pulumi.interpolate`arn:${args.partition}:sagemaker:${region}:${account}:user-profile/${args.domainId}/*`,
                ],
                Condition: {
                    ...origin,
                    StringEquals: {
                        ...origin.StringEquals,
                        [`sagemaker:ResourceTag/${args.tagKey}`]: `\${aws:PrincipalTag/${args.tagKey}}`,
                    },
                },
            },
        ],
    };
}

/**
 * The rule once more as Denies, so that no policy attached later opens a way round it. A tag that is missing on either
 * side has a statement of its own: today a negated operator holds for a variable without a value (IAM user guide,
 * "Policy variables with no value"), and the rule must not hang on that alone.
 */
function guard({ tagKey }: StudioUserRoleArgs): aws.iam.PolicyDocument {
    const links = ["sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedNotebookInstanceUrl"];
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "DenyOtherProfiles",
                Effect: "Deny",
                Action: links,
                Resource: "*",
                Condition: {
                    StringNotEquals: { [`sagemaker:ResourceTag/${tagKey}`]: `\${aws:PrincipalTag/${tagKey}}` },
                },
            },
            {
                Sid: "DenyMissingPrincipalTag",
                Effect: "Deny",
                Action: links,
                Resource: "*",
                Condition: { Null: { [`aws:PrincipalTag/${tagKey}`]: "true" } },
            },
            {
                Sid: "DenyMissingProfileTag",
                Effect: "Deny",
                Action: links,
                Resource: "*",
                Condition: { Null: { [`sagemaker:ResourceTag/${tagKey}`]: "true" } },
            },
            {
                Sid: "PersonTagIsTheDeployers",
                Effect: "Deny",
                Action: ["sagemaker:AddTags", "sagemaker:DeleteTags"],
                Resource: "*",
                Condition: { "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": [tagKey] } },
            },
        ],
    };
}
