import * as aws from "@pulumi/aws";

// A new account may have five VPCs, two profiles and six spaces in a Region; this asks for one more of each.
const elsewhere = new aws.Provider("elsewhere", { region: "us-east-1" });
for (const index of [0, 1, 2, 3, 4, 5]) {
    new aws.ec2.Vpc(`vpc-${index}`, { cidrBlock: `10.${index}.0.0/16` }, { provider: elsewhere });
}

const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const role = new aws.iam.Role("role", { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) });
const domain = new aws.sagemaker.Domain("domain", {
    domainName: "studio",
    authMode: "IAM",
    vpcId: vpc.id,
    subnetIds: [subnet.id],
    defaultUserSettings: { executionRole: role.arn },
});
for (const user of ["alice", "bob", "carol"]) {
    new aws.sagemaker.UserProfile(user, { domainId: domain.id, userProfileName: user });
}
for (const index of [0, 1, 2, 3, 4, 5, 6]) {
    new aws.sagemaker.Space(`space-${index}`, { domainId: domain.id, spaceName: `space-${index}` });
}
