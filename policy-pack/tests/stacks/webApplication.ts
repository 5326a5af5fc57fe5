import { ref, type Sketch } from "../fixture/build";
import { document } from "../fixture/stack";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";

/**
 * A web application as companies have many, without SageMaker: a network with a load balancer and a database, an API with
 * a function and a table, a bucket, a key, roles and logs. `kept` makes what the pack says of every stack right: keys,
 * permissions, logs and public access; of the rest it is as people write it.
 */
export function webApplication(kept: boolean): Sketch[] {
    return [...network(kept), ...servers(kept), ...api(kept), ...data(kept), ...identity(kept)];
}

function network(kept: boolean): Sketch[] {
    const anywhere = ["0.0.0.0/0"];
    return [
        { type: "aws:ec2/vpc:Vpc", name: "web", props: { cidrBlock: "10.20.0.0/16" } },
        { type: "aws:ec2/internetGateway:InternetGateway", name: "internet", props: { vpcId: ref("web") } },
        {
            type: "aws:ec2/subnet:Subnet",
            name: "public",
            props: { vpcId: ref("web"), cidrBlock: "10.20.0.0/24", ...(!kept && { mapPublicIpOnLaunch: true }) },
        },
        { type: "aws:ec2/subnet:Subnet", name: "private", props: { vpcId: ref("web"), cidrBlock: "10.20.1.0/24" } },
        {
            type: "aws:ec2/routeTable:RouteTable",
            name: "out",
            props: { vpcId: ref("web"), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("internet") }] },
        },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: "public-out",
            props: { subnetId: ref("public"), routeTableId: ref("out") },
        },
        {
            type: "aws:ec2/natGateway:NatGateway",
            name: "nat",
            props: { subnetId: ref("public"), allocationId: "eip-1" },
        },
        {
            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
            name: "s3",
            props: { vpcId: ref("web"), serviceName: `com.amazonaws.${REGION}.s3`, routeTableIds: [ref("out")] },
        },
        {
            type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
            name: "loose",
            props: {
                firewallPolicy: {
                    statelessDefaultActions: ["aws:pass"],
                    statelessFragmentDefaultActions: ["aws:pass"],
                },
            },
        },
        {
            type: "aws:networkfirewall/firewall:Firewall",
            name: "wall",
            props: {
                vpcId: ref("web"),
                firewallPolicyArn: ref("loose", "arn"),
                subnetMappings: [{ subnetId: ref("private") }],
            },
        },
        ...(kept ? networkLogs() : []),
        {
            type: "aws:ec2/securityGroup:SecurityGroup",
            name: "balancer",
            props: {
                vpcId: ref("web"),
                ingress: [
                    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: kept ? ["192.0.2.0/24"] : anywhere },
                ],
                egress: [
                    kept
                        ? { protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.20.0.0/16"] }
                        : { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: anywhere },
                ],
            },
        },
    ];
}

function networkLogs(): Sketch[] {
    return [
        {
            type: "aws:ec2/flowLog:FlowLog",
            name: "flows",
            props: { vpcId: ref("web"), trafficType: "ALL", logDestination: ref("flow-logs", "arn") },
        },
        logs("flow-logs", true),
        {
            type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
            name: "wall-logs",
            props: {
                firewallArn: ref("wall", "arn"),
                loggingConfiguration: {
                    logDestinationConfigs: ["FLOW", "ALERT"].map((logType) => ({
                        logType,
                        logDestinationType: "CloudWatchLogs",
                        logDestination: { logGroup: ref("flow-logs") },
                    })),
                },
            },
        },
    ];
}

function logs(name: string, kept: boolean): Sketch {
    return {
        type: "aws:cloudwatch/logGroup:LogGroup",
        name,
        props: kept ? { retentionInDays: 365, kmsKeyId: ref("web-key", "arn") } : {},
    };
}

function servers(kept: boolean): Sketch[] {
    return [
        {
            type: "aws:lb/loadBalancer:LoadBalancer",
            name: "front",
            props: { subnets: [ref("public")], securityGroups: [ref("balancer")] },
        },
        { type: "aws:ecs/cluster:Cluster", name: "cluster", props: {} },
        {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            name: "task",
            props: { family: "web", taskRoleArn: ref("task-role", "arn"), containerDefinitions: "[]" },
        },
        { type: "aws:rds/instance:Instance", name: "database", props: { engine: "postgres", storageEncrypted: false } },
        logs("server-logs", kept),
    ];
}

function api(kept: boolean): Sketch[] {
    return [...(kept ? [] : publicApi()), worker(kept), logs("function-logs", kept)];
}

/** Open to the internet: what is so on purpose has an exception with its reason. */
function publicApi(): Sketch[] {
    return [
        {
            type: "aws:apigateway/restApi:RestApi",
            name: "shop",
            props: { endpointConfiguration: { types: "REGIONAL" } },
        },
        {
            type: "aws:apigateway/method:Method",
            name: "list",
            props: { restApi: ref("shop"), httpMethod: "GET", authorization: "NONE" },
        },
        {
            type: "aws:apigateway/integration:Integration",
            name: "list-function",
            props: { restApi: ref("shop"), type: "AWS_PROXY", uri: ref("worker", "arn") },
        },
        { type: "aws:apigateway/stage:Stage", name: "live", props: { restApi: ref("shop"), stageName: "live" } },
        {
            type: "aws:lambda/permission:Permission",
            name: "anybody-calls",
            props: { function: ref("worker"), action: "lambda:InvokeFunction", principal: "*" },
        },
        { type: "aws:cognito/userPool:UserPool", name: "customers", props: {} },
    ];
}

function worker(kept: boolean): Sketch {
    return {
        type: "aws:lambda/function:Function",
        name: "worker",
        props: {
            role: ref("worker-role", "arn"),
            runtime: kept ? "nodejs22.x" : "nodejs16.x",
            environment: { variables: { TABLE: ref("orders") } },
            ...(kept && {
                vpcConfig: { subnetIds: [ref("private")], securityGroupIds: [ref("balancer")] },
                kmsKeyArn: ref("web-key", "arn"),
                tracingConfig: { mode: "Active" },
            }),
        },
    };
}

function data(kept: boolean): Sketch[] {
    const bucket: Sketch = { type: "aws:s3/bucket:Bucket", name: "assets", props: { bucket: "acme-assets" } };
    const table: Sketch = { type: "aws:dynamodb/table:Table", name: "orders", props: { hashKey: "id" } };
    return kept ? [bucket, table, ...bucketParts()] : [bucket, table];
}

function bucketParts(): Sketch[] {
    const part = (kind: string, props: Record<string, unknown>): Sketch => ({
        type: `aws:s3/bucket${kind}:Bucket${kind}`,
        name: `assets-${kind}`,
        props: { bucket: ref("assets"), ...props },
    });
    const arn = "arn:aws:s3:::acme-assets";
    return [
        part("PublicAccessBlock", {
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        }),
        part("ServerSideEncryptionConfiguration", {
            rules: [
                {
                    applyServerSideEncryptionByDefault: {
                        sseAlgorithm: "aws:kms",
                        kmsMasterKeyId: ref("web-key", "arn"),
                    },
                },
            ],
        }),
        part("Versioning", { versioningConfiguration: { status: "Enabled" } }),
        part("Logging", { targetBucket: "acme-access-logs", targetPrefix: "assets/" }),
        part("Policy", {
            policy: document({
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [arn, `${arn}/*`],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            }),
        }),
    ];
}

function identity(kept: boolean): Sketch[] {
    const role = (name: string, service: string): Sketch => ({
        type: "aws:iam/role:Role",
        name,
        props: {
            assumeRolePolicy: document({
                Effect: "Allow",
                Principal: { Service: `${service}.amazonaws.com` },
                Action: "sts:AssumeRole",
            }),
        },
    });
    const owner = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
    return [
        role("worker-role", "lambda"),
        role("task-role", "ecs-tasks"),
        {
            type: "aws:iam/rolePolicy:RolePolicy",
            name: "worker-may",
            props: {
                role: ref("worker-role"),
                policy: document({
                    Effect: "Allow",
                    Action: kept ? ["dynamodb:GetItem", "dynamodb:PutItem"] : "*",
                    Resource: kept ? `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders` : "*",
                }),
            },
        },
        {
            type: "aws:iam/rolePolicy:RolePolicy",
            name: "task-may",
            props: {
                role: ref("task-role"),
                policy: document({
                    Effect: "Allow",
                    Action: "iam:PassRole",
                    Resource: kept ? `arn:aws:iam::${ACCOUNT}:role/batch` : "*",
                    Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
                }),
            },
        },
        {
            type: "aws:kms/key:Key",
            name: "web-key",
            props: kept
                ? {
                      enableKeyRotation: true,
                      policy: document({ Effect: "Allow", Principal: owner, Action: "kms:*", Resource: "*" }),
                  }
                : {
                      enableKeyRotation: false,
                      policy: document({ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }),
                  },
        },
    ];
}
