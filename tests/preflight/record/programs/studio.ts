import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A small program with one of everything the recorder must understand. */
const config = new pulumi.Config();
const home = new aws.Provider("home", { region: "eu-west-1", allowedAccountIds: ["444455556666"] });
const audit = new aws.Provider("audit", {
    region: "eu-central-1",
    assumeRoles: [{ roleArn: "arn:aws:iam::999900001111:role/deploy" }],
    defaultTags: { tags: { stack: "fixture" } },
});

class Network extends pulumi.ComponentResource {
    readonly vpc: aws.ec2.Vpc;
    readonly subnet: aws.ec2.Subnet;

    constructor(name: string, args: { cidr: string }, opts: pulumi.ComponentResourceOptions) {
        super("fixture:network:Network", name, args, opts);
        this.vpc = new aws.ec2.Vpc(`${name}-vpc`, { cidrBlock: args.cidr, tags: { Name: "studio" } }, { parent: this });
        this.subnet = new aws.ec2.Subnet(
            `${name}-a`,
            { vpcId: this.vpc.id, cidrBlock: "10.0.0.0/24", availabilityZoneId: "euw1-az2" },
            { parent: this, protect: false },
        );
        this.registerOutputs({ vpcId: this.vpc.id });
    }
}

const network = new Network("net", { cidr: "10.0.0.0/16" }, { provider: home, protect: true });
const defaultGroup = new aws.ec2.DefaultSecurityGroup("closed", { vpcId: network.vpc.id }, { provider: home });

const trust = aws.iam.getPolicyDocumentOutput(
    {
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["sagemaker.amazonaws.com"] }],
            },
        ],
    },
    { provider: home },
);
const role = new aws.iam.Role("role", { name: "studio-role", assumeRolePolicy: trust.json }, { provider: home });
const key = new aws.kms.Key(
    "key",
    {},
    { provider: home, ignoreChanges: ["description"], aliases: [{ name: "old-key" }] },
);
const domain = new aws.sagemaker.Domain(
    "domain",
    {
        authMode: "IAM",
        domainName: "studio",
        vpcId: network.vpc.id,
        subnetIds: [network.subnet.id],
        kmsKeyId: key.arn,
        defaultUserSettings: { executionRole: role.arn, securityGroups: [defaultGroup.id] },
    },
    { provider: home, deleteBeforeReplace: true },
);
const alice = new aws.sagemaker.UserProfile(
    "alice",
    { domainId: domain.id, userProfileName: "alice" },
    { provider: home, dependsOn: [key] },
);

const bucket = new aws.s3.Bucket("logs", { bucket: "audit-logs", tags: { owner: "audit" } }, { provider: audit });
const attachment = new aws.iam.RolePolicyAttachment(
    "attachment",
    { role, policyArn: "arn:aws:iam::aws:policy/SecurityAudit" },
    { provider: home },
);
const parameter = new aws.ssm.Parameter(
    "parameter",
    {
        name: "/studio/token",
        type: "String",
        value: config.requireSecret("token"),
        description: pulumi.jsonStringify({ token: config.require("token") }),
        tags: { other: pulumi.secret("never shown") },
    },
    { provider: home },
);

export const profileArn = alice.arn;
export const bucketArn = bucket.arn;
export const zone = network.subnet.availabilityZone;
export const token = parameter.value;
export const account = aws.getCallerIdentityOutput({}, { provider: audit }).accountId;
export const attached = attachment.role;
