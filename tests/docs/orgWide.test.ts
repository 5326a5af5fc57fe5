import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

import { workflows } from "../workflows/job";
import { anchors, links, pageText, ROOT } from "./page";

const PAGE = "docs/org-wide.md";

interface Caller {
    readonly permissions: unknown;
    readonly jobs: Readonly<Record<string, CallingJob>>;
}

interface CallingJob {
    readonly permissions: unknown;
    readonly uses: string;
    readonly with: Readonly<Record<string, unknown>>;
    readonly secrets: Readonly<Record<string, unknown>>;
}

describe(PAGE, () => {
    const text = pageText(PAGE);
    const [, block = ""] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const caller = parse(block) as Caller;
    const called = workflows()["policy"];

    it("leads only to files and headings that exist", () => {
        for (const { file, heading } of links(text, PAGE)) {
            assert.ok(existsSync(path.join(ROOT, file)), file);
            assert.ok(heading === undefined || anchors(pageText(file)).includes(heading), `${file}#${heading ?? ""}`);
        }
    });

    it("calls the workflow with inputs and secrets it has, and all it needs", () => {
        const call = called?.on["workflow_call"] as Record<
            "inputs" | "secrets",
            Record<string, { readonly required?: boolean }>
        >;
        const job = caller.jobs["dev"];
        assert.ok(job !== undefined);
        for (const kind of ["inputs", "secrets"] as const) {
            const given: readonly string[] = Object.keys(kind === "inputs" ? job.with : job.secrets);
            const known = Object.keys(call[kind]);
            const needed = known.filter((name) => call[kind][name]?.required === true);
            assert.deepEqual(
                given.filter((name) => !known.includes(name)),
                [],
            );
            assert.deepEqual(
                needed.filter((name) => !given.includes(name)),
                [],
            );
        }
    });

    it("grants the call the permissions that its job takes, from none", () => {
        assert.deepEqual(caller.permissions, {});
        assert.deepEqual(caller.jobs["dev"]?.permissions, called?.jobs["policy"]?.permissions);
    });

    it("names the same version twice", () => {
        const job = caller.jobs["dev"];
        const { policies, version } = job?.with ?? {};
        assert.equal(job?.uses, `${String(policies)}/.github/workflows/policy.yml@${String(version)}`);
    });
});
