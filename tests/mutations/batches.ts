import * as aws from "@pulumi/aws";

import { changeInputs } from "./program";

/** One change of a program's inputs, and the policy that must name the resource. */
export interface Change {
    readonly policy: string;
    readonly type: string;
    readonly resource: string;
    /** Deep enough for one dotted path; `undefined` takes the input away. */
    readonly path: string;
    readonly value: unknown;
}

const domain = (policy: string, path: string, value: unknown): Change => ({
    policy,
    type: "aws:sagemaker/domain:Domain",
    resource: "studio-domain",
    path,
    value,
});
const ada = (policy: string, path: string, value: unknown): Change => ({
    policy,
    type: "aws:sagemaker/userProfile:UserProfile",
    resource: "studio-profiles-ada",
    path,
    value,
});
const EVERYTHING = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});
const ANY_ROLE = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }],
});
const SCRIPT = Buffer.from(`export AWS_ACCESS_KEY_ID=${"AKIA"}Z7QXN4M2K6LPWRTD\n`).toString("base64");

/** Of a single account with everything on. */
const STUDIO: readonly Change[] = [
    domain("sagemaker-domain-kms-key-configured", "kmsKeyId", undefined),
    domain("sagemaker-domain-sharing-encrypted", "defaultUserSettings.sharingSettings", {
        notebookOutputOption: "Allowed",
    }),
    domain("sagemaker-domain-execution-role-identity", "domainSettings.executionRoleIdentityConfig", "DISABLED"),
    domain("sagemaker-domain-docker-access-restricted", "domainSettings.dockerSettings", {
        enableDockerAccess: "ENABLED",
    }),
    domain("sagemaker-domain-idle-shutdown-enabled", "defaultUserSettings.codeEditorAppSettings", {}),
    domain("sagemaker-domain-canvas-restricted", "defaultUserSettings.canvasAppSettings.directDeploySettings", {
        status: "ENABLED",
    }),
    ada("sagemaker-user-profile-abac-tags-required", "tags.employeeNumber", undefined),
    {
        policy: "sagemaker-lifecycle-config-no-secrets",
        type: "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
        resource: "studio-domain-jupyter-lab",
        path: "studioLifecycleConfigContent",
        value: SCRIPT,
    },
    {
        policy: "subnet-auto-assign-public-ip-disabled",
        type: "aws:ec2/subnet:Subnet",
        resource: "studio-network-endpoint-euw1-az1",
        path: "mapPublicIpOnLaunch",
        value: true,
    },
    {
        policy: "vpc-endpoint-policy-restricted",
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        resource: "studio-network-s3",
        path: "policy",
        value: EVERYTHING,
    },
    {
        policy: "kms-key-rotation-enabled",
        type: "aws:kms/key:Key",
        resource: "studio-keys-data",
        path: "enableKeyRotation",
        value: false,
    },
    {
        policy: "kms-key-policy-no-public-principal",
        type: "aws:kms/key:Key",
        resource: "studio-keys-queues",
        path: "policy",
        value: EVERYTHING,
    },
    {
        policy: "iam-pass-role-scoped",
        type: "aws:iam/rolePolicy:RolePolicy",
        resource: "studio-pipeline-pass",
        path: "policy",
        value: ANY_ROLE,
    },
    {
        policy: "log-group-encrypted-and-retained",
        type: "aws:cloudwatch/logGroup:LogGroup",
        resource: "studio-network-dns-queries",
        path: "retentionInDays",
        value: undefined,
    },
    {
        policy: "vpc-flow-logs-enabled",
        type: "aws:ec2/flowLog:FlowLog",
        resource: "studio-network-flow-logs",
        path: "trafficType",
        value: "REJECT",
    },
    {
        policy: "sagemaker-s3-bucket-baseline",
        type: "aws:s3/bucketVersioning:BucketVersioning",
        resource: "studio-buckets-data",
        path: "versioningConfiguration.status",
        value: "Suspended",
    },
    {
        policy: "lambda-function-in-vpc",
        type: "aws:lambda/function:Function",
        resource: "studio-response-stop",
        path: "runtime",
        value: "nodejs14.x",
    },
];

/** Of a single account with the firewall. */
const FIREWALL: readonly Change[] = [
    {
        policy: "network-firewall-protections-enabled",
        type: "aws:networkfirewall/firewall:Firewall",
        resource: "studio-network-firewall",
        path: "deleteProtection",
        value: false,
    },
    {
        policy: "network-firewall-policy-default-deny",
        type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
        resource: "studio-network-firewall",
        path: "firewallPolicy.statelessFragmentDefaultActions",
        value: ["aws:pass"],
    },
    {
        policy: "sagemaker-domain-vpc-only",
        type: "aws:sagemaker/domain:Domain",
        resource: "studio-domain",
        path: "appNetworkAccessType",
        value: "PublicInternetOnly",
    },
];

/** Of many accounts. */
const MANY: readonly Change[] = [
    {
        policy: "apigateway-stage-logging-enabled",
        type: "aws:apigateway/methodSettings:MethodSettings",
        resource: "studio-access-api",
        path: "settings.dataTraceEnabled",
        value: true,
    },
    {
        policy: "apigateway-method-authorization-required",
        type: "aws:apigateway/method:Method",
        resource: "studio-access-session",
        path: "authorization",
        value: "NONE",
    },
    {
        policy: "lambda-permission-source-restricted",
        type: "aws:lambda/permission:Permission",
        resource: "studio-access-session",
        path: "sourceArn",
        value: undefined,
    },
    {
        policy: "dynamodb-table-protected",
        type: "aws:dynamodb/table:Table",
        resource: "studio-access-directory",
        path: "pointInTimeRecovery.enabled",
        value: false,
    },
    {
        policy: "cognito-user-pool-hardened",
        type: "aws:cognito/userPool:UserPool",
        resource: "studio-access-people",
        path: "mfaConfiguration",
        value: "OFF",
    },
];

/** Changes that are made all at once in one run of the engine, by the program that makes them. */
export const BATCHES = { studio: STUDIO, firewall: FIREWALL, many: MANY } as const;

/** Makes the changes of a batch as the program registers its resources. */
export function apply(changes: readonly Change[]): void {
    for (const type of new Set(changes.map((change) => change.type))) {
        changeInputs(type, (props, name) =>
            changes
                .filter((change) => change.type === type && change.resource === name)
                .reduce((current, { path, value }) => withValue(current, path.split("."), value), props),
        );
    }
}

function withValue(props: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: unknown) {
    const inner = props[key];
    const next: unknown =
        rest.length === 0
            ? value
            : withValue({ ...(typeof inner === "object" && inner !== null ? inner : {}) }, rest, value);
    return { ...props, [key]: next } as Record<string, unknown>;
}

/** A group's rule and an app that no batch could change into being. */
export function addRuleAndApp(group: aws.ec2.SecurityGroup, profile: aws.sagemaker.UserProfile): void {
    new aws.vpc.SecurityGroupIngressRule(
        "anyone",
        { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" },
        { parent: group },
    );
    new aws.sagemaker.App(
        "classic",
        {
            domainId: profile.domainId,
            userProfileName: profile.userProfileName,
            appName: "default",
            appType: "JupyterServer",
            tags: { project: "private-studio" },
        },
        { parent: profile },
    );
}
