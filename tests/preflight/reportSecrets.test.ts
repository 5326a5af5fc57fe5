import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "yaml";

import { SECRET } from "../../policy-pack/graph";
import { record } from "../../preflight/record";
import { readStack } from "../../preflight/stack";
import { ROOT, twoAtATime } from "./cliProcess";
import { SECRET_TAG } from "./stackCases";
import { judged } from "./stackReports";

interface SecretStack {
    readonly config: { readonly "private-studio:tags": { readonly "cost-centre": { readonly secure: string } } };
}

describe("report of a stack with a secret", function () {
    this.timeout(180_000);
    const stackFile = path.join(ROOT, SECRET_TAG.stackFile as string);
    const stack = readStack(ROOT, stackFile);
    const { config } = parse(readFileSync(stackFile, "utf8")) as SecretStack;
    const ciphertext = config["private-studio:tags"]["cost-centre"].secure;

    it("records the tag as a secret of unknown content, wherever it stands", async () => {
        const { settings, ...rest } = stack;
        const { project, stack: name } = settings;
        const recording = await twoAtATime(() =>
            record({ entry: "index.ts", projectDir: ROOT, project, stack: name, ...rest }),
        );
        const tagged = recording.resources.flatMap(({ type, props }) =>
            typeof props["tags"] === "object" && props["tags"] !== null
                ? [[type, (props["tags"] as Record<string, unknown>)["cost-centre"]] as const]
                : [],
        );
        assert.deepEqual([...new Set(tagged.map(([, value]) => value))], [SECRET]);
        const types = new Set(tagged.map(([type]) => type));
        for (const type of [
            "aws:sagemaker/domain:Domain",
            "aws:sagemaker/userProfile:UserProfile",
            "aws:kms/key:Key",
        ]) {
            assert.ok(types.has(type), type);
        }
    });

    it("prints neither its ciphertext nor what stands for it, as text or as JSON", async () => {
        const { report, text } = await judged(SECRET_TAG);
        const json = JSON.stringify(report);
        assert.match(stack.config["private-studio:tags"] ?? "", new RegExp(stack.secretPlaceholder));
        for (const secret of [ciphertext, stack.secretPlaceholder]) {
            assert.deepEqual([text.includes(secret), json.includes(secret)], [false, false]);
        }
        assert.equal(report.verdict.exitCode, 0);
    });
});
