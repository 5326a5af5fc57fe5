import type * as aws from "@pulumi/aws";

import { VPC_JOB_ACTIONS } from "../documents";

export interface BoundaryArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Whether the domain gives its tags and the profile's, the person's among them, to what people create. */
    readonly tagPropagation: boolean;
}

/** The profile in whose app the caller runs; both variables come with every Studio execution-role session. */
export const OWN_PROFILE = "${sagemaker:DomainId}/${sagemaker:UserProfileName}";

/**
 * What no execution role can ever do, whatever else is attached to it.
 *
 * The Allow names whole services: a boundary grants nothing, it only has to be wider than every identity policy of the
 * roles under it. The Denies are the controls. Each lists only actions that carry its key, and one statement stands
 * for one missing key, because keys of one Condition are ANDed.
 */
export function boundaryDocument(args: BoundaryArgs): aws.iam.PolicyDocument {
    const profile = (path: string): string =>
        `arn:${args.partition}:sagemaker:${args.region}:${args.account}:user-profile/${path}`;
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "ServicesOfStudio",
                Effect: "Allow",
                Action: ["cloudwatch:*", "ec2:*", "ecr:*", "iam:PassRole", "kms:*", "logs:*", "s3:*", "sagemaker:*"],
                Resource: "*",
            },
            {
                // An execution role is shared by a persona and its sessions carry no person's tag: its form of the
                // rule "only your own profile" is the profile the app runs in.
                Sid: "OnlyOwnProfile",
                Effect: "Deny",
                Action: ["sagemaker:CreatePresignedDomainUrl"],
                NotResource: [profile(OWN_PROFILE)],
            },
            ...personTag(args),
            {
                // Other ways to a link, to another role or into somebody else's app.
                Sid: "NoOtherDoors",
                Effect: "Deny",
                Action: [
                    "sagemaker:CreateAppImageConfig",
                    "sagemaker:CreateDomain",
                    "sagemaker:CreateHubContentPresignedUrls",
                    "sagemaker:CreateNotebookInstance",
                    "sagemaker:CreateNotebookInstanceLifecycleConfig",
                    "sagemaker:CreatePartnerAppPresignedUrl",
                    "sagemaker:CreatePresignedMlflowTrackingServerUrl",
                    "sagemaker:CreatePresignedNotebookInstanceUrl",
                    "sagemaker:CreateStudioLifecycleConfig",
                    "sagemaker:CreateUserProfile",
                    "sagemaker:DeleteDomain",
                    "sagemaker:DeleteUserProfile",
                    "sagemaker:StartSession",
                    "sagemaker:UpdateAppImageConfig",
                    "sagemaker:UpdateDomain",
                    "sagemaker:UpdateUserProfile",
                ],
                Resource: "*",
            },
            {
                // A tunnel into a space that never passes the presigned link and its network condition.
                Sid: "NoRemoteAccess",
                Effect: "Deny",
                Action: ["sagemaker:CreateSpace", "sagemaker:UpdateSpace"],
                Resource: "*",
                Condition: { StringEquals: { "sagemaker:RemoteAccess": "ENABLED" } },
            },
            {
                Sid: "NoRemoteDebug",
                Effect: "Deny",
                Action: ["sagemaker:CreateTrainingJob", "sagemaker:UpdateTrainingJob"],
                Resource: "*",
                Condition: { Bool: { "sagemaker:EnableRemoteDebug": "true" } },
            },
            {
                Sid: "JobsNeedSubnets",
                Effect: "Deny",
                Action: [...VPC_JOB_ACTIONS],
                Resource: "*",
                Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
            },
            {
                Sid: "JobsNeedGroups",
                Effect: "Deny",
                Action: [...VPC_JOB_ACTIONS],
                Resource: "*",
                Condition: { Null: { "sagemaker:VpcSecurityGroupIds": "true" } },
            },
        ],
    };
}

/**
 * The tag that ties a profile to a person is the deployer's to give, in whatever case: a condition on a tag finds the
 * tag in any spelling of its key.
 *
 * Where the domain gives the profile's tags to what people create, the role itself adds them, within the call that
 * creates; `sagemaker:TaggingAction` is present there alone. Source: SageMaker developer guide, "Add custom tags to
 * resources".
 */
function personTag({ tagKey, tagPropagation }: BoundaryArgs): aws.iam.PolicyStatement[] {
    const ofPerson = { "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": [tagKey] } };
    const deny = { Sid: "PersonTagIsTheDeployers", Effect: "Deny", Resource: "*" } as const;
    return tagPropagation
        ? [
              {
                  ...deny,
                  Action: ["sagemaker:AddTags"],
                  Condition: { ...ofPerson, Null: { "sagemaker:TaggingAction": "true" } },
              },
              { ...deny, Sid: "PersonTagStays", Action: ["sagemaker:DeleteTags"], Condition: ofPerson },
          ]
        : [{ ...deny, Action: ["sagemaker:AddTags", "sagemaker:DeleteTags"], Condition: ofPerson }];
}
