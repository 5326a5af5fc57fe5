import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import type { StudioDomainArgs } from "../../components/domain";
import { inOrder } from "../../components/lifecycleScripts";
import { inputsOf } from "../harness";
import { recordDomain } from "./domainStack";

const FIRST = "#!/bin/bash\necho first\n";
const CHOSEN = readFileSync(path.resolve(__dirname, "../../assets/lifecycle/package-index.sh"), "utf8");

/** Texts of the configurations by app, and where the domain names their ARNs. */
async function built(changes: Partial<StudioDomainArgs>): Promise<{ texts: object; named: unknown[] }> {
    const recording = await recordDomain(changes);
    const configs = recording.resources.filter(({ type }) => type.endsWith(":StudioLifecycleConfig"));
    const { defaultUserSettings: user, defaultSpaceSettings: space } = inputsOf(
        recording,
        "aws:sagemaker/domain:Domain",
    ) as Record<string, Record<string, Record<string, unknown>>>;
    const nameOf = (arn: unknown): unknown => configs.find(({ props }) => props["arn"] === arn)?.name;
    return {
        texts: Object.fromEntries(
            configs.map(({ name, props }) => [
                name,
                Buffer.from(String(props["studioLifecycleConfigContent"]), "base64").toString("utf8"),
            ]),
        ),
        named: [user?.["jupyterLabAppSettings"], user?.["codeEditorAppSettings"], space?.["jupyterLabAppSettings"]].map(
            (settings) => nameOf(settings?.["builtInLifecycleConfigArn"]),
        ),
    };
}

describe("A script that runs in every app of the domain", () => {
    it("is each app's built-in one, in shared spaces too", async () => {
        assert.deepEqual(await built({ firstScript: FIRST }), {
            texts: { "domain-jupyter-lab": FIRST, "domain-code-editor": FIRST },
            named: ["domain-jupyter-lab", "domain-code-editor", "domain-jupyter-lab"],
        });
    });

    it("runs before the one chosen for an app", async () => {
        const { texts } = await built({ firstScript: FIRST, lifecycleScripts: { codeEditor: "package-index" } });
        assert.deepEqual(texts, { "domain-jupyter-lab": FIRST, "domain-code-editor": inOrder(FIRST, CHOSEN) });
    });

    it("is refused together with a chosen one when both are more than SageMaker takes", async () => {
        const long = `${FIRST}# ${"x".repeat(12000)}\n`;
        await assert.rejects(built({ firstScript: long, lifecycleScripts: { jupyterLab: "package-index" } }), {
            message:
                /The lifecycle script package-index cannot be used: SageMaker takes at most 16384 characters after base64/,
        });
    });
});
