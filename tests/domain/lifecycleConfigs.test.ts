import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import type { StudioDomainArgs } from "../../components/domain";
import { recordDomain } from "./domainStack";

const CONFIG = "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig";

/** Inputs of each configuration by logical name. */
async function configs(lifecycleScripts: StudioDomainArgs["lifecycleScripts"]): Promise<Record<string, unknown>> {
    const { resources } = await recordDomain({ lifecycleScripts });
    const properties = ["Name", "AppType", "Content"].map((ending) => `studioLifecycleConfig${ending}`);
    return Object.fromEntries(
        resources
            .filter(({ type }) => type === CONFIG)
            .map(({ name, props }) => [name, [...properties, "tags"].map((property) => props[property])]),
    );
}

describe("Lifecycle configurations of the domain", () => {
    const file = path.resolve(__dirname, "../../assets/lifecycle/package-index.sh");
    const content = readFileSync(file).toString("base64");
    const ending = /-[0-9a-f]{8}-[0-9a-f]{8}$/;

    it("are none unless scripts are chosen", async () => {
        assert.deepEqual(await configs({}), {});
    });

    it("are one for each app, with the script's text and a name of its content", async () => {
        const made = await configs({ jupyterLab: "package-index", codeEditor: "package-index" });
        const withoutHashes = Object.entries(made).map(([name, value]) => {
            const [physical, ...others] = value as [string, ...unknown[]];
            assert.match(physical, ending);
            return [name, physical.replace(ending, ""), ...others];
        });
        assert.deepEqual(withoutHashes, [
            ["domain-jupyter-lab", "fixture-test-jupyter-lab", "JupyterLab", content, { project: "fixture" }],
            ["domain-code-editor", "fixture-test-code-editor", "CodeEditor", content, { project: "fixture" }],
        ]);
    });

    it("are refused for a script that does not exist", async () => {
        await assert.rejects(recordDomain({ lifecycleScripts: { codeEditor: "nobodys" } }), {
            message: /There is no lifecycle script nobodys: no file of that name is in assets\/lifecycle\./,
        });
    });
});
