import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The hub's VPC in one account, a line of business in another. */
const config = new pulumi.Config();

const hub = new aws.Provider("hub", {
    region: "eu-west-1",
    allowedAccountIds: [config.get("allowed") ?? "444455556666"],
    assumeRoles: [{ roleArn: "arn:aws:iam::444455556666:role/deploy" }],
});
const lob = new aws.Provider("lob", {
    region: "us-east-1",
    assumeRoles: [{ roleArn: "arn:aws:iam::777788889999:role/deploy" }],
    defaultTags: { tags: { lob: "risk" } },
});

const hubVpc = new aws.ec2.Vpc("hub", { cidrBlock: "10.0.0.0/16" }, { provider: hub });
const lobVpc = new aws.ec2.Vpc("lob", { cidrBlock: "10.1.0.0/16", tags: { owner: "ann" } }, { provider: lob });
new aws.ec2.Subnet("hub", { vpcId: hubVpc.id, cidrBlock: "10.0.0.0/24" }, { provider: hub });
// With the wrong provider the VPC is not there.
new aws.ec2.Subnet(
    "lob",
    { vpcId: lobVpc.id, cidrBlock: "10.1.0.0/24" },
    { provider: config.getBoolean("wrongProvider") === true ? hub : lob },
);
new aws.iam.Role(
    "lob",
    { name: "studio", assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) },
    { provider: lob },
);

export const hubArn = hubVpc.arn;
export const lobArn = lobVpc.arn;
export const lobTags = lobVpc.tagsAll;
export const ownAccount = aws.getCallerIdentityOutput({}).accountId;
export const lobAccount = aws.getCallerIdentityOutput({}, { provider: lob }).accountId;
export const lobRegion = aws.getRegionOutput({}, { provider: lob }).region;
