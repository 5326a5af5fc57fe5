import { endpointsPage, interfaces } from "./row";

const UNITED_STATES = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];
const CANADA = ["ca-central-1", "ca-west-1"];
const GOVCLOUD = ["us-gov-east-1", "us-gov-west-1"];

/** Regions without a FIPS host of KMS and EFS, which have one nearly everywhere. */
const NEWEST = ["ap-east-2", "ap-southeast-6", "eusc-de-east-1"];

function only(page: string, ...regions: readonly string[]): { only: readonly string[]; source: string } {
    return { only: regions, source: endpointsPage(page) };
}

/**
 * Endpoint services whose hosts use FIPS 140 validated cryptography, under the key of the ordinary service and `-fips`.
 *
 * GovCloud is missing where its ordinary host is the validated one (STS, SSM, SQS, RDS, EMR, CloudFormation,
 * EventBridge, Config, the SageMaker runtime): there is no second name to resolve.
 */
export const FIPS = interfaces({
    "sagemaker.api-fips": {
        hosts: ["api-fips.sagemaker"],
        offered: only("sagemaker", ...UNITED_STATES, ...CANADA, ...GOVCLOUD),
    },
    "sagemaker.runtime-fips": {
        hosts: ["runtime-fips.sagemaker"],
        // The policy is not evaluated for InvokeEndpoint: who may invoke is up to IAM alone.
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html",
        offered: only("sagemaker", ...UNITED_STATES),
    },
    "sts-fips": { offered: only("sts", ...UNITED_STATES) },
    "kms-fips": {
        offered: { except: [...NEWEST, "cn-north-1", "cn-northwest-1"], source: endpointsPage("kms") },
    },
    "redshift-fips": { offered: only("redshift-service", ...UNITED_STATES, ...CANADA) },
    "redshift-data-fips": {
        supportsPolicy: false,
        offered: only("redshift-service", ...UNITED_STATES, ...CANADA, ...GOVCLOUD),
    },
    "redshift-serverless-fips": { offered: only("redshift-service", ...UNITED_STATES, "ca-central-1", ...GOVCLOUD) },
    "rds-fips": { offered: only("rds-service", ...UNITED_STATES, ...CANADA) },
    "elasticfilesystem-fips": { offered: { except: NEWEST, source: endpointsPage("elasticfilesystem") } },
    "datazone-fips": { offered: only("datazone", "us-east-1", "us-east-2", "us-west-2", "ca-central-1") },
    "elasticmapreduce-fips": { offered: only("emr", ...UNITED_STATES, ...CANADA) },
    "bedrock-fips": { offered: only("bedrock", "us-east-1", "us-east-2", "us-west-2", "ca-central-1", ...GOVCLOUD) },
    "bedrock-runtime-fips": {
        offered: only("bedrock", "us-east-1", "us-east-2", "us-west-2", "ca-central-1", ...GOVCLOUD),
    },
    "textract-fips": { offered: only("textract", ...UNITED_STATES, "ca-central-1", ...GOVCLOUD) },
    "rekognition-fips": { offered: only("rekognition", ...UNITED_STATES, "ca-central-1", "us-gov-west-1") },
    "forecast-fips": { offered: only("forecast", "us-east-1", "us-east-2", "us-west-2") },
    "forecastquery-fips": { offered: only("forecast", "us-east-1", "us-east-2", "us-west-2") },
    "codebuild-fips": { offered: only("codebuild", ...UNITED_STATES, ...GOVCLOUD) },
    "codecommit-fips": { offered: only("codecommit", ...UNITED_STATES, "ca-central-1", ...GOVCLOUD) },
    "git-codecommit-fips": { offered: only("codecommit", ...UNITED_STATES, "ca-central-1", ...GOVCLOUD) },
    "cloudformation-fips": { offered: only("cfn", ...UNITED_STATES) },
    "ssm-fips": { offered: only("ssm", ...UNITED_STATES, ...CANADA) },
    "ec2-fips": { offered: only("ec2-service", ...UNITED_STATES, ...CANADA) },
    "events-fips": { offered: only("ev", ...UNITED_STATES) },
    "config-fips": { offered: only("awsconfig", ...UNITED_STATES) },
    "sqs-fips": { offered: only("sqs-service", ...UNITED_STATES, ...CANADA) },
    "cognito-idp-fips": { offered: only("cognito_identity", ...UNITED_STATES, "us-gov-west-1") },
});
