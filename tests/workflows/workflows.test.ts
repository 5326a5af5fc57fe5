import { strict as assert } from "node:assert";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { CLI_VERSION } from "../engine/cli/versions";
import { ROOT, type Workflow, workflows } from "./job";

const ALL: Readonly<Record<string, Workflow>> = workflows();
const STEPS = Object.entries(ALL).flatMap(([file, { jobs }]) =>
    Object.entries(jobs).flatMap(([name, job]) => job.steps.map((step) => ({ where: `${file}/${name}`, job, step }))),
);

describe("workflow files", () => {
    it("are preview, up, drift and the policies for others", () => {
        assert.deepEqual(Object.keys(ALL).sort(), ["drift", "policy", "preview", "up"]);
    });

    it("start from no permission, and give each job exactly these", () => {
        const given = Object.fromEntries(
            Object.entries(ALL).map(([file, { permissions, jobs }]) => {
                assert.deepEqual(permissions, {}, file);
                return [file, Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))];
            }),
        );
        const read = { contents: "read" };
        const identity = { contents: "read", "id-token": "write" };
        assert.deepEqual(given, {
            preview: { stacks: read, preview: identity, comment: { contents: "read", "pull-requests": "write" } },
            up: { stacks: read, up: identity },
            drift: { stacks: read, drift: identity },
            policy: { policy: { ...identity, "security-events": "write", actions: "read" } },
        });
    });

    it("start on nothing that runs a stranger's code with the repository's rights", () => {
        assert.deepEqual(
            Object.values(ALL).flatMap(({ on }) => Object.keys(on)),
            Object.entries(ALL).flatMap(([file]) => EVENTS[file] ?? []),
        );
    });

    it("never cancel an update half-way", () => {
        assert.deepEqual(
            Object.fromEntries(
                Object.entries(ALL).map(([file, each]) => [file, each.concurrency?.["cancel-in-progress"]]),
            ),
            // Whoever calls the policies has a rule of their own.
            { preview: true, up: false, drift: true, policy: undefined },
        );
    });

    it("use GitHub's and Pulumi's actions by version tag, and the repository's own", () => {
        for (const { where, step } of STEPS) {
            if (step.uses !== undefined) {
                assert.match(step.uses, USES, where);
            }
        }
    });

    it("run scripts of the repository only, and hand them no expression", () => {
        for (const { where, step } of STEPS) {
            if (step.run !== undefined && step.run !== "npm ci") {
                assert.match(step.run, /^(\.policies\/)?\.github\/scripts\/\w+\.sh$/, where);
                accessSync(path.join(ROOT, step.run.replace(".policies/", "")), constants.X_OK);
            }
        }
    });

    it("keep no git credentials in the work tree, and end by themselves", () => {
        for (const { where, job, step } of STEPS) {
            assert.ok(job["timeout-minutes"] !== undefined, where);
            if (step.uses?.startsWith("actions/checkout@") === true) {
                assert.equal(step.with?.["persist-credentials"], false, where);
            }
        }
    });

    it("deploy from the stack's own environment with the environment's role, and preview with the other", () => {
        const role = (file: string, name: string): unknown =>
            ALL[file]?.jobs[name]?.steps.map(({ env }) => env?.["AWS_ROLE_ARN"]).find((value) => value !== undefined);
        assert.equal(ALL["up"]?.jobs["up"]?.environment, "${{ matrix.stack }}");
        assert.equal(role("up", "up"), "${{ vars.AWS_DEPLOY_ROLE }}");
        assert.equal(role("preview", "preview"), "${{ vars.AWS_PREVIEW_ROLE }}");
        assert.equal(role("drift", "drift"), "${{ vars.AWS_PREVIEW_ROLE }}");
    });

    it("pin the CLI the tests run, in one place", () => {
        assert.equal(readFileSync(path.join(ROOT, ".github/pulumi-version"), "utf8").trim(), CLI_VERSION);
        const setup = readFileSync(path.join(ROOT, ".github/actions/setup/action.yml"), "utf8");
        assert.match(setup, /pulumi-version-file: \.github\/pulumi-version/);
        assert.ok(existsSync(path.join(ROOT, "package-lock.json")));
        const policy = readFileSync(path.join(ROOT, ".github/workflows/policy.yml"), "utf8");
        assert.match(policy, /pulumi-version-file: \.policies\/\.github\/pulumi-version/);
    });

    it("never skip the preview of an update or take a violation lightly", () => {
        for (const script of ["up.sh", "preview.sh"]) {
            const text = readFileSync(path.join(ROOT, ".github/scripts", script), "utf8");
            const commands = text.replace(/^#.*$/gm, "");
            assert.match(commands, /--policy-pack policy-pack --policy-pack-config "\$PACK_CONFIG"/, script);
            assert.doesNotMatch(commands, /--skip-preview|--show-secrets|SKIP_CHECKPOINTS/, script);
        }
    });
});

/** GitHub's and Pulumi's own by version tag, and the repository's. */
const USES = /^((actions|pulumi)\/[\w-]+@v\d+|github\/codeql-action\/upload-sarif@v\d+|\.\/\.github\/actions\/setup)$/;

/** Neither `pull_request_target` nor `workflow_run` nor comments. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
    drift: ["schedule", "workflow_dispatch"],
    policy: ["workflow_call"],
    preview: ["pull_request"],
    up: ["push", "workflow_dispatch"],
};
