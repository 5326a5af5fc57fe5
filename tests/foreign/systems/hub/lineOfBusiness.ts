import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { document, EVERYWHERE, REGION, trusts } from "../documents";
import type { HubParts } from "./parts";

export interface LineArgs {
    readonly lob: string;
    /** First two parts of the VPC's range. */
    readonly range: string;
    readonly provider: aws.Provider;
    readonly parts: HubParts;
    readonly presign: aws.iam.Role;
}

/** A line of business: network without endpoints, a domain, and the role the presign function takes (F-140 to F-144). */
export function lineOfBusiness(name: (suffix: string) => string, args: LineArgs): void {
    const { lob, range, provider, parts, presign } = args;
    const opts = { provider };
    const vpc = new aws.ec2.Vpc(name("vpc"), { cidrBlock: `${range}.0.0/16`, enableDnsHostnames: true }, opts);
    const table = new aws.ec2.RouteTable(name("private"), { vpcId: vpc.id }, opts);
    const subnets = [10, 11].map((third, index) => {
        const subnet = new aws.ec2.Subnet(
            name(`private-${index}`),
            { vpcId: vpc.id, cidrBlock: `${range}.${third}.0/24`, availabilityZone: `${REGION}${"ab"[index]}` },
            opts,
        );
        new aws.ec2.RouteTableAssociation(
            name(`private-${index}`),
            { subnetId: subnet.id, routeTableId: table.id },
            opts,
        );
        return subnet;
    });
    const attachment = new aws.ec2transitgateway.VpcAttachment(
        name("attachment"),
        { transitGatewayId: parts.gateway.id, vpcId: vpc.id, subnetIds: subnets.map(({ id }) => id) },
        opts,
    );
    new aws.ec2.Route(
        name("out"),
        { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: parts.gateway.id },
        { ...opts, dependsOn: attachment },
    );
    const group = new aws.ec2.SecurityGroup(
        name("studio"),
        { vpcId: vpc.id, ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }], egress: [EVERYWHERE] },
        opts,
    );
    const role = executionRole(name, opts);
    const domain = new aws.sagemaker.Domain(
        name("domain"),
        {
            domainName: `sagemaker-domain-${lob}`,
            authMode: "IAM",
            appNetworkAccessType: "VpcOnly",
            vpcId: vpc.id,
            subnetIds: subnets.map(({ id }) => id),
            defaultUserSettings: { executionRole: role.arn, securityGroups: [group.id] },
        },
        opts,
    );
    const profile = new aws.sagemaker.UserProfile(
        name("profile"),
        { domainId: domain.id, userProfileName: `user-${lob}`, userSettings: { executionRole: role.arn } },
        opts,
    );
    new aws.sagemaker.App(
        name("app"),
        {
            domainId: domain.id,
            userProfileName: profile.userProfileName,
            appName: "default",
            appType: "JupyterServer",
        },
        opts,
    );
    access(name, parts, presign, opts);
}

function executionRole(name: (suffix: string) => string, opts: pulumi.CustomResourceOptions): aws.iam.Role {
    const role = new aws.iam.Role(
        name("execution"),
        { path: "/service-role/", assumeRolePolicy: trusts(["sagemaker.amazonaws.com"]) },
        opts,
    );
    new aws.iam.RolePolicyAttachment(
        name("full-access"),
        { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
        opts,
    );
    new aws.iam.RolePolicy(
        name("execution-s3"),
        {
            role: role.id,
            policy: document({
                Effect: "Allow",
                Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
                Resource: "arn:aws:s3:::*",
            }),
        },
        opts,
    );
    return role;
}

function access(
    name: (suffix: string) => string,
    { sagemakerApi, studio }: HubParts,
    presign: aws.iam.Role,
    opts: pulumi.CustomResourceOptions,
): void {
    const role = new aws.iam.Role(
        name("studio-access"),
        {
            name: "SagemakerStudioAccessRole",
            assumeRolePolicy: presign.arn.apply((AWS) =>
                document({ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }),
            ),
        },
        opts,
    );
    new aws.iam.RolePolicy(
        name("studio-access"),
        {
            role: role.id,
            policy: pulumi.all([sagemakerApi.id, studio.id]).apply((endpoints) =>
                document({
                    Effect: "Allow",
                    Action: [
                        "sagemaker:CreatePresignedDomainUrl",
                        "sagemaker:DescribeUserProfile",
                        "sagemaker:ListDomains",
                    ],
                    Resource: "*",
                    Condition: { StringEquals: { "aws:sourceVpce": endpoints } },
                }),
            ),
        },
        opts,
    );
    new aws.iam.RolePolicyAttachment(
        name("studio-access"),
        { role: role.name, policyArn: "arn:aws:iam::aws:policy/AWSLambdaExecute" },
        opts,
    );
}
