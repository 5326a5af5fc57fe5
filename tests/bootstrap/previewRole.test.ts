import { strict as assert } from "node:assert";

import { actionsByScope, SCOPES } from "../../bootstrap/permissions";
import type { RecordedComponent } from "../harness";
import {
    ACCOUNT,
    ask,
    DELEGATING_KEY,
    DEV,
    recordBootstrap,
    REGION,
    resourcePolicy,
    workflowRole,
    type WorkflowRoleView,
} from "./fixture";
import { deploymentContext } from "./facts";

const BUCKET = `arn:aws:s3:::private-studio-state-${ACCOUNT}-${REGION}`;
const TLS = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.3" };

/** Each action once with each resource it is granted on; patterns stand for any one thing they match. */
function questions(phases: Parameters<typeof actionsByScope>[0]): { action: string; resource: string }[] {
    return [...actionsByScope(phases)].flatMap(([scope, actions]) =>
        actions.flatMap((action) =>
            SCOPES[scope].resources(DEV).map((pattern) => ({
                action,
                resource: pattern === "*" ? "*" : pattern.replace("*/*", "vpc/vpc-1").replace(/\*/g, "1"),
            })),
        ),
    );
}

describe("the preview role", () => {
    let recording: RecordedComponent;
    let role: WorkflowRoleView;

    before(async () => {
        recording = await recordBootstrap();
        role = workflowRole(recording, "preview");
    });

    it("reads everything a refresh reads", () => {
        for (const question of questions(["read"])) {
            const policy = question.action.startsWith("kms:") ? { policy: DELEGATING_KEY } : {};
            assert.equal(ask(role, { ...question, ...policy }), "allowed", JSON.stringify(question));
        }
    });

    it("does nothing else a deployment does", () => {
        const reads = new Set(questions(["read"]).map(({ action }) => action));
        const writes = questions(["create", "update", "delete"]).filter(({ action }) => !reads.has(action));
        // Reading before a delete is no reading of a refresh, and harmless.
        const allowed = writes.filter(
            ({ action, resource }) =>
                ask(role, {
                    action,
                    resource,
                    context: deploymentContext(action, resource),
                    policy: DELEGATING_KEY,
                }) !== "denied",
        );
        assert.deepEqual(allowed, []);
        assert.ok(writes.some(({ action }) => action === "sagemaker:DeleteDomain"));
    });

    it("writes nothing in the bucket but locks", () => {
        const policy = resourcePolicy(recording, "aws:s3/bucketPolicy:BucketPolicy", "state");
        const may = (action: string, key: string): string =>
            ask(role, { action, resource: `${BUCKET}/.pulumi/${key}`, policy, context: TLS });
        assert.deepEqual(
            {
                readsState: may("s3:GetObject", "stacks/private-studio/prod.json"),
                locks: may("s3:PutObject", "locks/organization/private-studio/prod/1.json"),
                unlocks: may("s3:DeleteObject", "locks/organization/private-studio/prod/1.json"),
                writesState: may("s3:PutObject", "stacks/private-studio/prod.json"),
                deletesState: may("s3:DeleteObject", "stacks/private-studio/prod.json"),
                rewritesHistory: may("s3:PutObject", "history/private-studio/prod/1.json"),
                locksAnotherProject: may("s3:PutObject", "locks/organization/other/prod/1.json"),
                readsAnotherStack: may("s3:GetObject", "stacks/private-studio/sandbox.json"),
            },
            {
                readsState: "allowed",
                locks: "allowed",
                unlocks: "allowed",
                writesState: "denied",
                deletesState: "denied",
                rewritesHistory: "denied",
                locksAnotherProject: "denied",
                readsAnotherStack: "denied",
            },
        );
    });

    it("decrypts secrets and encrypts none", () => {
        const policy = resourcePolicy(recording, "aws:kms/key:Key", "state-secrets");
        const key = recording.resources.find(
            ({ type, name }) => type === "aws:kms/key:Key" && name === "state-secrets",
        );
        const may = (action: string): string => ask(role, { action, resource: String(key?.props.arn), policy });
        assert.deepEqual([may("kms:Decrypt"), may("kms:Encrypt")], ["allowed", "denied"]);
    });

    it("opens no profile and reads no logs", () => {
        for (const [action, resource] of [
            ["sagemaker:CreatePresignedDomainUrl", `arn:aws:sagemaker:${REGION}:${ACCOUNT}:user-profile/d-1/jon-doe`],
            ["logs:GetLogEvents", `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/private-studio/dev/flow-logs`],
            ["sts:AssumeRole", `arn:aws:iam::${ACCOUNT}:role/platform-administrators`],
        ] as const) {
            assert.equal(ask(role, { action, resource }), "denied", action);
        }
    });
});
