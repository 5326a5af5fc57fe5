import { of, on, onEverything } from "./grant";

const IMAGE_REGISTRY = [
    onEverything("SignIn", of("ecr", "GetAuthorizationToken")),
    on(
        "PullAccountImages",
        of("ecr", "BatchCheckLayerAvailability", "BatchGetImage", "DescribeImages", "GetDownloadUrlForLayer"),
        ["ecr:repository/*"],
    ),
];

/** What Studio and jobs need beside SageMaker and S3. */
export const BASE_GRANTS = {
    sts: [
        on("AssumeAccountRoles", of("sts", "AssumeRole", "SetSourceIdentity", "TagSession"), [
            "arn:{partition}:iam::{account}:role/*",
        ]),
        onEverything("WhoAmI", of("sts", "GetCallerIdentity")),
    ],
    logs: [
        on(
            "StudioAndJobLogs",
            of(
                "logs",
                "CreateLogGroup",
                "CreateLogStream",
                "DescribeLogStreams",
                "FilterLogEvents",
                "GetLogEvents",
                "GetQueryResults",
                "PutLogEvents",
                "StartQuery",
            ),
            ["logs:log-group:/aws/sagemaker/*"],
        ),
    ],
    "ecr.api": IMAGE_REGISTRY,
    "ecr.dkr": IMAGE_REGISTRY,
    monitoring: [onEverything("Metrics", of("cloudwatch", "GetMetricData", "ListMetrics", "PutMetricData"))],
    kms: [
        on(
            "AccountKeys",
            of("kms", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"),
            ["kms:key/*"],
        ),
    ],
};
