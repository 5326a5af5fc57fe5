import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../policy-pack/facts";
import { JOB_ACTIONS } from "../documents";
import { type AccessOrigin, originCondition } from "./access";
import { OWN_PROFILE } from "./boundary";

export interface ExecutionPolicyArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    /** ARN of the role itself: jobs run under it. */
    readonly roleArn: string;
    readonly features: readonly Feature[];
    readonly dataBuckets: readonly string[];
    readonly origin: AccessOrigin;
    readonly domainKeyArn: pulumi.Input<string>;
    /** Key of outputs shared with a notebook. Default: nothing is shared. */
    readonly sharingKeyArn?: string | undefined;
    /** Whether the domain gives its tags and the profile's to what people create. */
    readonly tagPropagation: boolean;
}

type Statement = aws.iam.PolicyStatement;

/**
 * Identity policies of the execution role by purpose. They are documents of their own so that those which hold no id
 * made at deployment stay readable at a first preview.
 */
export function executionPolicies(args: ExecutionPolicyArgs): Record<string, aws.iam.PolicyDocument> {
    return {
        spaces: document(spaces(args)),
        presign: document(presign(args)),
        key: document(domainKey(args)),
        ...(args.sharingKeyArn === undefined ? {} : { sharing: document(sharingKey(args, args.sharingKeyArn)) }),
        logs: document(logs(args)),
        ...(args.features.includes("jobs") ? { jobs: document(jobs(args)) } : {}),
        ...(args.dataBuckets.length > 0 ? { data: document(data(args)) } : {}),
    };
}

function document(statements: Statement[]): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: statements };
}

function arn(args: ExecutionPolicyArgs, service: string, resource: string): string {
    return `arn:${args.partition}:${service}:${args.region}:${args.account}:${resource}`;
}

/** Source of the owner keys: sagemaker developer guide, "Restrict users to their own private spaces". */
function spaces(args: ExecutionPolicyArgs): Statement[] {
    const owner = { "sagemaker:OwnerUserProfileArn": arn(args, "sagemaker", `user-profile/${OWN_PROFILE}`) };
    const ownDomain = (kind: string): string => arn(args, "sagemaker", `${kind}/\${sagemaker:DomainId}/*`);
    return [
        {
            Sid: "OwnPrivateSpaces",
            Effect: "Allow",
            Action: [
                "sagemaker:CreateApp",
                "sagemaker:CreateSpace",
                "sagemaker:DeleteApp",
                "sagemaker:DeleteSpace",
                "sagemaker:UpdateSpace",
            ],
            Resource: [ownDomain("app"), ownDomain("space")],
            Condition: { ArnLike: owner, StringEquals: { "sagemaker:SpaceSharingType": ["Private"] } },
        },
        {
            // Tags only in the call that creates: later the key is absent.
            Sid: "TagWhatIsCreated",
            Effect: "Allow",
            Action: ["sagemaker:AddTags"],
            Resource: [ownDomain("app"), ownDomain("space")],
            Condition: { Null: { "sagemaker:TaggingAction": "false" } },
        },
        {
            Sid: "ReadOwnDomain",
            Effect: "Allow",
            Action: [
                "sagemaker:DescribeApp",
                "sagemaker:DescribeDomain",
                "sagemaker:DescribeSpace",
                "sagemaker:DescribeUserProfile",
                "sagemaker:ListTags",
            ],
            Resource: [
                arn(args, "sagemaker", "domain/${sagemaker:DomainId}"),
                ...["app", "space", "user-profile"].map(ownDomain),
            ],
        },
        {
            // Listing actions have no resource type; the UI starts with them.
            Sid: "List",
            Effect: "Allow",
            Action: [
                "sagemaker:ListApps",
                "sagemaker:ListDomains",
                "sagemaker:ListSpaces",
                "sagemaker:ListUserProfiles",
            ],
            Resource: "*",
        },
    ];
}

/** The UI opens each app with a link of its own; without this, apps cannot be opened at all. */
function presign(args: ExecutionPolicyArgs): Statement[] {
    return [
        {
            Sid: "OpenOwnProfile",
            Effect: "Allow",
            Action: ["sagemaker:CreatePresignedDomainUrl"],
            Resource: [arn(args, "sagemaker", `user-profile/${OWN_PROFILE}`)],
            Condition: originCondition(args.origin),
        },
    ];
}

function domainKey(args: ExecutionPolicyArgs): Statement[] {
    return [
        {
            Sid: "DomainKey",
            Effect: "Allow",
            Action: [
                "kms:Decrypt",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:DescribeKey",
            ],
            Resource: [args.domainKeyArn],
        },
        {
            Sid: "DomainKeyForServices",
            Effect: "Allow",
            Action: ["kms:CreateGrant"],
            Resource: [args.domainKeyArn],
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
    ];
}

/** What is shared lies in a bucket: S3 alone asks for the key. */
function sharingKey(args: ExecutionPolicyArgs, keyArn: string): Statement[] {
    return [
        {
            Sid: "SharingKey",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: [keyArn],
            Condition: { StringEquals: { "kms:ViaService": `s3.${args.region}.amazonaws.com` } },
        },
    ];
}

function logs(args: ExecutionPolicyArgs): Statement[] {
    return [
        {
            Sid: "WriteStudioLogs",
            Effect: "Allow",
            Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: [arn(args, "logs", "log-group:/aws/sagemaker/*")],
        },
    ];
}

function jobs(args: ExecutionPolicyArgs): Statement[] {
    const kinds = ["hyper-parameter-tuning-job", "model", "processing-job", "training-job", "transform-job"];
    const Resource = kinds.map((kind) => arn(args, "sagemaker", `${kind}/*`));
    return [
        { Sid: "Jobs", Effect: "Allow", Action: [...JOB_ACTIONS.onResources], Resource },
        // Without it a call fails that is to give what it creates the tags of domain and profile.
        ...(args.tagPropagation ? [tagJobs(Resource)] : []),
        {
            // Listing actions have no resource type.
            Sid: "ListJobs",
            Effect: "Allow",
            Action: [...JOB_ACTIONS.onEverything],
            Resource: "*",
        },
        {
            Sid: "RunJobsAsThisRole",
            Effect: "Allow",
            Action: ["iam:PassRole"],
            Resource: [args.roleArn],
            Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
        },
        {
            // SageMaker places a job's network interfaces with the job's role. Source: sagemaker developer guide, train-vpc.
            Sid: "JobInterfaces",
            Effect: "Allow",
            Action: [
                "ec2:CreateNetworkInterface",
                "ec2:CreateNetworkInterfacePermission",
                "ec2:DeleteNetworkInterface",
            ],
            Resource: ["network-interface/*", "security-group/*", "subnet/*"].map((resource) =>
                arn(args, "ec2", resource),
            ),
        },
        {
            // Describe actions of EC2 have no resource type.
            Sid: "SeeTheNetwork",
            Effect: "Allow",
            Action: [
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            Resource: "*",
        },
        {
            Sid: "PullAccountImages",
            Effect: "Allow",
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resource: [arn(args, "ecr", "repository/*")],
        },
        {
            // Neither action has a resource type that applies: a token for the registry, metrics by namespace.
            Sid: "RegistryTokenAndMetrics",
            Effect: "Allow",
            Action: ["cloudwatch:PutMetricData", "ecr:GetAuthorizationToken"],
            Resource: "*",
        },
    ];
}

/** Tags only in the call that creates: later the key is absent. */
function tagJobs(Resource: string[]): Statement {
    return {
        Sid: "TagJobs",
        Effect: "Allow",
        Action: ["sagemaker:AddTags"],
        Resource,
        Condition: { Null: { "sagemaker:TaggingAction": "false" } },
    };
}

function data(args: ExecutionPolicyArgs): Statement[] {
    const buckets = args.dataBuckets.map((bucket) => `arn:${args.partition}:s3:::${bucket}`);
    return [
        {
            Sid: "ListDataBuckets",
            Effect: "Allow",
            Action: ["s3:GetBucketLocation", "s3:ListBucket"],
            Resource: buckets,
        },
        {
            Sid: "DataObjects",
            Effect: "Allow",
            Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resource: buckets.map((bucket) => `${bucket}/*`),
        },
    ];
}
