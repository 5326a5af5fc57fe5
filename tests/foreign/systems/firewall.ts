import * as aws from "@pulumi/aws";

import { ACCOUNT, document, EVERYWHERE, HTTPS, REGION, rootOnly, trusts } from "./documents";

const SERVICES = [
    "sagemaker.api",
    "sagemaker.runtime",
    "sts",
    "ssm",
    "monitoring",
    "logs",
    "ecr.dkr",
    "ecr.api",
    "servicecatalog",
];
const VPC_RANGE = "10.2.0.0/16";
const NAT_RANGE = "10.2.2.0/24";

interface Place {
    readonly vpc: aws.ec2.Vpc;
    readonly studio: aws.ec2.Subnet;
    readonly table: aws.ec2.RouteTable;
    readonly s3: aws.ec2.VpcEndpoint;
    readonly group: aws.ec2.SecurityGroup;
}

/** NAT and Network Firewall in one zone, locked buckets, a role and a Classic domain: F-024 to F-056. */
export function firewall(name: (suffix: string) => string): void {
    const buckets = ["data", "models"].map((kind) => `${name(kind)}-${REGION}-${ACCOUNT}`);
    const place = network(name, buckets);
    storage(name, place.s3, buckets);
    const role = executionRole(name, buckets);
    const domain = new aws.sagemaker.Domain(name("domain"), {
        domainName: name("sagemaker-anfw-domain"),
        authMode: "IAM",
        appNetworkAccessType: "VpcOnly",
        vpcId: place.vpc.id,
        subnetIds: [place.studio.id],
        defaultUserSettings: { executionRole: role.arn, securityGroups: [place.group.id] },
        tags: { ProjectName: "sagemaker-studio-anfw" },
    });
    const profile = new aws.sagemaker.UserProfile(name("profile"), {
        domainId: domain.id,
        userProfileName: name("anfw-user-profile"),
        userSettings: { executionRole: role.arn, securityGroups: [place.group.id] },
    });
    new aws.sagemaker.App(name("jupyter-server"), {
        domainId: domain.id,
        userProfileName: profile.userProfileName,
        appName: "default",
        appType: "JupyterServer",
    });
}

function network(name: (suffix: string) => string, buckets: readonly string[]): Place {
    const vpc = new aws.ec2.Vpc(name("vpc"), {
        cidrBlock: VPC_RANGE,
        enableDnsSupport: true,
        enableDnsHostnames: true,
    });
    const subnet = (suffix: string, cidrBlock: string): aws.ec2.Subnet =>
        new aws.ec2.Subnet(name(suffix), { vpcId: vpc.id, cidrBlock, availabilityZone: `${REGION}a` });
    const filter = subnet("firewall", "10.2.1.0/24");
    const nat = subnet("nat", NAT_RANGE);
    const studio = subnet("studio", "10.2.3.0/24");
    const table = routes(name, vpc, { filter, nat, studio });
    const group = new aws.ec2.SecurityGroup(name("studio"), {
        vpcId: vpc.id,
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
        egress: [EVERYWHERE],
    });
    const endpointGroup = new aws.ec2.SecurityGroup(name("endpoints"), {
        vpcId: vpc.id,
        ingress: [
            { ...HTTPS, securityGroups: [group.id] },
            { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [VPC_RANGE] },
        ],
        egress: [EVERYWHERE],
    });
    const names = [
        ...SERVICES.map((service) => `com.amazonaws.${REGION}.${service}`),
        `aws.sagemaker.${REGION}.notebook`,
    ];
    for (const serviceName of names) {
        new aws.ec2.VpcEndpoint(
            name(
                serviceName
                    .split(".")
                    .slice(serviceName.startsWith("com") ? 3 : 1)
                    .join("-"),
            ),
            {
                vpcId: vpc.id,
                serviceName,
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: [studio.id],
                securityGroupIds: [endpointGroup.id],
            },
        );
    }
    const s3 = new aws.ec2.VpcEndpoint(name("s3"), {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${REGION}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: [table.id],
        policy: document({
            Effect: "Allow",
            Principal: "*",
            Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
            Resource: buckets.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]),
        }),
    });
    return { vpc, studio, table, s3, group };
}

/** Studio to NAT, NAT to the firewall's endpoint, that to the internet, and back through an edge table: F-030. */
function routes(
    name: (suffix: string) => string,
    vpc: aws.ec2.Vpc,
    { filter, nat, studio }: Readonly<Record<"filter" | "nat" | "studio", aws.ec2.Subnet>>,
): aws.ec2.RouteTable {
    const gateway = new aws.ec2.InternetGateway(name("igw"), { vpcId: vpc.id });
    const address = new aws.ec2.Eip(name("nat"), { domain: "vpc" });
    const translation = new aws.ec2.NatGateway(name("nat"), { subnetId: nat.id, allocationId: address.id });
    const allowed = new aws.networkfirewall.RuleGroup(name("allowed"), {
        type: "STATEFUL",
        capacity: 100,
        ruleGroup: {
            ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: [VPC_RANGE] } }] },
            rulesSource: {
                rulesSourceList: {
                    generatedRulesType: "ALLOWLIST",
                    targetTypes: ["HTTP_HOST", "TLS_SNI"],
                    targets: [".kaggle.com", ".amazonaws.com"],
                },
            },
        },
    });
    const policy = new aws.networkfirewall.FirewallPolicy(name("firewall-policy"), {
        firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:pass"],
            statefulRuleGroupReferences: [{ resourceArn: allowed.arn }],
        },
    });
    const wall = new aws.networkfirewall.Firewall(name("firewall"), {
        vpcId: vpc.id,
        firewallPolicyArn: policy.arn,
        subnetMappings: [{ subnetId: filter.id }],
    });
    const endpoint = wall.firewallStatuses.apply(
        (statuses) => statuses[0]?.syncStates?.[0]?.attachments?.[0]?.endpointId ?? "",
    );
    const table = (suffix: string, place: aws.ec2.Subnet | undefined, route: object): aws.ec2.RouteTable => {
        const made = new aws.ec2.RouteTable(name(suffix), { vpcId: vpc.id });
        new aws.ec2.Route(name(`${suffix}-out`), {
            routeTableId: made.id,
            destinationCidrBlock: "0.0.0.0/0",
            ...route,
        });
        if (place !== undefined) {
            new aws.ec2.RouteTableAssociation(name(suffix), { subnetId: place.id, routeTableId: made.id });
        }
        return made;
    };
    table("firewall", filter, { gatewayId: gateway.id });
    table("nat", nat, { vpcEndpointId: endpoint });
    const edge = table("edge", undefined, { destinationCidrBlock: NAT_RANGE, vpcEndpointId: endpoint });
    new aws.ec2.RouteTableAssociation(name("edge"), { gatewayId: gateway.id, routeTableId: edge.id });
    return table("studio", studio, { natGatewayId: translation.id });
}

function storage(name: (suffix: string) => string, endpoint: aws.ec2.VpcEndpoint, buckets: readonly string[]): void {
    const key = new aws.kms.Key(name("s3-key"), {
        policy: endpoint.id.apply((id) =>
            document(
                {
                    Effect: "Allow",
                    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                    Action: "kms:*",
                    Resource: "*",
                },
                {
                    Effect: "Allow",
                    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                    Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
                    Resource: "*",
                    Condition: { StringNotEquals: { "aws:sourceVpce": id } },
                },
            ),
        ),
    });
    new aws.kms.Key(name("ebs-key"), { enableKeyRotation: true, policy: rootOnly(ACCOUNT) });
    buckets.forEach((bucketName, index) => {
        const suffix = `${["data", "models"][index]}-bucket`;
        const bucket = new aws.s3.Bucket(name(suffix), { bucket: bucketName });
        new aws.s3.BucketServerSideEncryptionConfiguration(name(suffix), {
            bucket: bucket.id,
            rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
        });
        new aws.s3.BucketPublicAccessBlock(name(suffix), {
            bucket: bucket.id,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        });
        new aws.s3.BucketPolicy(name(suffix), {
            bucket: bucket.id,
            policy: endpoint.id.apply((id) =>
                document({
                    Effect: "Deny",
                    Principal: "*",
                    Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
                    Resource: [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`],
                    Condition: { StringNotEquals: { "aws:sourceVpce": id } },
                }),
            ),
        });
    });
}

function executionRole(name: (suffix: string) => string, buckets: readonly string[]): aws.iam.Role {
    const role = new aws.iam.Role(name("exec"), { assumeRolePolicy: trusts(["sagemaker.amazonaws.com"]) });
    const policy = new aws.iam.Policy(name("exec-policy"), {
        policy: document(
            {
                Effect: "Allow",
                Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/sagemaker/*`,
            },
            { Effect: "Allow", Action: ["cloudwatch:PutMetricData"], Resource: "*" },
            {
                Effect: "Allow",
                Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:CreateGrant"],
                Resource: "*",
            },
            {
                Effect: "Allow",
                Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
                Resource: buckets.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]),
            },
            {
                Effect: "Allow",
                Action: "iam:PassRole",
                Resource: "*",
                Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
            },
            {
                Effect: "Allow",
                Action: ["sagemaker:Describe*", "sagemaker:List*", "sagemaker:CreateApp"],
                Resource: "*",
            },
            {
                Effect: "Deny",
                Action: [
                    "sagemaker:CreateTrainingJob",
                    "sagemaker:CreateProcessingJob",
                    "sagemaker:CreateModel",
                    "sagemaker:CreateHyperParameterTuningJob",
                ],
                Resource: "*",
                Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
            },
        ),
    });
    new aws.iam.RolePolicyAttachment(name("exec"), { role: role.name, policyArn: policy.arn });
    return role;
}
