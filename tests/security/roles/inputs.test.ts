import { strict as assert } from "node:assert";

import { inputsOf, type RecordedComponent } from "../../harness";
import { recordRoles } from "./rolesStack";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const INLINE = "aws:iam/rolePolicy:RolePolicy";
const PATH = "/fixture/test/";

/** Ids that differ from run to run or repeat what another test holds. */
function known(props: Record<string, unknown>, ...keys: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(keys.map((key) => [key, props[key]]));
}

describe("Roles as registered", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles({
            users: [{ persona: "mlops-engineer", team: "research" }, { persona: "administrator" }],
            guardrails: { jobs: "arn:aws:iam::111122223333:policy/guardrail" },
            teamTag: "department",
        });
    });

    it("are one for each member of the cast, and four for each team and for those without", () => {
        const roles = recording.resources.filter(({ type }) => type === ROLE).map(({ name }) => name);
        assert.deepEqual(roles.sort(), [
            "studio-execution",
            "studio-execution-administrator",
            "studio-execution-mlops-engineer_research",
            ...["job", "model", "monitor", "pipeline"].flatMap((kind) => [`studio-${kind}`, `studio-${kind}_research`]),
        ]);
    });

    for (const [logical, path, description, tags] of [
        ["studio-execution", undefined, "Studio apps without a persona", { persona: "default" }],
        ["studio-execution-administrator", PATH, "Studio apps of administrator", { persona: "administrator" }],
        [
            "studio-execution-mlops-engineer_research",
            PATH,
            "Studio apps of mlops-engineer, team research",
            { persona: "mlops-engineer", department: "research" },
        ],
        ["studio-job_research", PATH, "Studio jobs of team research", { department: "research" }],
        ["studio-pipeline", PATH, "Studio pipelines", {}],
    ] as const) {
        it(`${logical} has exactly its trust, boundary, path and tags`, () => {
            const props = inputsOf(recording, ROLE, logical);
            const boundary = inputsOf(recording, POLICY, "studio-execution-boundary").arn;
            assert.deepEqual(known(props, "path", "description", "permissionsBoundary", "tags"), {
                path,
                description,
                permissionsBoundary: boundary,
                tags: { project: "fixture", ...tags },
            });
            assert.deepEqual(JSON.parse(String(props.assumeRolePolicy)), {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "SageMakerOfThisAccount",
                        Effect: "Allow",
                        Principal: { Service: "sagemaker.amazonaws.com" },
                        Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
                        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
                    },
                ],
            });
        });
    }

    it("have exactly these managed policies attached", () => {
        const attachments = recording.resources.filter(({ type }) => type === ATTACHMENT);
        assert.deepEqual(attachments.map(({ name }) => name).sort(), [
            "studio-execution-administrator-guardrail-jobs",
            "studio-execution-administrator-persona-administrator-1",
            "studio-execution-administrator-teamless",
            "studio-execution-guardrail-jobs",
            "studio-execution-mlops-engineer_research-guardrail-jobs",
            "studio-execution-mlops-engineer_research-persona-mlops-engineer-1",
            "studio-execution-mlops-engineer_research-persona-mlops-engineer-2",
            "studio-execution-mlops-engineer_research-teams-1",
            ...["job", "model", "monitor"].flatMap((kind) => [
                `studio-${kind}-guardrail-jobs`,
                `studio-${kind}_research-guardrail-jobs`,
            ]),
            "studio-pipeline-guardrail-jobs",
            "studio-pipeline-pipelines-1",
            "studio-pipeline-teamless",
            "studio-pipeline_research-guardrail-jobs",
            "studio-pipeline_research-pipelines-1",
            "studio-pipeline_research-teams-1",
        ]);
    });

    it("share policies below the stack's path", () => {
        const policies = recording.resources
            .filter(({ type }) => type === POLICY)
            .map(({ name, props }) => [name, props.path]);
        assert.deepEqual(policies.sort(), [
            ["boundaries-person", PATH],
            ["boundaries-service", PATH],
            ["studio-execution-boundary", undefined],
            ["studio-persona-administrator-1", PATH],
            ["studio-persona-mlops-engineer-1", PATH],
            ["studio-persona-mlops-engineer-2", PATH],
            ["studio-pipelines-1", PATH],
            ["studio-teamless", PATH],
            ["studio-teams-1", PATH],
        ]);
    });

    it("hold, for the domain's default, looking and the key alone", () => {
        const inline = recording.resources.filter(
            ({ name, type }) => type === INLINE && /^studio-execution-(spaces|presign|key|logs|pass|data)$/.test(name),
        );
        assert.deepEqual(inline.map(({ name }) => name).sort(), ["studio-execution-key", "studio-execution-spaces"]);
    });

    it("let whom IAM Identity Center signed in be handed on only where that is wanted", async () => {
        const changed = await recordRoles({ trustedPropagation: true });
        const trust = JSON.parse(
            String(inputsOf(changed, ROLE, "studio-execution-data-scientist").assumeRolePolicy),
        ) as { Statement: { Action: string[] }[] };
        assert.deepEqual(trust.Statement[0]?.Action, ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:SetContext"]);
    });

    it("refuse more managed policies than AWS attaches", async () => {
        const guardrails = Object.fromEntries(
            Array.from({ length: 11 }, (_, index) => [`g${index}`, `arn:aws:iam::111122223333:policy/g${index}`]),
        );
        await assert.rejects(
            recordRoles({ guardrails }),
            /The role studio-execution-data-scientist has 13 managed policies; AWS attaches at most 10/,
        );
    });
});
