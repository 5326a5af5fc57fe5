import type * as aws from "@pulumi/aws";

import type { Feature } from "../../../policy-pack/facts";
import { VPC_JOB_ACTIONS } from "../../documents";
import { DRAFTS, OWN_PROFILE } from "./own";

export interface ExecutionBoundaryArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Key of the tag that holds the team. Default: there are no teams. */
    readonly teamTag?: string | undefined;
    /** Whether the domain gives its tags and the profile's, the person's among them, to what people create. */
    readonly tagPropagation: boolean;
}

type Statement = aws.iam.PolicyStatement;

/** What every role of Studio may need. */
const SERVICES = ["cloudwatch:*", "ec2:*", "ecr:*", "iam:PassRole", "kms:*", "logs:*", "s3:*", "sagemaker:*"];

/** Further services of a feature. */
const FEATURE_SERVICES: Partial<Record<Feature, readonly string[]>> = {
    canvas: ["application-autoscaling:*"],
    projects: ["servicecatalog:*"],
    mlflow: ["sagemaker-mlflow:*"],
    bedrock: ["bedrock:*"],
    emr: ["elasticmapreduce:*", "emr-serverless:*"],
    glue: ["glue:*"],
    featureStore: ["athena:*", "glue:*"],
    dataAccess: ["athena:*", "glue:*", "lakeformation:GetDataAccess", "redshift-data:*", "redshift-serverless:*"],
    codeArtifact: ["codeartifact:*", "sts:GetServiceBearerToken"],
    observability: ["xray:*"],
};

/** Links into something that some feature opens. */
const FEATURE_DOORS: readonly (readonly [feature: Feature, actions: readonly string[]])[] = [
    ["mlflow", ["sagemaker:CreatePresignedMlflowAppUrl", "sagemaker:CreatePresignedMlflowTrackingServerUrl"]],
    ["remoteIde", ["sagemaker:StartSession"]],
];

/** Other ways to a link, to another role or into somebody else's app. */
const DOORS = [
    "sagemaker:CreateDomain",
    "sagemaker:CreateHubContentPresignedUrls",
    "sagemaker:CreateNotebookInstance",
    "sagemaker:CreateNotebookInstanceLifecycleConfig",
    "sagemaker:CreatePartnerAppPresignedUrl",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "sagemaker:CreateStudioLifecycleConfig",
    "sagemaker:CreateUserProfile",
    "sagemaker:DeleteDomain",
    "sagemaker:DeleteUserProfile",
    "sagemaker:UpdateDomain",
    "sagemaker:UpdateUserProfile",
];

/**
 * What no execution or job role can ever do, whatever else is attached to it.
 *
 * The Allow names whole services: a boundary grants nothing, it only has to be wider than every identity policy of the
 * roles under it. The Denies are the controls. Each lists only actions that carry its key, and one statement stands
 * for one missing key, because keys of one Condition are ANDed. AWS gives a role one boundary of 6,144 characters: what
 * does not fit stands in guardrails, which are attached.
 */
export function executionBoundary(args: ExecutionBoundaryArgs): aws.iam.PolicyDocument {
    const arn = (resource: string): string =>
        `arn:${args.partition}:sagemaker:${args.region}:${args.account}:${resource}`;
    return {
        Version: "2012-10-17",
        Statement: [
            { Sid: "ServicesOfStudio", Effect: "Allow", Action: services(args.features), Resource: "*" },
            {
                // An execution role is shared by a persona and its sessions carry no person's tag: its form of the
                // rule "only your own profile" is the profile the app runs in.
                Sid: "OnlyOwnProfile",
                Effect: "Deny",
                Action: ["sagemaker:CreatePresignedDomainUrl"],
                NotResource: [arn(`user-profile/${OWN_PROFILE}`)],
            },
            ...personTag(args),
            ...(args.teamTag === undefined ? [] : teamTag(args.teamTag)),
            { Sid: "NoOtherDoors", Effect: "Deny", Action: closedDoors(args.features), Resource: "*" },
            {
                // What starts in people's apps is the deployer's; a draft is in no domain until the deployer takes it up.
                Sid: "OnlyDraftsOfImageConfigs",
                Effect: "Deny",
                Action: [
                    "sagemaker:CreateAppImageConfig",
                    "sagemaker:DeleteAppImageConfig",
                    "sagemaker:UpdateAppImageConfig",
                ],
                NotResource: [arn(`app-image-config/${DRAFTS}*`)],
            },
            remoteAccess(args, arn(`user-profile/${OWN_PROFILE}`)),
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

function services(features: readonly Feature[]): string[] {
    return [...new Set([...SERVICES, ...features.flatMap((feature) => FEATURE_SERVICES[feature] ?? [])])].sort();
}

function closedDoors(features: readonly Feature[]): string[] {
    const closed = FEATURE_DOORS.filter(([feature]) => !features.includes(feature)).flatMap(([, actions]) => actions);
    return [...DOORS, ...closed].sort();
}

/**
 * A tunnel into a space never passes the presigned link and its network condition. With the feature `remoteIde` people
 * open one into spaces of their own, which SageMaker itself tags with their profile.
 */
function remoteAccess({ features }: ExecutionBoundaryArgs, ownProfile: string): Statement {
    return features.includes("remoteIde")
        ? {
              Sid: "TunnelsToOwnSpaces",
              Effect: "Deny",
              Action: ["sagemaker:StartSession"],
              Resource: "*",
              Condition: { ArnNotEquals: { "sagemaker:ResourceTag/sagemaker:user-profile-arn": ownProfile } },
          }
        : {
              Sid: "NoRemoteAccess",
              Effect: "Deny",
              Action: ["sagemaker:CreateSpace", "sagemaker:UpdateSpace"],
              Resource: "*",
              Condition: { StringEquals: { "sagemaker:RemoteAccess": "ENABLED" } },
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
function personTag({ tagKey, tagPropagation }: ExecutionBoundaryArgs): Statement[] {
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

/** The team's tag comes with the call that creates, holds the caller's own team, and stays. */
function teamTag(key: string): Statement[] {
    const ofTeam = { "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": [key] } };
    return [
        {
            Sid: "TeamTagComesWithCreation",
            Effect: "Deny",
            Action: ["sagemaker:AddTags"],
            Resource: "*",
            Condition: { ...ofTeam, Null: { "sagemaker:TaggingAction": "true" } },
        },
        {
            // No team is called `-`: a role without team may give none.
            Sid: "TeamTagIsTheCallersOwn",
            Effect: "Deny",
            Action: ["sagemaker:AddTags"],
            Resource: "*",
            Condition: {
                ...ofTeam,
                StringNotEquals: { [`aws:RequestTag/${key}`]: `\${aws:PrincipalTag/${key}, '-'}` },
            },
        },
        { Sid: "TeamTagStays", Effect: "Deny", Action: ["sagemaker:DeleteTags"], Resource: "*", Condition: ofTeam },
    ];
}
