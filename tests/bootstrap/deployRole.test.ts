import { strict as assert } from "node:assert";

import { stackNames, typesOf } from "../../bootstrap/permissions";
import type { NamedDocument } from "../../policy-pack/iam";
import type { RecordedComponent } from "../harness";
import { assertDeploys } from "./deploys";
import {
    ACCOUNT,
    ask,
    DELEGATING_KEY,
    DEV,
    DEV_TWO,
    inviting,
    type Question,
    recordBootstrap,
    REGION,
    resourcePolicy,
    sessionOf,
    workflowRole,
    type WorkflowRoleView,
} from "./fixture";

const iam = (resource: string): string => `arn:aws:iam::${ACCOUNT}:${resource}`;
const own = stackNames(DEV);
const others = stackNames(DEV_TWO);
const BUCKET = `arn:aws:s3:::private-studio-state-${ACCOUNT}-${REGION}`;
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/12345678`;

/** Requests that must be refused, by what they would lead to. */
const REFUSED: Readonly<Record<string, readonly Question[]>> = {
    "another stack's names": [
        { action: "iam:PutRolePolicy", resource: iam(`role/${others.openRoles[0]}`) },
        { action: "iam:DeleteRole", resource: iam(`role/${others.executionRole}`) },
        { action: "iam:CreatePolicyVersion", resource: iam(`policy/${others.executionBoundary}`) },
        {
            action: "logs:DeleteLogGroup",
            resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/private-studio/dev-two/flow-logs`,
        },
        {
            action: "kms:UpdateAlias",
            resource: `arn:aws:kms:${REGION}:${ACCOUNT}:${others.keyAliases[0]}`,
            policy: DELEGATING_KEY,
        },
        { action: "s3:GetObject", resource: `${BUCKET}/.pulumi/stacks/private-studio/dev-two.json` },
        { action: "s3:PutObject", resource: `${BUCKET}/.pulumi/stacks/private-studio/prod.json` },
        { action: "s3:PutObject", resource: `${BUCKET}/.pulumi/locks/organization/private-studio/prod/1.json` },
    ],
    "more rights than it has": [
        { action: "iam:CreateRole", resource: iam("role/admin") },
        { action: "iam:CreateUser", resource: iam("user/backdoor") },
        { action: "iam:CreateAccessKey", resource: iam("user/somebody") },
        { action: "iam:PutRolePolicy", resource: iam("role/platform-administrators") },
        { action: "iam:AttachRolePolicy", resource: iam(`role/${own.openRoles[0]}`) },
        {
            action: "iam:AttachRolePolicy",
            resource: iam(`role/${own.executionRole}`),
            context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
        },
        {
            action: "iam:AttachRolePolicy",
            resource: iam(`role/private-studio/dev/data-scientist`),
            context: { "iam:PolicyARN": iam("policy/private-studio/dev-two/persona") },
        },
        { action: "iam:DeleteRolePermissionsBoundary", resource: iam(`role/${own.executionRole}`) },
        { action: "iam:UpdateAssumeRolePolicy", resource: iam("role/platform-administrators") },
        { action: "iam:CreateOpenIDConnectProvider", resource: iam("oidc-provider/example.com") },
        { action: "sts:AssumeRole", resource: iam("role/platform-administrators") },
    ],
    "an execution role without its boundary": [
        { action: "iam:CreateRole", resource: iam(`role/${own.executionRole}`) },
        {
            action: "iam:CreateRole",
            resource: iam(`role/${own.executionRole}`),
            context: { "iam:PermissionsBoundary": iam("policy/AnythingGoes") },
        },
        {
            action: "iam:PutRolePermissionsBoundary",
            resource: iam(`role/${own.executionRole}`),
            context: { "iam:PermissionsBoundary": iam("policy/AnythingGoes") },
        },
        { action: "iam:PutRolePolicy", resource: iam(`role/${own.executionRole}`) },
    ],
    "a role in other hands": [
        {
            action: "iam:PassRole",
            resource: iam(`role/${own.executionRole}`),
            context: { "iam:PassedToService": "lambda.amazonaws.com" },
        },
        {
            action: "iam:PassRole",
            resource: iam("role/platform-administrators"),
            context: { "iam:PassedToService": "sagemaker.amazonaws.com" },
        },
    ],
    "somebody's profile or data": [
        {
            action: "sagemaker:CreatePresignedDomainUrl",
            resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:user-profile/d-abc/jon-doe`,
        },
        { action: "s3:GetObject", resource: "arn:aws:s3:::acme-research-data/results.csv" },
        {
            action: "logs:GetLogEvents",
            resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/private-studio/dev/flow-logs`,
        },
        { action: "kms:Decrypt", resource: KEY, policy: DELEGATING_KEY },
    ],
    "another stack's firewall or bucket": [
        {
            action: "network-firewall:UpdateFirewallPolicy",
            resource: `arn:aws:network-firewall:${REGION}:${ACCOUNT}:firewall-policy/${others.firewall}`,
        },
        {
            action: "network-firewall:UpdateFirewallDeleteProtection",
            resource: `arn:aws:network-firewall:${REGION}:${ACCOUNT}:firewall/${others.firewall}`,
        },
        { action: "s3:PutBucketPolicy", resource: `arn:aws:s3:::${others.buckets[0]}` },
        { action: "s3:DeleteObject", resource: `arn:aws:s3:::${others.buckets[0]}/AWSLogs/flow.log` },
        { action: "s3:GetObject", resource: `arn:aws:s3:::${own.buckets[0]}/AWSLogs/flow.log` },
    ],
    "a way out": [
        {
            action: "sagemaker:CreateDomain",
            resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/d-abc`,
            context: { "sagemaker:AppNetworkAccessType": "PublicInternetOnly" },
        },
        { action: "sagemaker:CreateDomain", resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/d-abc` },
        {
            action: "sagemaker:UpdateDomain",
            resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/d-abc`,
            context: { "sagemaker:AppNetworkAccessType": "PublicInternetOnly" },
        },
        {
            action: "ec2:CreateVpc",
            resource: `arn:aws:ec2:us-east-1:${ACCOUNT}:vpc/*`,
            context: { "aws:RequestedRegion": "us-east-1" },
        },
    ],
    "the state's protection": [
        { action: "s3:PutBucketPolicy", resource: BUCKET },
        { action: "s3:DeleteBucket", resource: BUCKET },
        { action: "s3:DeleteObjectVersion", resource: `${BUCKET}/.pulumi/stacks/private-studio/dev.json` },
    ],
};

describe("a deploy role", () => {
    let recording: RecordedComponent;
    let role: WorkflowRoleView;

    before(async () => {
        recording = await recordBootstrap();
        role = workflowRole(recording, "deploy-dev");
    });

    for (const type of typesOf(undefined)) {
        it(`makes, reads, changes and destroys ${type}`, () => assertDeploys(role, type, DEV));
    }

    it("passes the flow-log role to the flow-log service", () => {
        const question = { action: "iam:PassRole", resource: iam(`role/${own.flowLogRole}`) };
        const to = (service: string): string => ask(role, { ...question, context: { "iam:PassedToService": service } });
        assert.deepEqual([to("vpc-flow-logs.amazonaws.com"), to("sagemaker.amazonaws.com")], ["allowed", "denied"]);
    });

    it("lets AWS make the linked roles of the services it deploys, and of no other", () => {
        const make = (service: string, linkedRole: string): string =>
            ask(role, {
                action: "iam:CreateServiceLinkedRole",
                resource: iam(`role/aws-service-role/${service}/${linkedRole}`),
                context: { "iam:AWSServiceName": service },
            });
        assert.deepEqual(
            [
                make("network-firewall.amazonaws.com", "AWSServiceRoleForNetworkFirewall"),
                make("route53resolver.amazonaws.com", "AWSServiceRoleForRoute53Resolver"),
                make("transitgateway.amazonaws.com", "AWSServiceRoleForVPCTransitGateway"),
                make("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing"),
            ],
            ["allowed", "allowed", "allowed", "denied"],
        );
    });

    it("uses keys through Network Firewall, never by itself", () => {
        const may = (context: Record<string, string>): string =>
            ask(role, { action: "kms:Encrypt", resource: KEY, policy: DELEGATING_KEY, context });
        assert.deepEqual(
            [may({ "kms:ViaService": `network-firewall.${REGION}.amazonaws.com` }), may({})],
            ["allowed", "denied"],
        );
    });

    it("attaches to a transit gateway another account shares", () => {
        const resource = `arn:aws:ec2:${REGION}:999900001111:transit-gateway/tgw-0123456789abcdef0`;
        assert.equal(ask(role, { action: "ec2:CreateTransitGatewayVpcAttachment", resource }), "allowed");
    });

    for (const [aim, questions] of Object.entries(REFUSED)) {
        for (const question of questions) {
            const { action, resource, context } = question;
            it(`is refused ${aim}: ${action} on ${resource} ${context ? JSON.stringify(context) : ""}`, () => {
                assert.equal(ask(role, question), "denied");
            });
        }
    }

    it("becomes no other role even where a trust policy invites its session", () => {
        const resource = iam("role/platform-administrators");
        assert.equal(ask(role, { action: "sts:AssumeRole", resource, policy: inviting(sessionOf(role)) }), "denied");
    });

    it("uses the state's keys and administers neither", () => {
        for (const name of ["state-state", "state-secrets"]) {
            const policy = resourcePolicy(recording, "aws:kms/key:Key", name);
            const resource = String(
                recording.resources.find((each) => each.name === name && each.type === "aws:kms/key:Key")?.props.arn,
            );
            const may = (action: string, context = {}): string => ask(role, { action, resource, policy, context });
            const viaS3 = { "kms:ViaService": `s3.${REGION}.amazonaws.com` };
            assert.deepEqual(
                [may("kms:PutKeyPolicy"), may("kms:ScheduleKeyDeletion"), may("kms:Decrypt", viaS3)],
                ["denied", "denied", "allowed"],
                name,
            );
        }
    });

    it("keeps its own stack's state", () => {
        const policy = resourcePolicy(recording, "aws:s3/bucketPolicy:BucketPolicy", "state");
        const tls = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.3" };
        for (const key of [
            "stacks/private-studio/dev.json",
            "stacks/private-studio/dev.json.bak",
            "history/private-studio/dev/dev-1.history.json",
            "backups/private-studio/dev/dev.1.json",
            "locks/organization/private-studio/dev/1.json",
        ]) {
            for (const action of ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]) {
                const resource = `${BUCKET}/.pulumi/${key}`;
                assert.equal(ask(role, { action, resource, policy, context: tls }), "allowed", `${action} ${key}`);
            }
        }
        assert.equal(ask(role, { action: "s3:ListBucket", resource: BUCKET, policy, context: tls }), "allowed");
        const plain = { "aws:SecureTransport": "false", "s3:TlsVersion": "1.2" };
        assert.equal(ask(role, { action: "s3:ListBucket", resource: BUCKET, policy, context: plain }), "denied");
    });
});

describe("a deploy role of an isolated stack", () => {
    it("makes no way out, not even with a policy that lets it", async () => {
        const recording = await recordBootstrap();
        const isolated = workflowRole(recording, "deploy-prod");
        const everything: NamedDocument = {
            name: "everything",
            document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } },
        };
        const generous = { ...isolated, identity: [...isolated.identity, everything] };
        const ec2 = (kind: string): string => `arn:aws:ec2:${REGION}:${ACCOUNT}:${kind}/1`;
        for (const [action, resource] of [
            ["ec2:CreateInternetGateway", ec2("internet-gateway")],
            ["ec2:AttachInternetGateway", ec2("internet-gateway")],
            ["ec2:CreateNatGateway", ec2("natgateway")],
        ] as const) {
            assert.equal(ask(isolated, { action, resource }), "denied", action);
            assert.equal(ask(generous, { action, resource }), "denied", action);
        }
        assert.equal(ask(isolated, { action: "ec2:AllocateAddress", resource: ec2("elastic-ip") }), "denied");
        assert.equal(ask(isolated, { action: "ec2:CreateSubnet", resource: ec2("subnet") }), "allowed");
    });
});
