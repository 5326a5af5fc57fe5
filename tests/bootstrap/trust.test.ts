import { strict as assert } from "node:assert";

import { evaluate } from "../../policy-pack/iam";
import type { RecordedComponent } from "../harness";
import { ACCOUNT, recordBootstrap, workflowRole } from "./fixture";

const GITHUB = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

/** Whether AWS lets a job with these claims assume the role. */
function admits(recording: RecordedComponent, name: string, sub: string, aud: string, issuer: string): boolean {
    const role = workflowRole(recording, name);
    const { verdict } = evaluate(
        {
            caller: { arn: issuer, account: ACCOUNT, type: "federated" },
            action: "sts:AssumeRoleWithWebIdentity",
            resource: role.arn,
            resourceAccount: ACCOUNT,
            context: {
                "token.actions.githubusercontent.com:sub": sub,
                "token.actions.githubusercontent.com:aud": aud,
            },
        },
        { identity: [], resource: role.trust },
    );
    return verdict === "allowed";
}

const ADMITTED: readonly (readonly [role: string, sub: string, admitted: boolean])[] = [
    ["preview", "repo:acme/private-studio:pull_request", true],
    ["preview", "repo:acme/private-studio:ref:refs/heads/main", true],
    ["preview", "repo:acme/private-studio:ref:refs/heads/feature", false],
    ["preview", "repo:acme/private-studio:ref:refs/heads/main2", false],
    ["preview", "repo:acme/private-studio:ref:refs/tags/main", false],
    ["preview", "repo:acme/private-studio:environment:production", false],
    ["preview", "repo:acme/private-studio-evil:pull_request", false],
    ["preview", "repo:evil/private-studio:pull_request", false],
    ["deploy-prod", "repo:acme/private-studio:environment:production", true],
    ["deploy-prod", "repo:acme/private-studio:environment:development", false],
    ["deploy-prod", "repo:acme/private-studio:pull_request", false],
    ["deploy-prod", "repo:acme/private-studio:ref:refs/heads/main", false],
    ["deploy-prod", "repo:acme/other:environment:production", false],
    ["deploy-dev", "repo:acme/private-studio:environment:development", true],
    ["deploy-dev", "repo:acme/private-studio:environment:production", false],
    ["deploy-dev", "repo:acme/private-studio:environment:*", false],
];

describe("trust of the workflow roles", () => {
    let recording: RecordedComponent;

    before(async () => {
        recording = await recordBootstrap();
    });

    for (const [role, sub, admitted] of ADMITTED) {
        it(`${role} ${admitted ? "admits" : "refuses"} ${sub}`, () => {
            assert.equal(admits(recording, role, sub, "sts.amazonaws.com", GITHUB), admitted);
        });
    }

    it("refuses tokens for another audience, and other issuers", () => {
        const sub = "repo:acme/private-studio:pull_request";
        const other = GITHUB.replace("actions.githubusercontent.com", "example.com");
        assert.equal(admits(recording, "preview", sub, "https://github.com/acme", GITHUB), false);
        assert.equal(admits(recording, "preview", sub, "sts.amazonaws.com", other), false);
    });
});
