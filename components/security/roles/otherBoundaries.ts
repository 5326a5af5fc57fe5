import type * as aws from "@pulumi/aws";

/**
 * Upper bound of the roles that are no person's: flow logs, functions, delivery of trails and configuration, reading of
 * images. They look, stop, delete, write logs and tell; they make nothing in Studio, open nothing and read no data.
 */
export function serviceBoundary(): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "ServicesOfOperations",
                Effect: "Allow",
                Action: [
                    "cloudwatch:*",
                    "config:*",
                    // A mark on what a domain will leave behind is the one thing they make; the drain works by it.
                    "ec2:CreateTags",
                    "ec2:Delete*",
                    "ec2:Describe*",
                    "ec2:Revoke*",
                    // The host of the on-premises simulator takes part in sessions of Session Manager.
                    "ec2messages:*",
                    // SageMaker reads custom images as a role of its own.
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:DescribeImages",
                    "ecr:GetAuthorizationToken",
                    "ecr:GetDownloadUrlForLayer",
                    "elasticfilesystem:*",
                    "kms:*",
                    "lambda:InvokeFunction",
                    "logs:*",
                    "s3:GetBucketAcl",
                    "s3:ListBucket",
                    "s3:PutObject",
                    "sagemaker:*",
                    "sns:*",
                    "sqs:*",
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:*",
                    "xray:*",
                ],
                Resource: "*",
            },
            {
                Sid: "MakesAndOpensNothing",
                Effect: "Deny",
                Action: [
                    "elasticfilesystem:Client*",
                    "elasticfilesystem:Create*",
                    "sagemaker:Create*",
                    "sagemaker:InvokeEndpoint*",
                    "sagemaker:StartSession",
                    "sagemaker:UpdateDomain",
                    "sagemaker:UpdateUserProfile",
                ],
                Resource: "*",
            },
        ],
    };
}

/** Upper bound of the role people assume: looking up profiles, and links to them. Which ones is for its policies to say. */
export function personBoundary(): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OpeningProfiles",
                Effect: "Allow",
                Action: [
                    "sagemaker:CreatePresignedDomainUrl",
                    "sagemaker:DescribeDomain",
                    "sagemaker:DescribeUserProfile",
                    "sagemaker:ListDomains",
                    "sagemaker:ListTags",
                    "sagemaker:ListUserProfiles",
                ],
                Resource: "*",
            },
        ],
    };
}
