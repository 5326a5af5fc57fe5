import { strict as assert } from "node:assert";
import path from "node:path";

import { ResourceGraph } from "../../policy-pack/graph";
import { type PolicyReport, runPolicies } from "../../policy-pack/policies/run";
import { record } from "../../preflight/record";
import { EXPECTED } from "./expected";
import { REGION } from "./systems/documents";

const ROOT = path.resolve(__dirname, "../..");

/** How many weaknesses systems.md lists of each system. */
const WEAKNESSES: Readonly<Record<string, number>> = {
    canvas: 10,
    firewall: 14,
    workshop: 11,
    hub: 14,
    employeeTag: 9,
};

/** A program as it registers itself, judged with the pack's own defaults. */
async function judged(program: string, unknown: boolean): Promise<PolicyReport> {
    const { resources, failed, diagnostics } = await record({
        projectDir: ROOT,
        entry: path.join("tests/foreign", `${program}.ts`),
        project: "foreign",
        stack: program,
        config: { "aws:region": REGION },
        secretKeys: [],
        secretPlaceholder: "[secret]",
        unknown,
    });
    assert.equal(failed, false, diagnostics.map(({ message }) => message).join("\n"));
    return runPolicies(new ResourceGraph(resources), {});
}

describe("programs of others", () => {
    for (const [program, { found, left }] of Object.entries(EXPECTED)) {
        describe(program, () => {
            const reports: Record<string, PolicyReport> = {};
            before(async () => {
                reports["ids known"] = await judged(program, false);
                reports["first preview"] = await judged(program, true);
            });

            for (const { weakness, by } of found) {
                for (const [policy, resource] of by) {
                    it(`${weakness}: ${policy} names ${resource}`, () => {
                        const report = reports["ids known"];
                        const told = report?.policies.find(({ id }) => id === policy)?.violations ?? [];
                        const names = told.map(({ urn }) => urn.split("::").at(-1));
                        assert.ok(names.includes(resource), `${policy} names ${names.join(", ") || "nothing"}`);
                    });

                    it(`${weakness}: ${policy} is not silent about ${resource} at a first preview`, () => {
                        const result = reports["first preview"]?.policies.find(({ id }) => id === policy);
                        const told = [...(result?.violations ?? []), ...(result?.undecided ?? [])];
                        const names = told.map(({ urn }) => urn.split("::").at(-1));
                        assert.ok(names.includes(resource), `${policy} names ${names.join(", ") || "nothing"}`);
                    });
                }
            }

            it("is blocked, and no policy fails", () => {
                for (const report of Object.values(reports)) {
                    assert.equal(report.blocked, true);
                    const failed = report.policies.flatMap(({ undecided }) =>
                        undecided.filter(({ message }) => message.includes("defect")),
                    );
                    assert.deepEqual(failed, []);
                }
            });

            it("says of each weakness of its system whether it must be found, and why not", () => {
                const listed = [...found, ...left].map(({ weakness }) => weakness);
                const systems = program === "combined" ? Object.keys(WEAKNESSES) : [program];
                const all = systems.flatMap((system) =>
                    Array.from(
                        { length: WEAKNESSES[system] ?? 0 },
                        (_, index) => `W${Object.keys(WEAKNESSES).indexOf(system)}-${index + 1}`,
                    ),
                );
                assert.deepEqual([...new Set(listed)].sort(), all.sort());
                assert.equal(new Set(listed).size, listed.length);
            });
        });
    }
});
