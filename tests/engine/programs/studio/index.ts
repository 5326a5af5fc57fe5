import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A raw Studio: enough of each kind of resource to show a whole life cycle. */
const config = new pulumi.Config();
const protect = config.getBoolean("protect") ?? false;
const users = config.getObject<string[]>("users") ?? ["alice"];
const cidr = config.get("cidr") ?? "10.0.0.0/16";
const zones = aws.getAvailabilityZonesOutput({ state: "available" });

const key = new aws.kms.Key("key", { description: "Homes", enableKeyRotation: true }, { protect });
new aws.kms.Alias("key", { name: "alias/studio", targetKeyId: key.keyId });

const vpc = new aws.ec2.Vpc("vpc", {
    cidrBlock: cidr,
    enableDnsHostnames: true,
    tags: { owner: config.requireSecret("owner") },
});
const subnets = [0, 1].map((index) => {
    const subnet = new aws.ec2.Subnet(`subnet-${index}`, {
        vpcId: vpc.id,
        cidrBlock: cidr.replace("0.0/16", `${index}.0/24`),
        availabilityZone: zones.names.apply((names) => names[index] ?? ""),
    });
    const table = new aws.ec2.RouteTable(`table-${index}`, { vpcId: vpc.id });
    new aws.ec2.RouteTableAssociation(`table-${index}`, { subnetId: subnet.id, routeTableId: table.id });
    return { subnet, table };
});
new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.eu-west-1.s3",
    routeTableIds: subnets.map(({ table }) => table.id),
});
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id, description: "Studio apps" });
new aws.vpc.SecurityGroupIngressRule("self", {
    securityGroupId: group.id,
    referencedSecurityGroupId: group.id,
    ipProtocol: "tcp",
    fromPort: 8192,
    toPort: 65535,
});

const role = new aws.iam.Role("role", {
    name: "studio",
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["sagemaker.amazonaws.com"] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("role", {
    role: role.name,
    policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sagemaker:DescribeDomain", Resource: "*" }],
    },
});
const domain = new aws.sagemaker.Domain(
    "domain",
    {
        domainName: "studio",
        authMode: "IAM",
        vpcId: vpc.id,
        subnetIds: subnets.map(({ subnet }) => subnet.id),
        kmsKeyId: key.arn,
        appNetworkAccessType: config.get("access") ?? "VpcOnly",
        defaultUserSettings: { executionRole: role.arn, securityGroups: [group.id] },
    },
    { protect },
);
for (const user of users) {
    new aws.sagemaker.UserProfile(user, { domainId: domain.id, userProfileName: user });
}

export const domainId = domain.id;
export const owner = vpc.tags.apply((tags) => tags?.["owner"]);
