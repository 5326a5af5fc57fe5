import type * as aws from "@pulumi/aws";

import type { ActionGrant } from "./personas/grant";

type Statement = aws.iam.PolicyStatement;

/** Handing these roles, and no others, to SageMaker and to no other service. */
export function passTo(roleArns: readonly string[]): Statement[] {
    return roleArns.length === 0
        ? []
        : [
              {
                  Sid: "PassJobRoles",
                  Effect: "Allow",
                  Action: ["iam:PassRole"],
                  Resource: [...roleArns],
                  Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
              },
          ];
}

/** SageMaker places a job's network interfaces with the job's role. Source: SageMaker developer guide, train-vpc. */
export const INTERFACES: readonly ActionGrant[] = [
    {
        sid: "JobInterfaces",
        actions: ["ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
        resources: ["ec2:network-interface/*", "ec2:security-group/*", "ec2:subnet/*"],
    },
    {
        // Describe actions of EC2 have no resource type.
        sid: "FindTheInterfaces",
        actions: [
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
        ],
        resources: ["*"],
    },
];
