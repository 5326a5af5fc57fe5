import * as aws from "@pulumi/aws";

import { ACCOUNT, document, EVERYWHERE, HTTPS, REGION, rootOnly, trusts } from "./documents";

const SERVICES = [
    "sagemaker.api",
    "sagemaker.runtime",
    "sagemaker.featurestore-runtime",
    "servicecatalog",
    "forecast",
    "forecastquery",
    "rekognition",
    "textract",
    "comprehend",
    "sts",
    "redshift-data",
    "athena",
    "glue",
];

/** What `build` made that another program adds to. */
export interface CanvasStudio {
    readonly domain: aws.sagemaker.Domain;
    readonly role: aws.iam.Role;
    readonly group: aws.ec2.SecurityGroup;
}

/** The VPC-only domain with Canvas: F-005 to F-021. */
export function canvas(name: (suffix: string) => string): CanvasStudio {
    const key = new aws.kms.Key(name("key"), { enableKeyRotation: true, policy: rootOnly(ACCOUNT) });
    const { vpc, subnets, group } = network(name);
    const role = executionRole(name, key);
    const shutdown = shutdownScript(name, key);
    const domain = new aws.sagemaker.Domain(name("domain"), {
        domainName: name("sagemaker-domain"),
        authMode: "IAM",
        appNetworkAccessType: "VpcOnly",
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
        kmsKeyId: key.arn,
        retentionPolicy: { homeEfsFileSystem: "Retain" },
        domainSettings: { securityGroupIds: [group.id] },
        defaultUserSettings: {
            executionRole: role.arn,
            canvasAppSettings: { timeSeriesForecastingSettings: { status: "ENABLED" } },
            jupyterServerAppSettings: {
                lifecycleConfigArns: [shutdown.arn],
                defaultResourceSpec: { instanceType: "system", lifecycleConfigArn: shutdown.arn },
            },
        },
    });
    new aws.sagemaker.UserProfile(name("default-user"), {
        domainId: domain.id,
        userProfileName: "defaultuser",
        userSettings: { executionRole: role.arn, securityGroups: [group.id] },
    });
    return { domain, role, group };
}

interface Network {
    readonly vpc: aws.ec2.Vpc;
    readonly subnets: readonly aws.ec2.Subnet[];
    readonly group: aws.ec2.SecurityGroup;
}

function network(name: (suffix: string) => string): Network {
    const vpc = new aws.ec2.Vpc(name("vpc"), {
        cidrBlock: "10.0.0.0/23",
        enableDnsSupport: true,
        enableDnsHostnames: true,
    });
    new aws.ec2.DefaultSecurityGroup(name("default"), { vpcId: vpc.id });
    const table = new aws.ec2.RouteTable(name("private"), { vpcId: vpc.id });
    const subnets = ["10.0.1.0/25", "10.0.1.128/25"].map((cidrBlock, index) => {
        const zone = `${REGION}${"ab"[index]}`;
        const subnet = new aws.ec2.Subnet(name(`private-${index}`), {
            vpcId: vpc.id,
            cidrBlock,
            availabilityZone: zone,
        });
        new aws.ec2.RouteTableAssociation(name(`private-${index}`), { subnetId: subnet.id, routeTableId: table.id });
        return subnet;
    });
    flowLog(name, vpc);
    const group = new aws.ec2.SecurityGroup(name("sagemaker-sg"), {
        vpcId: vpc.id,
        ingress: [
            { protocol: "tcp", fromPort: 2049, toPort: 2049, self: true },
            { protocol: "tcp", fromPort: 8192, toPort: 65535, self: true },
        ],
        egress: [{ ...EVERYWHERE, ipv6CidrBlocks: ["::/0"] }],
    });
    const endpointGroup = new aws.ec2.SecurityGroup(name("endpoint-sg"), {
        vpcId: vpc.id,
        ingress: [{ ...HTTPS, cidrBlocks: [vpc.cidrBlock] }],
        egress: [EVERYWHERE],
    });
    new aws.ec2.VpcEndpoint(name("s3"), {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${REGION}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: [table.id],
    });
    for (const service of SERVICES) {
        new aws.ec2.VpcEndpoint(name(service.replaceAll(".", "-")), {
            vpcId: vpc.id,
            serviceName: `com.amazonaws.${REGION}.${service}`,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: subnets.map(({ id }) => id),
            securityGroupIds: [endpointGroup.id],
        });
    }
    return { vpc, subnets, group };
}

function flowLog(name: (suffix: string) => string, vpc: aws.ec2.Vpc): void {
    const logs = new aws.cloudwatch.LogGroup(name("flow-log-group"), { name: name("vpc_flow_log_group") });
    const role = new aws.iam.Role(name("flow-log-role"), {
        assumeRolePolicy: trusts(["vpc-flow-logs.amazonaws.com"]),
        inlinePolicies: [
            {
                name: "logs",
                policy: document({
                    Effect: "Allow",
                    Action: [
                        "logs:CreateLogGroup",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "logs:DescribeLogGroups",
                        "logs:DescribeLogStreams",
                    ],
                    Resource: "*",
                }),
            },
        ],
    });
    new aws.ec2.FlowLog(name("flow-log"), {
        vpcId: vpc.id,
        trafficType: "ALL",
        logDestination: logs.arn,
        iamRoleArn: role.arn,
    });
}

function executionRole(name: (suffix: string) => string, key: aws.kms.Key): aws.iam.Role {
    const role = new aws.iam.Role(name("exec"), {
        assumeRolePolicy: trusts(["sagemaker.amazonaws.com", "forecast.amazonaws.com"]),
    });
    const managed = {
        "exec-full-access": "AmazonSageMakerFullAccess",
        "exec-canvas": "AmazonSageMakerCanvasFullAccess",
        "exec-canvas-ai": "AmazonSageMakerCanvasAIServicesAccess",
    };
    for (const [suffix, policy] of Object.entries(managed)) {
        new aws.iam.RolePolicyAttachment(name(suffix), {
            role: role.name,
            policyArn: `arn:aws:iam::aws:policy/${policy}`,
        });
    }
    new aws.iam.RolePolicy(name("exec-kms"), {
        role: role.name,
        policy: key.arn.apply((arn) =>
            document({
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
                Resource: arn,
            }),
        ),
    });
    return role;
}

function shutdownScript(name: (suffix: string) => string, key: aws.kms.Key): aws.sagemaker.StudioLifecycleConfig {
    const bucket = new aws.s3.Bucket(name("auto-shutdown"), {
        bucket: `${name("sagemaker-auto-shutdown")}-${REGION}-${ACCOUNT}`,
    });
    new aws.s3.BucketServerSideEncryptionConfiguration(name("auto-shutdown"), {
        bucket: bucket.id,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
    });
    new aws.s3.BucketPublicAccessBlock(name("auto-shutdown"), {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    });
    new aws.s3.BucketVersioning(name("auto-shutdown"), {
        bucket: bucket.id,
        versioningConfiguration: { status: "Enabled" },
    });
    new aws.s3.BucketLogging(name("auto-shutdown"), {
        bucket: bucket.id,
        targetBucket: bucket.id,
        targetPrefix: "log/",
    });
    return new aws.sagemaker.StudioLifecycleConfig(name("auto-shutdown"), {
        studioLifecycleConfigName: name("auto-shutdown"),
        studioLifecycleConfigAppType: "JupyterServer",
        studioLifecycleConfigContent: Buffer.from(
            "#!/bin/bash\naws s3 cp s3://$BUCKET/sagemaker_studio_autoshutdown-0.1.5.tar.gz /tmp\nTIMEOUT_IN_MINS=120\n",
        ).toString("base64"),
    });
}
