import type * as aws from "@pulumi/aws";

import type { Feature, ServiceKey } from "../../policy-pack/facts";
import { type ActionSet, JOB_ACTIONS, STUDIO_ACTIONS } from "../documents";

type Statement = aws.iam.PolicyStatement;

export interface EndpointPolicyArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    /** Names of the buckets Studio may use. */
    readonly dataBuckets: readonly string[];
}

/**
 * Policy of one VPC endpoint: what may pass it, whoever asks.
 *
 * Every statement but one names the account's principals by condition, because `Principal` in an endpoint policy takes
 * no pattern: `*` there means "whoever the condition admits". Resources are the account's own; `*` stands only where
 * the action has no resource type. Source: AWS PrivateLink guide, "Control access to VPC endpoints".
 */
export function endpointPolicy(service: ServiceKey, args: EndpointPolicyArgs): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: STATEMENTS[service](args) };
}

const STATEMENTS: Record<ServiceKey, (args: EndpointPolicyArgs) => Statement[]> = {
    s3: (args) => [...ownBuckets(args), containerLayers(args)],
    "sagemaker.api": (args) => actionSets(args).flatMap(([name, set]) => sagemaker(args, name, set)),
    "sagemaker.runtime": (args) => [
        own(
            args,
            "InvokeEndpoints",
            ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync"],
            [arn(args, "sagemaker", "endpoint/*")],
        ),
    ],
    // The browser's path: every request of a Studio session is checked as this action.
    studio: (args) => [
        own(args, "OpenProfiles", ["sagemaker:CreatePresignedDomainUrl"], [arn(args, "sagemaker", "user-profile/*")]),
    ],
    sts: (args) => [
        own(
            args,
            "AssumeAccountRoles",
            ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
            [`arn:${args.partition}:iam::${args.account}:role/*`],
        ),
        own(args, "WhoAmI", ["sts:GetCallerIdentity"], ["*"]),
    ],
    logs: (args) => [
        own(
            args,
            "StudioAndJobLogs",
            [
                "logs:CreateLogGroup",
                "logs:CreateLogStream",
                "logs:DescribeLogStreams",
                "logs:GetLogEvents",
                "logs:PutLogEvents",
            ],
            [arn(args, "logs", "log-group:/aws/sagemaker/*")],
        ),
    ],
    "ecr.api": imageRegistry,
    "ecr.dkr": imageRegistry,
    monitoring: (args) => [
        own(args, "Metrics", ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData"], ["*"]),
    ],
    kms: (args) => [
        own(
            args,
            "AccountKeys",
            [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
            ],
            [arn(args, "kms", "key/*")],
        ),
    ],
};

function actionSets(args: EndpointPolicyArgs): [string, ActionSet][] {
    const sets: Record<Feature, [string, ActionSet]> = {
        studio: ["Studio", STUDIO_ACTIONS],
        jobs: ["Jobs", JOB_ACTIONS],
    };
    return args.features.map((feature) => sets[feature]);
}

function sagemaker(args: EndpointPolicyArgs, name: string, set: ActionSet): Statement[] {
    return [
        own(args, name, set.onResources, [arn(args, "sagemaker", "*")]),
        own(args, `${name}Lists`, set.onEverything, ["*"]),
    ];
}

function imageRegistry(args: EndpointPolicyArgs): Statement[] {
    return [
        own(args, "SignIn", ["ecr:GetAuthorizationToken"], ["*"]),
        own(
            args,
            "PullAccountImages",
            [
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:DescribeImages",
                "ecr:GetDownloadUrlForLayer",
            ],
            [arn(args, "ecr", "repository/*")],
        ),
    ];
}

function ownBuckets(args: EndpointPolicyArgs): Statement[] {
    if (args.dataBuckets.length === 0) {
        return [];
    }
    const buckets = args.dataBuckets.map((bucket) => `arn:${args.partition}:s3:::${bucket}`);
    return [
        own(args, "ListDataBuckets", ["s3:GetBucketLocation", "s3:ListBucket"], buckets),
        own(
            args,
            "DataObjects",
            ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            buckets.map((bucket) => `${bucket}/*`),
        ),
    ];
}

/**
 * Image layers lie in a bucket of AWS and are fetched with links that ECR signs, so the requester is no principal of
 * this account and no condition on it can hold. Source: ECR user guide, "Minimum Amazon S3 bucket permissions for
 * Amazon ECR".
 */
function containerLayers(args: EndpointPolicyArgs): Statement {
    return {
        Sid: "ContainerLayers",
        Effect: "Allow",
        Principal: "*",
        Action: ["s3:GetObject"],
        Resource: [`arn:${args.partition}:s3:::prod-${args.region}-starport-layer-bucket/*`],
    };
}

/** Allows the account's own principals, and nobody else, the actions on the resources. */
function own(
    args: EndpointPolicyArgs,
    sid: string,
    actions: readonly string[],
    resources: readonly string[],
): Statement {
    return {
        Sid: sid,
        Effect: "Allow",
        Principal: "*",
        Action: [...actions],
        Resource: [...resources],
        Condition: { StringEquals: { "aws:PrincipalAccount": args.account } },
    };
}

function arn(args: EndpointPolicyArgs, service: string, resource: string): string {
    return `arn:${args.partition}:${service}:${args.region}:${args.account}:${resource}`;
}
