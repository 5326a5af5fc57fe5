import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// What stands: a network, a role, a domain with one profile.
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id, description: "apps" });
const otherVpc = new aws.ec2.Vpc("other-vpc", { cidrBlock: "10.1.0.0/16" });
const otherSubnet = new aws.ec2.Subnet("other-subnet", { vpcId: otherVpc.id, cidrBlock: "10.1.0.0/24" });
const otherGroup = new aws.ec2.SecurityGroup("other-group", { vpcId: otherVpc.id, description: "elsewhere" });
const role = new aws.iam.Role("role", {
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
});
const settings = { executionRole: role.arn, securityGroups: [group.id] };
const sound = {
    domainName: "sound",
    authMode: "IAM",
    vpcId: vpc.id,
    subnetIds: [subnet.id],
    appNetworkAccessType: "VpcOnly",
    defaultUserSettings: settings,
};
const domain = new aws.sagemaker.Domain("domain", sound);
const profile = new aws.sagemaker.UserProfile("profile", { domainId: domain.id, userProfileName: "alice" });

// What AWS refuses, one resource per rule.
new aws.sagemaker.Domain("domain-name-malformed", { ...sound, domainName: "two words" });
new aws.sagemaker.Domain("domain-without-groups", {
    ...sound,
    domainName: "open",
    defaultUserSettings: { executionRole: role.arn },
});
new aws.sagemaker.Domain("domain-with-missing-role", {
    ...sound,
    domainName: "lost",
    defaultUserSettings: { ...settings, executionRole: "arn:aws:iam::111122223333:role/nobody-made-me" },
});
new aws.sagemaker.Domain("domain-with-role-of-other-account", {
    ...sound,
    domainName: "foreign",
    defaultUserSettings: {
        ...settings,
        executionRole: pulumi.interpolate`arn:aws:iam::444455556666:role/${role.name}`,
    },
});
new aws.sagemaker.Domain("domain-with-missing-subnet", {
    ...sound,
    domainName: "lost",
    subnetIds: ["subnet-0123456789abcdef0"],
});
new aws.sagemaker.Domain("domain-with-subnet-of-other-vpc", {
    ...sound,
    domainName: "mixed",
    subnetIds: [otherSubnet.id],
});
new aws.sagemaker.Domain("domain-with-group-of-other-vpc", {
    ...sound,
    domainName: "mixed",
    defaultUserSettings: { ...settings, securityGroups: [otherGroup.id] },
});
new aws.sagemaker.UserProfile("profile-before-domain", { domainId: "d-000000000000", userProfileName: "early" });
new aws.sagemaker.UserProfile(
    "profile-name-twice",
    { domainId: domain.id, userProfileName: "Alice" },
    { dependsOn: [profile] },
);
new aws.sagemaker.UserProfile("profile-with-sign-on", {
    domainId: domain.id,
    userProfileName: "single",
    singleSignOnUserIdentifier: "UserName",
    singleSignOnUserValue: "single@example.com",
});
new aws.sagemaker.Space("space-of-missing-owner", {
    domainId: domain.id,
    spaceName: "lonely",
    ownershipSettings: { ownerUserProfileName: "nobody" },
    spaceSharingSettings: { sharingType: "Private" },
});
new aws.sagemaker.App("app-of-nobody", { domainId: domain.id, appName: "default", appType: "JupyterLab" });
new aws.sagemaker.StudioLifecycleConfig("script-not-base64", {
    studioLifecycleConfigName: "script",
    studioLifecycleConfigAppType: "JupyterLab",
    studioLifecycleConfigContent: "#!/bin/sh\necho hello",
});
