/** Every AWS action the command calls; all of them only read, and none of them can be limited to one VPC. */
export const ACTIONS = [
    "ec2:DescribeInternetGateways",
    "ec2:DescribeNatGateways",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcs",
] as const;

export type Action = (typeof ACTIONS)[number];

/**
 * The least identity policy for these actions in one Region. EC2's Describe actions take no resource ARN. Source:
 * service authorization reference, Amazon EC2.
 */
export function leastPolicy(actions: readonly Action[], region: string): string {
    const statement = {
        Effect: "Allow",
        Action: actions,
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": region } },
    };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
