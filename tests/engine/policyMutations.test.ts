import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { BATCHES, type Change } from "../mutations/batches";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project, Run } from "./pulumi";
import { requireEngine } from "./requireEngine";

const ROOT = path.resolve(__dirname, "../..");
const PACK = path.join(ROOT, "policy-pack");

/** What `addRuleAndApp` adds to the batch of the single account. */
const ADDED = ["security-group-no-public-ingress anyone", "sagemaker-classic-apps-forbidden classic"];

/** What changes of a batch lead to besides: another policy's view of the same, with the reason. */
const BESIDES: Readonly<Record<keyof typeof BATCHES, readonly string[]>> = { studio: [], firewall: [], many: [] };

describe("engine: the policy pack on changed stacks", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
        const built = spawnSync("npm", ["run", "build", "--silent"], { cwd: ROOT, encoding: "utf8" });
        assert.equal(built.status, 0, built.stderr);
    });
    after(() => bench?.dispose());

    const cases = [
        ["studio", "tests/stacks/studio-complete.yaml", "dev.json"],
        ["firewall", "tests/stacks/firewall.yaml", "single-account.json"],
        ["many", "Pulumi.prod.yaml", "prod.json"],
    ] as const;
    for (const [batch, stackFile, config] of cases) {
        it(`names each of the changes of ${stackFile} and nothing else, at a first preview`, async () => {
            const project = await projectOf(batch, stackFile);
            const run = await project.expectSuccess(["preview", ...packWith(advisory(project, config))]);
            assert.deepEqual(violated(run), expected(batch));
        });
    }

    it("names them again after an update, when every id is known", async () => {
        const project = await projectOf("studio", "tests/stacks/studio-complete.yaml");
        const config = advisory(project, "dev.json");
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview", ...packWith(config)]);
        assert.deepEqual(violated(run), expected("studio"));
    });

    async function projectOf(batch: keyof typeof BATCHES, stackFile: string): Promise<Project> {
        const aws = await bench.aws({ existing: EXISTING, credentials: undefined });
        return bench.repository({ aws, stackFile, program: `tests/mutations/batch-${batch}.ts` });
    }
});

function packWith(config: string): string[] {
    return ["--policy-pack", PACK, "--policy-pack-config", config];
}

/**
 * A configuration of the pack with every level taken down: the first mandatory violation of a resource would end the run
 * before its stack is judged.
 */
function advisory(project: Project, file: string): string {
    const config = JSON.parse(readFileSync(path.join(PACK, "config", file), "utf8")) as Record<string, unknown>;
    const lowered = Object.entries(config).map(([name, entry]) => [
        name,
        typeof entry === "object" ? { ...entry, enforcementLevel: "advisory" } : "advisory",
    ]);
    const target = path.join(project.directory, "advisory.json");
    writeFileSync(target, JSON.stringify({ all: "advisory", ...Object.fromEntries(lowered) }));
    return target;
}

/** Policy and resource of everything that was found, undecided things aside. */
function violated({ events }: Run): string[] {
    const found = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
    return [
        ...new Set(
            found
                .filter(({ message }) => !message.includes("Could not decide"))
                .map(({ policyName, resourceUrn }) => `${policyName} ${resourceUrn?.split("::").pop() ?? ""}`),
        ),
    ].sort();
}

function expected(batch: keyof typeof BATCHES): string[] {
    const changes: readonly Change[] = BATCHES[batch];
    return [
        ...changes.map(({ policy, resource }) => `${policy} ${resource}`),
        ...(batch === "studio" ? ADDED : []),
        ...BESIDES[batch],
    ].sort();
}
