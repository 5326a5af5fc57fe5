import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ACCOUNT, document, REGION, trusts } from "../documents";
import type { HubParts } from "./parts";

/** Private API, authorizer and presign function, directory and user pool: F-128 to F-137. */
export function accessService(name: (suffix: string) => string, { api }: HubParts): aws.iam.Role {
    const { subnets, group } = network(name);
    const table = (suffix: string, ...keys: string[]): aws.dynamodb.Table =>
        new aws.dynamodb.Table(name(suffix), {
            billingMode: "PAY_PER_REQUEST",
            hashKey: keys[0] ?? "",
            ...(keys[1] === undefined ? {} : { rangeKey: keys[1] }),
            attributes: keys.map((key) => ({ name: key, type: "S" })),
            pointInTimeRecovery: { enabled: true },
        });
    const users = table("users-table", "PK", "LOB");
    const lobs = table("lobs-table", "PK", "ACCOUNT_ID");
    const client = people(name);
    const role = (suffix: string, service: string): aws.iam.Role =>
        new aws.iam.Role(name(suffix), { assumeRolePolicy: trusts([service]) });
    const presignRole = role("presign", "lambda.amazonaws.com");
    new aws.iam.RolePolicy(name("presign"), {
        role: presignRole.id,
        policy: document(
            {
                Effect: "Allow",
                Action: "sagemaker:CreatePresignedDomainUrl",
                Resource: "*",
                Condition: { IpAddress: { "aws:VpcSourceIp": "10.17.0.0/16" } },
            },
            {
                Effect: "Allow",
                Action: "dynamodb:GetItem",
                Resource: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name("users")}*`,
            },
            { Effect: "Allow", Action: "sts:AssumeRole", Resource: "arn:aws:iam::*:role/SagemakerStudioAccessRole" },
        ),
    });
    const code = new pulumi.asset.AssetArchive({
        "index.py": new pulumi.asset.StringAsset("def handler(e, c): pass\n"),
    });
    const presign = new aws.lambda.Function(name("presign"), {
        role: presignRole.arn,
        runtime: "python3.8",
        handler: "index.handler",
        code,
        vpcConfig: { subnetIds: subnets.map(({ id }) => id), securityGroupIds: [group.id] },
        environment: { variables: { USERS: users.name, LOBS: lobs.name } },
    });
    const authorizerFunction = new aws.lambda.Function(name("authorizer"), {
        role: role("authorizer", "lambda.amazonaws.com").arn,
        runtime: "python3.8",
        handler: "index.handler",
        code,
        environment: { variables: { CLIENT: client.id } },
    });
    gateway(name, api, presign, authorizerFunction);
    return presignRole;
}

function network(name: (suffix: string) => string): {
    subnets: readonly aws.ec2.Subnet[];
    group: aws.ec2.SecurityGroup;
} {
    const vpc = new aws.ec2.Vpc(name("access-vpc"), { cidrBlock: "10.17.0.0/16" });
    const table = new aws.ec2.RouteTable(name("access-private"), { vpcId: vpc.id });
    const subnets = ["10.17.8.0/24", "10.17.16.0/24"].map((cidrBlock, index) => {
        const zone = `${REGION}${"ab"[index]}`;
        const subnet = new aws.ec2.Subnet(name(`access-${index}`), {
            vpcId: vpc.id,
            cidrBlock,
            availabilityZone: zone,
        });
        new aws.ec2.RouteTableAssociation(name(`access-${index}`), { subnetId: subnet.id, routeTableId: table.id });
        return subnet;
    });
    new aws.ec2.VpcEndpoint(name("access-dynamodb"), {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${REGION}.dynamodb`,
        routeTableIds: [table.id],
    });
    return { subnets, group: new aws.ec2.SecurityGroup(name("access-functions"), { vpcId: vpc.id }) };
}

function people(name: (suffix: string) => string): aws.cognito.UserPoolClient {
    const pool = new aws.cognito.UserPool(name("pool"), {});
    return new aws.cognito.UserPoolClient(name("client"), {
        userPoolId: pool.id,
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["implicit"],
        allowedOauthScopes: ["email", "openid"],
        callbackUrls: ["http://localhost"],
        supportedIdentityProviders: ["COGNITO"],
        explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
}

function gateway(
    name: (suffix: string) => string,
    endpoint: aws.ec2.VpcEndpoint,
    presign: aws.lambda.Function,
    authorizerFunction: aws.lambda.Function,
): void {
    const api = new aws.apigateway.RestApi(name("api"), {
        endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [endpoint.id] },
        policy: endpoint.id.apply((id) =>
            document({
                Effect: "Allow",
                Principal: "*",
                Action: "execute-api:Invoke",
                Resource: "execute-api:/*",
                Condition: { StringEquals: { "aws:sourceVpce": id } },
            }),
        ),
    });
    const authorizer = new aws.apigateway.Authorizer(name("authorizer"), {
        restApi: api.id,
        type: "REQUEST",
        identitySource: "method.request.header.Authorization",
        authorizerResultTtlInSeconds: 120,
        authorizerUri: authorizerFunction.invokeArn,
    });
    const resource = new aws.apigateway.Resource(name("user"), {
        restApi: api.id,
        parentId: api.rootResourceId,
        pathPart: "{user_id+}",
    });
    const method = new aws.apigateway.Method(name("get"), {
        restApi: api.id,
        resourceId: resource.id,
        httpMethod: "GET",
        authorization: "CUSTOM",
        authorizerId: authorizer.id,
    });
    const integration = new aws.apigateway.Integration(name("get"), {
        restApi: api.id,
        resourceId: resource.id,
        httpMethod: method.httpMethod,
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: presign.invokeArn,
    });
    new aws.lambda.Permission(name("invoke"), {
        function: presign.name,
        action: "lambda:InvokeFunction",
        principal: "apigateway.amazonaws.com",
        sourceArn: api.executionArn.apply((arn) => `${arn}/*`),
    });
    const deployment = new aws.apigateway.Deployment(
        name("deployment"),
        { restApi: api.id },
        { dependsOn: integration },
    );
    new aws.apigateway.Stage(name("stage"), {
        restApi: api.id,
        deployment: deployment.id,
        stageName: "dev",
        xrayTracingEnabled: true,
    });
}
