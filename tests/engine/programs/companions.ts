import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A domain whose homes are kept or deleted with it. */
const homes = new pulumi.Config().require("homes");

const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const role = new aws.iam.Role("role", { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) });
new aws.sagemaker.Domain("domain", {
    domainName: "studio",
    authMode: "IAM",
    vpcId: vpc.id,
    subnetIds: [subnet.id],
    defaultUserSettings: { executionRole: role.arn },
    retentionPolicy: { homeEfsFileSystem: homes },
});
