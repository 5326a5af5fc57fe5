import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ACCOUNT, document, EVERYWHERE, HTTPS, REGION, trusts } from "./documents";

const SERVICES = [
    "ssm",
    "monitoring",
    "logs",
    "sagemaker.api",
    "sagemaker.runtime",
    "sts",
    "git-codecommit",
    "codecommit",
    "codepipeline",
    "codebuild",
    "ecr.api",
    "ecr.dkr",
    "servicecatalog",
    "kms",
];
const VPC_RANGE = "192.168.0.0/16";
const SUBNETS = ["192.168.0.0/20", "192.168.16.0/20"];
const ALLOW_ALL = document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" });

interface Place {
    readonly vpc: aws.ec2.Vpc;
    readonly subnets: readonly aws.ec2.Subnet[];
    readonly group: aws.ec2.SecurityGroup;
}

/** Network, persona roles and keys of Lab 1, and the domain and profiles its console steps make: F-072 to F-107. */
export function workshop(name: (suffix: string) => string): void {
    const place = network(name);
    const roles = personas(name);
    const keys = keysOf(name, roles);
    const groups = [place.group.id];
    const domain = new aws.sagemaker.Domain(name("domain"), {
        domainName: name("sagemaker-admin-workshop-domain"),
        authMode: "IAM",
        appNetworkAccessType: "VpcOnly",
        vpcId: place.vpc.id,
        subnetIds: place.subnets.map(({ id }) => id),
        kmsKeyId: keys.efs.arn,
        defaultUserSettings: {
            executionRole: roles.standard.arn,
            securityGroups: groups,
            sharingSettings: { notebookOutputOption: "Disabled", s3KmsKeyId: keys.s3.arn },
        },
    });
    const people = [
        ["user1-data-scientist", roles.dataScience, "team-A"],
        ["user2-mlops", roles.mlops, "team-B"],
    ] as const;
    for (const [userProfileName, role, team] of people) {
        new aws.sagemaker.UserProfile(name(userProfileName), {
            domainId: domain.id,
            userProfileName,
            userSettings: { executionRole: role.arn, securityGroups: groups },
            tags: { team },
        });
    }
}

function network(name: (suffix: string) => string): Place {
    const vpc = new aws.ec2.Vpc(name("vpc"), {
        cidrBlock: VPC_RANGE,
        enableDnsSupport: true,
        enableDnsHostnames: true,
    });
    const tables: aws.ec2.RouteTable[] = [];
    const subnets = SUBNETS.map((cidrBlock, index) => {
        const zone = `${REGION}${"ab"[index]}`;
        const subnet = new aws.ec2.Subnet(name(`private-${index}`), {
            vpcId: vpc.id,
            cidrBlock,
            availabilityZone: zone,
        });
        const table = new aws.ec2.RouteTable(name(`private-${index}`), { vpcId: vpc.id });
        new aws.ec2.RouteTableAssociation(name(`private-${index}`), { subnetId: subnet.id, routeTableId: table.id });
        tables.push(table);
        return subnet;
    });
    const logs = new aws.cloudwatch.LogGroup(name("flow-log-group"), {
        name: `/vpcflowlogs/${name("sagemaker-admin-workshop")}-${REGION}-${ACCOUNT}`,
        retentionInDays: 14,
    });
    const logRole = new aws.iam.Role(name("flow-logs"), { assumeRolePolicy: trusts(["vpc-flow-logs.amazonaws.com"]) });
    new aws.ec2.FlowLog(name("flow-log"), {
        vpcId: vpc.id,
        trafficType: "REJECT",
        maxAggregationInterval: 600,
        logDestination: logs.arn,
        iamRoleArn: logRole.arn,
    });
    const group = new aws.ec2.SecurityGroup(name("sagemaker"), {
        vpcId: vpc.id,
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
        egress: [EVERYWHERE],
    });
    const endpointGroup = new aws.ec2.SecurityGroup(name("endpoints"), {
        vpcId: vpc.id,
        ingress: [
            { ...HTTPS, securityGroups: [group.id] },
            ...SUBNETS.flatMap((range) => [
                { ...HTTPS, cidrBlocks: [range] },
                { protocol: "tcp", fromPort: 2049, toPort: 2049, cidrBlocks: [range] },
            ]),
            { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [VPC_RANGE] },
        ],
        egress: [EVERYWHERE],
    });
    new aws.ec2.VpcEndpoint(name("s3"), {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${REGION}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: tables.map(({ id }) => id),
        policy: ALLOW_ALL,
    });
    const names = [
        ...SERVICES.map((service) => `com.amazonaws.${REGION}.${service}`),
        `aws.sagemaker.${REGION}.notebook`,
    ];
    for (const serviceName of names) {
        const suffix = serviceName
            .split(".")
            .slice(serviceName.startsWith("com") ? 3 : 1)
            .join("-");
        new aws.ec2.VpcEndpoint(name(suffix), {
            vpcId: vpc.id,
            serviceName,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: subnets.map(({ id }) => id),
            securityGroupIds: [endpointGroup.id],
            ...(suffix === "kms" ? { policy: ALLOW_ALL } : {}),
        });
    }
    return { vpc, subnets, group };
}

interface Personas {
    readonly standard: aws.iam.Role;
    readonly dataScience: aws.iam.Role;
    readonly mlops: aws.iam.Role;
}

function personas(name: (suffix: string) => string): Personas {
    const policy = (suffix: string, ...statements: object[]): aws.iam.Policy =>
        new aws.iam.Policy(name(suffix), { policy: document(...statements) });
    const readOnly = policy("read-only", {
        Effect: "Allow",
        Action: [
            "sagemaker:Describe*",
            "sagemaker:GetSearchSuggestions",
            "sagemaker:List*",
            "sagemaker:*App",
            "sagemaker:Search",
            "sagemaker:RenderUiTemplate",
            "sagemaker:BatchGetMetrics",
        ],
        Resource: "*",
    });
    const services = policy(
        "supporting-services",
        {
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket", "s3:CreateBucket"],
            Resource: ["arn:aws:s3:::*sagemaker*", "arn:aws:s3:::*sagemaker*/*"],
        },
        { Effect: "Allow", Action: ["kms:DescribeKey", "kms:ListAliases", "kms:CreateGrant"], Resource: "*" },
        {
            Effect: "Allow",
            Action: [
                "ecr:GetAuthorizationToken",
                "ecr:BatchGetImage",
                "ecr:PutImage",
                "ecr:CreateRepository",
                "cloudwatch:PutMetricData",
                "cloudwatch:GetMetricData",
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "logs:PutResourcePolicy",
                "logs:UpdateLogDelivery",
            ],
            Resource: "*",
        },
    );
    const developer = policy(
        "developer-access",
        {
            Effect: "Allow",
            Action: ["sagemaker:CreateApp", "sagemaker:InvokeEndpoint", "sagemaker:AddTags", "sagemaker:ListTags"],
            Resource: "*",
        },
        {
            Effect: "Allow",
            Action: "iam:PassRole",
            Resource: `arn:aws:iam::${ACCOUNT}:role/*StudioRole*`,
            Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
        },
    );
    const jobs = policy("data-science-access", {
        Effect: "Allow",
        Action: [
            "sagemaker:CreateTrainingJob",
            "sagemaker:CreateProcessingJob",
            "sagemaker:CreateTransformJob",
            "sagemaker:CreateHyperParameterTuningJob",
            "sagemaker:CreateModel",
            "sagemaker:StopTrainingJob",
            "sagemaker:UpdateTrainingJob",
        ],
        Resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:*`,
    });
    const operations = policy("mlops-access", {
        Effect: "Allow",
        Action: ["sagemaker:CreateEndpointConfig", "sagemaker:CreateEndpoint", "sagemaker:CreateMonitoringSchedule"],
        Resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:*`,
    });
    const denied = policy("denied-services", {
        Effect: "Deny",
        Action: [
            "sagemaker:CreatePresignedNotebookInstanceUrl",
            "sagemaker:*NotebookInstance",
            "sagemaker:*NotebookInstanceLifecycleConfig",
            "sagemaker:CreateUserProfile",
            "sagemaker:DeleteDomain",
            "sagemaker:DeleteUserProfile",
        ],
        Resource: "*",
    });
    const role = (suffix: string, ...policies: aws.iam.Policy[]): aws.iam.Role => {
        const made = new aws.iam.Role(name(suffix), { assumeRolePolicy: trusts(["sagemaker.amazonaws.com"]) });
        policies.forEach(({ arn }, index) => {
            new aws.iam.RolePolicyAttachment(name(`${suffix}-${index}`), { role: made.name, policyArn: arn });
        });
        return made;
    };
    // Written and attached to nobody, as the workshop has it (F-093).
    policy("restrict-to-cidr", {
        Effect: "Deny",
        Action: "sagemaker:*",
        Resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:user-profile/*`,
        Condition: { NotIpAddress: { "aws:VpcSourceIp": "0.0.0.0/0" } },
    });
    return {
        standard: role("studio-default", readOnly, denied),
        dataScience: role("studio-data-science", readOnly, services, developer, jobs, denied),
        mlops: role("studio-mlops", readOnly, services, developer, jobs, operations, denied),
    };
}

function keysOf(
    name: (suffix: string) => string,
    { dataScience, mlops }: Personas,
): Readonly<Record<"ebs" | "efs" | "s3", aws.kms.Key>> {
    const key = (suffix: string): aws.kms.Key => {
        const made = new aws.kms.Key(name(suffix), {
            enableKeyRotation: true,
            policy: pulumi.all([dataScience.arn, mlops.arn]).apply((AWS) =>
                document(
                    {
                        Effect: "Allow",
                        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                        Action: "kms:*",
                        Resource: "*",
                    },
                    {
                        Effect: "Allow",
                        Principal: { AWS },
                        Action: [
                            "kms:Encrypt",
                            "kms:Decrypt",
                            "kms:ReEncrypt*",
                            "kms:GenerateDataKey*",
                            "kms:DescribeKey",
                        ],
                        Resource: "*",
                    },
                    {
                        Effect: "Allow",
                        Principal: { AWS },
                        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
                        Resource: "*",
                        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
                    },
                ),
            ),
        });
        new aws.kms.Alias(name(suffix), {
            name: `alias/${name("sagemaker-admin-workshop")}-${suffix}`,
            targetKeyId: made.keyId,
        });
        return made;
    };
    return { ebs: key("kms-ebs"), efs: key("kms-efs"), s3: key("kms-s3") };
}
