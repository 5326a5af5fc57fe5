import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const API = { type: "aws:apigateway/restApi:RestApi", name: "portal" } as const;
const ENDPOINT = "vpce-0a1b2c3d4e5f60718";
const KEY: Sketch = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };

/** Denies every other endpoint what it allows. */
const POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Deny",
            Principal: "*",
            Action: "execute-api:Invoke",
            Resource: "execute-api:/*",
            Condition: { StringNotEquals: { "aws:SourceVpce": ENDPOINT } },
        },
        { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/live/GET/*" },
    ],
});

function privateApi(props: Record<string, unknown> = {}): Sketch {
    return { ...API, props: { endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [ENDPOINT] }, ...props } };
}

function stage(xrayTracingEnabled: boolean): Sketch[] {
    return [
        privateApi(),
        {
            type: "aws:cloudwatch/logGroup:LogGroup",
            name: "access",
            props: { retentionInDays: 365 },
        },
        {
            type: "aws:apigateway/stage:Stage",
            name: "live",
            props: {
                restApi: ref("portal"),
                stageName: "live",
                accessLogSettings: { destinationArn: ref("access", "arn"), format: "$context.requestId" },
                xrayTracingEnabled,
            },
        },
        {
            type: "aws:apigateway/methodSettings:MethodSettings",
            name: "all",
            props: {
                restApi: ref("portal"),
                stageName: "live",
                methodPath: "*/*",
                settings: { loggingLevel: "ERROR", throttlingRateLimit: 10, throttlingBurstLimit: 20 },
            },
        },
    ];
}

function method(props: Record<string, unknown>): Sketch[] {
    return [
        privateApi(),
        {
            type: "aws:apigateway/resource:Resource",
            name: "session",
            props: { restApi: ref("portal"), pathPart: "session" },
        },
        {
            type: "aws:apigateway/method:Method",
            name: "open",
            props: { restApi: ref("portal"), resourceId: ref("session"), httpMethod: "GET", ...props },
        },
    ];
}

function lambda(props: Record<string, unknown>): Sketch[] {
    return [
        KEY,
        { type: "aws:ec2/subnet:Subnet", name: "private", props: { cidrBlock: "10.0.0.0/24" } },
        { type: "aws:ec2/securityGroup:SecurityGroup", name: "function", props: { egress: [] } },
        {
            type: "aws:lambda/function:Function",
            name: "presign",
            props: {
                runtime: "nodejs24.x",
                environment: { variables: { TABLE: "directory" } },
                kmsKeyArn: ref("key", "arn"),
                tracingConfig: { mode: "Active" },
                ...props,
            },
        },
    ];
}

function permission(props: Record<string, unknown>): Sketch[] {
    return [
        {
            type: "aws:cloudwatch/eventRule:EventRule",
            name: "started",
            props: { eventPattern: '{"source":["aws.sagemaker"]}' },
        },
        {
            type: "aws:lambda/permission:Permission",
            name: "call",
            props: { function: "stop", action: "lambda:InvokeFunction", principal: "events.amazonaws.com", ...props },
        },
    ];
}

function table(deletionProtectionEnabled: boolean): Sketch[] {
    return [
        KEY,
        {
            type: "aws:dynamodb/table:Table",
            name: "directory",
            props: {
                hashKey: "person",
                serverSideEncryption: { enabled: true, kmsKeyArn: ref("key", "arn") },
                pointInTimeRecovery: { enabled: true },
                deletionProtectionEnabled,
            },
        },
    ];
}

function pool(mfaConfiguration: string): Sketch {
    return {
        type: "aws:cognito/userPool:UserPool",
        name: "people",
        props: {
            adminCreateUserConfig: { allowAdminCreateUserOnly: true },
            mfaConfiguration,
            softwareTokenMfaConfiguration: { enabled: true },
            passwordPolicy: {
                minimumLength: 14,
                requireLowercase: true,
                requireUppercase: true,
                requireNumbers: true,
                requireSymbols: true,
            },
            userPoolTier: "PLUS",
            userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
        },
    };
}

/** Of the access portal: API, functions, directory and sign-in. */
export const PORTAL_EXAMPLES: Examples = {
    P64: {
        bad: [{ ...API, props: { endpointConfiguration: { types: "REGIONAL" } } }],
        good: [privateApi({ policy: POLICY })],
    },
    P65: { bad: stage(false), good: stage(true) },
    P66: { bad: method({ authorization: "NONE" }), good: method({ authorization: "AWS_IAM" }) },
    P67: {
        bad: lambda({}),
        good: lambda({ vpcConfig: { subnetIds: [ref("private")], securityGroupIds: [ref("function")] } }),
    },
    P68: { bad: permission({}), good: permission({ sourceArn: ref("started", "arn") }) },
    // A directory alone is nothing of SageMaker's; what makes it so would be much more than the rule.
    P69: { bad: table(false), good: table(true), config: { scope: "all" } },
    P70: { bad: [pool("OPTIONAL")], good: [pool("ON")] },
};
