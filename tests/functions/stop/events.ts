import { ACCOUNT, EXECUTION } from "./rules";

/**
 * Events as AWS sends them. State changes are those of the SageMaker developer guide, "Events that Amazon SageMaker AI
 * sends to Amazon EventBridge" (automating-sagemaker-with-eventbridge), shortened to what identifies the thing and a few
 * fields around it; the state change of a notebook instance, which the guide names without an example, as EventBridge was
 * seen to deliver it. Calls have the form of the guide's page "Log Amazon SageMaker API calls with AWS CloudTrail" within
 * the frame of the EventBridge user guide, "AWS service events delivered via AWS CloudTrail".
 */
const ARN = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;

export interface Event {
    readonly id: string;
    readonly source: string;
    readonly "detail-type": string;
    readonly detail: Record<string, unknown>;
    readonly [field: string]: unknown;
}

function state(type: string, resources: string[], detail: Record<string, unknown>): Event {
    return {
        version: "0",
        id: "844e2571-85d4-695f-b930-0153b71dcb42",
        "detail-type": type,
        source: "aws.sagemaker",
        account: ACCOUNT,
        time: "2026-10-06T12:26:13Z",
        region: "eu-west-1",
        resources,
        detail,
    };
}

export const TRAINING_STATE = state("SageMaker Training Job State Change", [`${ARN}:training-job/kmeans-1`], {
    TrainingJobName: "kmeans-1",
    TrainingJobArn: `${ARN}:training-job/kmeans-1`,
    TrainingJobStatus: "InProgress",
    SecondaryStatus: "Starting",
    RoleArn: EXECUTION,
    VpcConfig: {},
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
    Tags: {},
});

export const TUNING_STATE = state("SageMaker HyperParameter Tuning Job State Change", [`${ARN}:tuningJob/x`], {
    HyperParameterTuningJobName: "tune-1",
    HyperParameterTuningJobArn: `${ARN}:tuningJob/x`,
    HyperParameterTuningJobStatus: "InProgress",
    Tags: {},
});

export const TRANSFORM_STATE = state("SageMaker Transform Job State Change", [`${ARN}:transform-job/myjob`], {
    TransformJobName: "myjob",
    TransformJobStatus: "InProgress",
    ModelName: "scorer",
});

export const ENDPOINT_STATE = state("SageMaker Endpoint State Change", [`${ARN}:endpoint/myendpoint`], {
    EndpointName: "MyEndpoint",
    EndpointArn: `${ARN}:endpoint/myendpoint`,
    EndpointConfigName: "MyEndpointConfig",
    EndpointStatus: "IN_SERVICE",
    CreationTime: 1592411992203.0,
});

export const PIPELINE_STATE = state(
    "SageMaker Model Building Pipeline Execution Status Change",
    [`${ARN}:pipeline/myPipeline-123`, `${ARN}:pipeline/myPipeline-123/execution/p4jn9xou8a8s`],
    {
        pipelineExecutionDisplayName: "SomeDisplayName",
        currentPipelineExecutionStatus: "Executing",
        pipelineArn: `${ARN}:pipeline/myPipeline-123`,
        pipelineExecutionArn: `${ARN}:pipeline/myPipeline-123/execution/p4jn9xou8a8s`,
    },
);

export const NOTEBOOK_STATE = state("SageMaker Notebook Instance State Change", [`${ARN}:notebook-instance/nb`], {
    NotebookInstanceArn: `${ARN}:notebook-instance/nb`,
    NotebookInstanceName: "nb",
    NotebookInstanceStatus: "InService",
    RoleArn: EXECUTION,
});

/** A call by a session of a role. */
export function call(
    eventName: string,
    requestParameters: Record<string, unknown>,
    { caller = EXECUTION, ...more }: { caller?: string; [field: string]: unknown } = {},
): Event {
    const role = caller.slice(caller.lastIndexOf("/") + 1);
    return {
        version: "0",
        id: "36eb8523-97d0-4518-b33d-ee3579ff19f0",
        "detail-type": "AWS API Call via CloudTrail",
        source: "aws.sagemaker",
        account: ACCOUNT,
        time: "2026-10-06T12:26:13Z",
        region: "eu-west-1",
        resources: [],
        detail: {
            eventVersion: "1.08",
            userIdentity: {
                type: "AssumedRole",
                arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/SageMaker`,
                accountId: ACCOUNT,
                sessionContext: { sessionIssuer: { type: "Role", arn: caller, accountId: ACCOUNT, userName: role } },
            },
            eventSource: "sagemaker.amazonaws.com",
            eventName,
            awsRegion: "eu-west-1",
            requestParameters,
            responseElements: null,
            eventType: "AwsApiCall",
            recipientAccountId: ACCOUNT,
            ...more,
        },
    };
}
