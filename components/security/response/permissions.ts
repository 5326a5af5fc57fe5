import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { ResponseArgs } from "./args";
import type { ResponseNames } from "./names";

type Statement = aws.iam.PolicyStatement;

/** What is looked at, by SageMaker's resource type. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
    "training-job/*": ["DescribeTrainingJob"],
    "processing-job/*": ["DescribeProcessingJob"],
    "transform-job/*": ["DescribeTransformJob"],
    "hyper-parameter-tuning-job/*": ["DescribeHyperParameterTuningJob"],
    "automl-job/*": ["DescribeAutoMLJobV2"],
    "pipeline/*": ["DescribePipeline", "DescribePipelineExecution"],
    "notebook-instance/*": ["DescribeNotebookInstance"],
    "model/*": ["DescribeModel"],
    "endpoint-config/*": ["DescribeEndpointConfig"],
    "endpoint/*": ["DescribeEndpoint"],
};

/** What is stopped or deleted. */
const STOPS: Readonly<Record<string, readonly string[]>> = {
    "training-job/*": ["StopTrainingJob"],
    "processing-job/*": ["StopProcessingJob"],
    "transform-job/*": ["StopTransformJob"],
    "hyper-parameter-tuning-job/*": ["StopHyperParameterTuningJob"],
    "automl-job/*": ["StopAutoMLJob"],
    "pipeline/*": ["StopPipelineExecution"],
    "notebook-instance/*": ["StopNotebookInstance"],
    "model/*": ["DeleteModel"],
    "endpoint-config/*": ["DeleteEndpointConfig"],
    "endpoint/*": ["DeleteEndpoint"],
};

/**
 * What the function may do by names known beforehand: take events from its queue, look at what was started in the
 * account's Region and, where it is to stop things, stop it. Which things those are no name tells: what people start,
 * they name.
 */
export function stopStatements({ mode, partition, place }: ResponseArgs, names: ResponseNames): Statement[] {
    const arn = (resource: string): string => `arn:${partition}:sagemaker:${place.region}:${place.account}:${resource}`;
    const each = (sid: string, table: typeof LOOKS): Statement => ({
        Sid: sid,
        Effect: "Allow",
        Action: Object.values(table).flatMap((actions) => actions.map((action) => `sagemaker:${action}`)),
        Resource: Object.keys(table).map(arn),
    });
    return [
        {
            Sid: "TakeEvents",
            Effect: "Allow",
            Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            Resource: names.eventsArn,
        },
        { Sid: "TellPeople", Effect: "Allow", Action: "sns:Publish", Resource: names.topicArn },
        each("Look", LOOKS),
        ...(mode === "stop" ? [each("Stop", STOPS)] : []),
    ];
}

/** What it may do by ids that come with the deployment: in the one domain, and with the key of queue and topic. */
export function idStatements({
    domainId,
    mode,
    partition,
    place,
    queuesKeyArn,
}: ResponseArgs & { readonly domainId: pulumi.Output<string> }): Statement[] {
    const { account, region } = place;
    const inDomain = (kind: string, rest: string): pulumi.Output<string> =>
        domainId.apply((id) => `arn:${partition}:sagemaker:${region}:${account}:${kind}/${id}${rest}`);
    return [
        {
            Sid: "LookIntoTheDomain",
            Effect: "Allow",
            Action: ["sagemaker:DescribeApp", "sagemaker:DescribeDomain", "sagemaker:DescribeSpace"],
            Resource: [inDomain("app", "/*"), inDomain("domain", ""), inDomain("space", "/*")],
        },
        ...(mode === "stop"
            ? [
                  {
                      Sid: "EndApps",
                      Effect: "Allow" as const,
                      Action: "sagemaker:DeleteApp",
                      Resource: inDomain("app", "/*"),
                  },
                  {
                      // Closes a space and cannot open one.
                      Sid: "CloseSpaces",
                      Effect: "Allow" as const,
                      Action: "sagemaker:UpdateSpace",
                      Resource: inDomain("space", "/*"),
                      Condition: { StringEquals: { "sagemaker:RemoteAccess": "DISABLED" } },
                  },
                  {
                      // The action has no resource types (service authorization reference).
                      Sid: "FindAppsOfASpace",
                      Effect: "Allow" as const,
                      Action: "sagemaker:ListApps",
                      Resource: "*",
                  },
              ]
            : []),
        {
            Sid: "ReadAndWriteMessages",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: queuesKeyArn,
            Condition: {
                StringEquals: { "kms:ViaService": ["sns", "sqs"].map((name) => `${name}.${region}.amazonaws.com`) },
            },
        },
    ];
}
