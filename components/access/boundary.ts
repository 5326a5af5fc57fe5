import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { physicalName, type Place, placePath } from "../names";
import type { Tags } from "../tags";

/**
 * Upper bound of every role the access service works under: it writes logs and traces, keeps network interfaces, reads
 * the directory and takes on other roles. Whatever is attached later, it opens nothing in SageMaker by itself and changes
 * no entry of the directory.
 */
function accessBoundary(): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "WorkOfTheAccessService",
                Effect: "Allow",
                Action: [
                    "dynamodb:Query",
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                    "kms:Decrypt",
                    "logs:CreateLogGroup",
                    "logs:CreateLogStream",
                    "logs:Describe*",
                    "logs:FilterLogEvents",
                    "logs:GetLogEvents",
                    "logs:PutLogEvents",
                    "sts:AssumeRole",
                    "sts:SetSourceIdentity",
                    "sts:TagSession",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments",
                ],
                Resource: "*",
            },
        ],
    };
}

/** Makes the boundary; its name is that of every boundary of services' roles. */
export function createBoundary(
    parent: pulumi.Resource,
    name: string,
    { place, tags }: { readonly place: Place; readonly tags: Tags },
): aws.iam.Policy {
    return new aws.iam.Policy(
        `${name}-boundary`,
        {
            name: physicalName(place, "policy", "service-boundary"),
            path: placePath(place),
            description: "Upper bound of every role the access service works under",
            policy: documentText("managed policy", `${name}-boundary`, accessBoundary()),
            tags,
        },
        { parent },
    );
}
