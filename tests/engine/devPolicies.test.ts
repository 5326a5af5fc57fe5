import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as path from "node:path";

import { inspect } from "../../preflight/inspect";
import type { Emulator } from "./aws/serve";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Run } from "./pulumi";
import { requireEngine } from "./requireEngine";

const ROOT = path.resolve(__dirname, "../..");
const PACK = [
    "--policy-pack",
    path.join(ROOT, "policy-pack"),
    "--policy-pack-config",
    path.join(ROOT, "policy-pack/config/dev.json"),
];

/** Each mutation of the dev stack, the policy that must block it, and the resource it names. */
const MUTATIONS: readonly [program: string, policy: string, resource: string][] = [
    ["domain-public", "sagemaker-domain-vpc-only", "studio-domain"],
    ["key-removed", "sagemaker-domain-kms-key-configured", "studio-domain"],
    ["s3-endpoint-off-one-table", "sagemaker-vpc-endpoint-coverage", "studio-domain"],
    ["internet-route-added", "sagemaker-domain-subnets-private", "leak"],
    ["full-access-attached", "iam-policy-no-wildcard-admin", "full-access"],
];

describe("engine: the policy pack on the dev stack", function () {
    let bench: Bench;
    let aws: Emulator;

    before(async function () {
        bench = new Bench(requireEngine(this));
        const built = spawnSync("npm", ["run", "build", "--silent"], { cwd: ROOT, encoding: "utf8" });
        assert.equal(built.status, 0, built.stderr);
        aws = await bench.aws({ existing: EXISTING, credentials: undefined });
    });
    after(() => bench?.dispose());

    it("blocks nothing at a first preview and lists what it could not decide; after up everything is decided, and proven of what is deployed", async () => {
        const own = await bench.aws({ existing: EXISTING, credentials: undefined });
        const project = await bench.repository({ aws: own });
        const first = await project.expectSuccess(["preview", ...PACK]);
        assert.deepEqual(mandatory(first), []);
        const open = advisory(first);
        assert.deepEqual(
            open.filter(({ message }) => !message.includes("Could not decide")),
            [],
        );
        assert.deepEqual([...new Set(open.map(({ policyName }) => policyName))].sort(), [
            "iam-pass-role-scoped",
            "iam-policy-no-wildcard-admin",
            "sagemaker-execution-role-abac-deny-present",
            "sagemaker-presigned-url-vpce-restricted",
            // Policies of buckets hold the endpoint's id.
            "sagemaker-s3-bucket-baseline",
            "sagemaker-s3-bucket-vpce-restricted",
        ]);

        await project.expectSuccess(["up", "--yes", "--skip-preview", ...PACK]);
        const after = await project.expectSuccess(["preview", ...PACK]);
        assert.deepEqual([mandatory(after), advisory(after)], [[], []]);

        const file = path.join(project.directory, "state.json");
        writeFileSync(file, (await project.expectSuccess(["stack", "export"])).stdout);
        const report = await inspect({
            projectDir: ROOT,
            stackFile: path.join(ROOT, "Pulumi.dev.yaml"),
            unknown: false,
            from: file,
        });
        const { exitCode, problems, undecided } = report.verdict;
        assert.deepEqual([report.source, exitCode], ["deployed stack", 0], [...problems, ...undecided].join("\n"));
        assert.ok(report.network.length > 10 && report.access.classes.length === 1);
    });

    it("blocks nothing of the stack with many accounts at a first preview", async () => {
        const accounts = await bench.aws();
        const project = await bench.repository({ aws: accounts, stackFile: "Pulumi.prod.yaml" });
        const config = path.join(ROOT, "policy-pack/config/prod.json");
        const run = await project.run(["preview", ...PACK.slice(0, 2), "--policy-pack-config", config]);
        assert.deepEqual(
            mandatory(run).map(({ policyName, resourceUrn, message }) => [policyName, resourceUrn, message]),
            [],
        );
        assert.equal(run.code, 0, run.stderr);
        assert.deepEqual(accounts.store.list(), []);
    });

    for (const [program, policy, resource] of MUTATIONS) {
        it(`blocks ${program} by ${policy} at preview, and nothing is made`, async () => {
            const project = await bench.repository({ aws, program: `tests/mutations/${program}.ts` });
            const run = await project.run(["preview", ...PACK]);
            assert.notEqual(run.code, 0);
            assert.deepEqual(
                mandatory(run).map(({ policyName, resourceUrn }) => [policyName, resourceUrn?.split("::").pop()]),
                [[policy, resource]],
            );
            assert.deepEqual(
                aws.store.list().filter((each) => !EXISTING.includes(each)),
                [],
            );
        });
    }
});

type Violation = NonNullable<Run["events"][number]["policyEvent"]>;

function violations({ events }: Run): Violation[] {
    return events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
}

function mandatory(run: Run): Violation[] {
    return violations(run).filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
}

function advisory(run: Run): Violation[] {
    return violations(run).filter(({ enforcementLevel }) => enforcementLevel !== "mandatory");
}
