import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import { type AccessOrigin, originCondition } from "../access";

export interface UserPolicyArgs {
    readonly place: Place;
    readonly partition: string;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    readonly origin: AccessOrigin;
    readonly domainId: pulumi.Input<string>;
}

/** Actions whose resource carries the tag of a person, so that links to one's own things can be told from others'. */
const TAGGED_LINKS = ["sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedNotebookInstanceUrl"];

/** Every other action that makes a link or a way into something of Studio. Source: service authorization reference. */
const OTHER_LINKS = [
    "sagemaker:CallWithBearerToken",
    "sagemaker:CreateHubContentPresignedUrls",
    "sagemaker:CreatePartnerAppPresignedUrl",
    "sagemaker:CreatePresignedMlflowAppUrl",
    "sagemaker:CreatePresignedMlflowTrackingServerUrl",
    "sagemaker:StartSession",
];

/** Opens the profile whose tag equals the session's, from the allowed origin only. */
export function presignDocument(args: UserPolicyArgs): aws.iam.PolicyDocument {
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
 * "Policy variables with no value"), and the rule must not hang on that alone. Whoever could change a tag, of a profile,
 * of a role or of a session, could choose whose profile opens: that is the deployer's.
 */
export function guardDocument({ tagKey }: Pick<UserPolicyArgs, "tagKey">): aws.iam.PolicyDocument {
    const deny = (sid: string, actions: readonly string[], condition?: aws.iam.PolicyStatement["Condition"]) => ({
        Sid: sid,
        Effect: "Deny" as const,
        Action: [...actions],
        Resource: "*",
        ...(condition === undefined ? {} : { Condition: condition }),
    });
    return {
        Version: "2012-10-17",
        Statement: [
            deny("DenyOtherProfiles", TAGGED_LINKS, {
                StringNotEquals: { [`sagemaker:ResourceTag/${tagKey}`]: `\${aws:PrincipalTag/${tagKey}}` },
            }),
            deny("DenyMissingPrincipalTag", TAGGED_LINKS, { Null: { [`aws:PrincipalTag/${tagKey}`]: "true" } }),
            deny("DenyMissingProfileTag", TAGGED_LINKS, { Null: { [`sagemaker:ResourceTag/${tagKey}`]: "true" } }),
            deny("NoOtherLinks", OTHER_LINKS),
            deny("PersonTagIsTheDeployers", ["sagemaker:AddTags", "sagemaker:DeleteTags"], {
                "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": [tagKey] },
            }),
            deny("ProfilesAreTheDeployers", [
                "sagemaker:CreateUserProfile",
                "sagemaker:UpdateDomain",
                "sagemaker:UpdateUserProfile",
            ]),
            deny("NoOtherIdentity", [
                "iam:TagRole",
                "iam:TagUser",
                "iam:UntagRole",
                "iam:UntagUser",
                "sts:AssumeRole",
                "sts:TagSession",
            ]),
        ],
    };
}
