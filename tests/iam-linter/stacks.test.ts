import { strict as assert } from "node:assert";
import path from "node:path";

import { PROJECT_DIR, recordSettings, settingsOf } from "../deployments/devStack";
import { multiSettingsOf, recordMulti } from "../deployments/multiStack";
import { ALLOWANCES } from "./allowances";
import { documentsOf, type RegisteredDocument } from "./documents";
import { lint } from "./lint";

/** Stacks that register every kind of document between them, and every feature's. */
const STACKS = [
    "Pulumi.dev.yaml",
    "tests/stacks/full.yaml",
    "tests/stacks/other-features.yaml",
    "tests/stacks/canvas-and-data.yaml",
    "tests/stacks/federated-saml.yaml",
    "tests/stacks/identity-center.yaml",
    "tests/stacks/studio-complete.yaml",
];

/** The same of many accounts. */
const MANY = ["Pulumi.prod.yaml", "tests/stacks/multi/local.yaml", "tests/stacks/multi/egress.yaml"];

describe("Registered policy documents against AWS's service authorization reference and size limits", () => {
    const used = new Set<string>();
    const kinds = new Set<string>();

    for (const stack of [...STACKS, ...MANY]) {
        it(`${stack}: no findings`, async function () {
            this.timeout(120_000);
            const stackFile = path.join(PROJECT_DIR, stack);
            const recording = MANY.includes(stack)
                ? await recordMulti(multiSettingsOf(stackFile))
                : await recordSettings(settingsOf(stackFile));
            const documents = [...documentsOf(recording), ...serviceControl(recording.outputs)];
            documents.forEach(({ kind }) => kinds.add(kind));
            const findings = await lint(documents);
            findings.filter((finding) => reasonFor(finding)).forEach((finding) => used.add(reasonFor(finding)!));
            assert.deepEqual(
                findings.filter((finding) => reasonFor(finding) === undefined),
                [],
            );
        });
    }

    it("needs every allowance", () => {
        assert.deepEqual(
            ALLOWANCES.map(({ finding }) => String(finding)).filter((finding) => !used.has(finding)),
            [],
        );
    });

    it("has looked at a document of every kind the program makes", () => {
        const missing = ["trust", "inline", "managed", "key", "endpoint", "bucket", "api", "control"].filter(
            (kind) => !kinds.has(kind),
        );
        assert.deepEqual(missing, []);
    });
});

/** The allowance a finding stands under; undefined when there is none. */
function reasonFor(finding: string): string | undefined {
    const allowance = ALLOWANCES.find((row) => row.finding.test(finding));
    return allowance === undefined ? undefined : String(allowance.finding);
}

/** The policies every stack writes, attached or not. */
function serviceControl(outputs: Readonly<Record<string, unknown>>): RegisteredDocument[] {
    const studios =
        outputs["lobs"] === undefined ? { only: outputs } : (outputs["lobs"] as Record<string, typeof outputs>);
    const texts = Object.entries(studios).flatMap(([studio, own]) =>
        Object.entries(own["serviceControlPolicies"] as Readonly<Record<string, string>>).map(
            ([name, content]) => [`${studio} ${name}`, content] as const,
        ),
    );
    return documentsOf({
        resources: texts.map(([name, content]) => ({
            type: "aws:organizations/policy:Policy",
            name: `output ${name}`,
            props: { content },
        })),
    });
}
