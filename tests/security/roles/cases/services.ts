import { ALICE, arn, type Row } from "./shape";
import { PLACE } from "../../../place";
import { jobRoleArn } from "../../../../components/security";
import { SCIENTIST_ARN } from "../rolesStack";

/** The role is passed to SageMaker. */
export const PASSED = { ...ALICE, "iam:PassedToService": "sagemaker.amazonaws.com" };
const LAMBDA = { ...ALICE, "iam:PassedToService": "lambda.amazonaws.com" };
/** A role of the account that this stack does not make. */
export const OTHER_ROLE = `arn:aws:iam::${PLACE.account}:role/administrator`;

/** Services other than SageMaker. */
export const OTHER_SERVICES: readonly Row[] = [
    ["a job's role to a job", "iam:PassRole", jobRoleArn(PLACE, "aws", "job"), PASSED, "allowed by PassJobRoles"],
    ["a job's role to a function", "iam:PassRole", jobRoleArn(PLACE, "aws", "job"), LAMBDA, "no Allow in identity"],
    ["a pipeline's role", "iam:PassRole", jobRoleArn(PLACE, "aws", "pipeline"), PASSED, "no Allow in identity"],
    ["itself to a job", "iam:PassRole", SCIENTIST_ARN, PASSED, "no Allow in identity"],
    ["itself to a function", "iam:PassRole", SCIENTIST_ARN, LAMBDA, "no Allow in identity"],
    ["another role to a job", "iam:PassRole", OTHER_ROLE, PASSED, "no Allow in identity"],
    ["its own policies", "iam:PutRolePolicy", SCIENTIST_ARN, ALICE, "no Allow in identity"],
    ["its own boundary", "iam:DeleteRolePermissionsBoundary", SCIENTIST_ARN, ALICE, "no Allow in identity"],
    ["a new role", "iam:CreateRole", OTHER_ROLE, ALICE, "no Allow in identity"],
    ["reading roles", "iam:GetRole", SCIENTIST_ARN, ALICE, "no Allow in identity"],
    [
        "its own log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/aws/sagemaker/studio:log-stream:d-1/alice"),
        ALICE,
        "allowed by WriteLogs",
    ],
    [
        "a job's log group",
        "logs:CreateLogGroup",
        arn("logs", "log-group:/aws/sagemaker/TrainingJobs"),
        ALICE,
        "no Allow in identity",
    ],
    [
        "the flow log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/fixture/test/flow-logs:log-stream:x"),
        ALICE,
        "no Allow in identity",
    ],
    [
        "a colleague's logs",
        "logs:GetLogEvents",
        arn("logs", "log-group:/aws/sagemaker/studio:log-stream:d-1/bob/jupyterlab/default"),
        ALICE,
        "denied by OnlyOwnStreams",
    ],
    [
        "deleting logs",
        "logs:DeleteLogGroup",
        arn("logs", "log-group:/aws/sagemaker/studio"),
        ALICE,
        "no Allow in identity",
    ],
    ["reading data", "s3:GetObject", "arn:aws:s3:::example-data/a/b.csv", ALICE, "allowed by DataObjects"],
    ["writing data", "s3:PutObject", "arn:aws:s3:::example-data/a/b.csv", ALICE, "allowed by DataObjects"],
    ["listing data", "s3:ListBucket", "arn:aws:s3:::example-data", ALICE, "allowed by ListDataBuckets"],
    ["the data bucket's policy", "s3:PutBucketPolicy", "arn:aws:s3:::example-data", ALICE, "no Allow in identity"],
    ["another bucket", "s3:GetObject", "arn:aws:s3:::example-database/a", ALICE, "no Allow in identity"],
    [
        "a bucket with sagemaker in its name",
        "s3:PutObject",
        "arn:aws:s3:::sagemaker-eu-west-1-444455556666/x",
        ALICE,
        "no Allow in identity",
    ],
    ["the names of all buckets", "s3:ListAllMyBuckets", "*", ALICE, "no Allow in identity"],
    ["seeing the network", "ec2:DescribeSubnets", "*", ALICE, "allowed by SeeTheNetwork"],
    ["a job's interface", "ec2:CreateNetworkInterface", arn("ec2", "subnet/subnet-1"), ALICE, "no Allow in identity"],
    ["a way out of the VPC", "ec2:CreateVpcEndpoint", arn("ec2", "vpc/vpc-studio"), ALICE, "no Allow in identity"],
    [
        "a rule in a group",
        "ec2:AuthorizeSecurityGroupEgress",
        arn("ec2", "security-group/sg-1"),
        ALICE,
        "no Allow in identity",
    ],
    ["an instance", "ec2:RunInstances", arn("ec2", "instance/*"), ALICE, "no Allow in identity"],
    [
        "an image of the account",
        "ecr:BatchGetImage",
        arn("ecr", "repository/train"),
        ALICE,
        "allowed by PullAccountImages",
    ],
    ["pushing an image", "ecr:PutImage", arn("ecr", "repository/train"), ALICE, "no Allow in identity"],
    [
        "a foreign image",
        "ecr:BatchGetImage",
        arn("ecr", "repository/train", "444455556666"),
        ALICE,
        "no Allow in identity",
    ],
    ["signing in to the registry", "ecr:GetAuthorizationToken", "*", ALICE, "allowed by RegistryTokenAndMetrics"],
    ["metrics", "cloudwatch:PutMetricData", "*", ALICE, "allowed by RegistryTokenAndMetrics"],
    ["secrets", "secretsmanager:GetSecretValue", arn("secretsmanager", "secret:x"), ALICE, "no Allow in identity"],
    ["parameters", "ssm:GetParameter", arn("ssm", "parameter/x"), ALICE, "no Allow in identity"],
];
