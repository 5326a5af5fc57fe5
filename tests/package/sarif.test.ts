import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { POLICIES } from "../../policy-pack/policies";
import { eventsToSarif } from "../../policy-pack/commands/toSarif";
import type { PolicyReport } from "../../policy-pack/policies/run";
import { reportSarif } from "../../preflight/report/sarif";
import type { Proof } from "../../preflight/proofs/proof";
import type { Report } from "../../preflight/report/types";

/** The schema and the validator that this package brings along; its draft is older than the validator's own. */
const ajvRequire = createRequire(require.resolve("@microsoft/jest-sarif/package.json"));
const Ajv = ajvRequire("ajv") as new (options: object) => Validator;

interface Validator {
    readonly errors?: unknown;
    addMetaSchema(schema: unknown): void;
    compile(schema: unknown): ((value: unknown) => boolean) & { readonly errors?: unknown };
}

function read(name: string): unknown {
    return JSON.parse(readFileSync(ajvRequire.resolve(name), "utf8"));
}

const ajv = new Ajv({ schemaId: "auto", unknownFormats: "ignore" });
ajv.addMetaSchema(read("ajv/lib/refs/json-schema-draft-04.json"));
const isSarif = ajv.compile(read("./lib/schemas/sarif-2.1.0-rtm.5.json"));

function valid(log: unknown): void {
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors, undefined, 2));
}

interface Log {
    readonly runs: readonly [
        {
            readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
            readonly results: readonly {
                readonly ruleId: string;
                readonly level: string;
                readonly message: { readonly text: string };
            }[];
        },
    ];
}

const URN = "urn:pulumi:dev::demo::aws:sagemaker/domain:Domain::studio";
const SUMMARY = { summaryEvent: { PolicyPacks: { "private-studio": "1.0.0" } } };

function events(...messages: readonly string[]): string {
    const told = messages.map((message) => ({
        policyEvent: {
            resourceUrn: URN,
            message,
            policyName: "sagemaker-domain-vpc-only",
            policyPackName: "private-studio",
            enforcementLevel: "mandatory",
        },
    }));
    return [...told, SUMMARY].map((event) => JSON.stringify(event)).join("\n");
}

describe("SARIF 2.1.0 by its schema", () => {
    it("would tell a log that is none", () => {
        assert.equal(isSarif({ version: "2.1.0", runs: [{ results: [] }] }), false);
    });

    it("a log of events, with and without results", () => {
        for (const text of [events(), events("Domain studio: no.", "")]) {
            const { output, exitCode } = eventsToSarif(text, "infra/Pulumi.yaml");
            assert.equal(exitCode, 0);
            valid(JSON.parse(output));
        }
    });

    it("a log of a preflight: violations, what is not decided, proofs that do not hold", () => {
        const log = reportSarif(report(), "Pulumi.dev.yaml");
        valid(log);
        const [{ tool, results }] = (log as Log).runs;
        assert.deepEqual(
            results.map(({ ruleId, level, message }) => [ruleId, level, message.text]),
            [
                [
                    "access.only-own",
                    "note",
                    "everybody opens their own profile only. Because: a role is unknown. Fix it.",
                ],
                [
                    "network.no-internet",
                    "error",
                    "nothing reaches the internet. Because: route r leads to igw. Remove r.",
                ],
                ["research: network.no-internet", "error", "nothing reaches the internet. Because: route x."],
                ["sagemaker-domain-vpc-only", "error", "Domain studio: no."],
                ["sagemaker-resources-tagged", "warning", "Domain studio: no tags."],
                ["sagemaker-resources-tagged", "note", "Domain studio: tags are not known yet."],
            ],
        );
        const ids = tool.driver.rules.map(({ id }) => id);
        assert.deepEqual(
            results.filter(({ ruleId }) => !ids.includes(ruleId)),
            [],
        );
        assert.equal(new Set(ids).size, ids.length);
    });
});

function report(): Report {
    const proof = (id: string, changes: Partial<Proof>): Proof => ({
        id,
        claim: "nothing reaches the internet",
        verdict: "broken",
        evidence: [],
        ...changes,
    });
    return {
        policies: policies(),
        network: [
            proof("network.no-internet", { evidence: ["route r leads to igw"], fix: "Remove r." }),
            proof("network.other", { verdict: "holds" }),
        ],
        access: {
            mode: "iam",
            classes: [],
            proofs: [
                proof("access.only-own", {
                    claim: "everybody opens their own profile only",
                    verdict: "not proven",
                    evidence: ["a role is unknown"],
                    fix: "Fix it.",
                }),
            ],
        },
        roles: { classes: [], proofs: [] },
        many: {
            accounts: [],
            parts: [],
            lobs: [
                {
                    lob: "research",
                    account: "a",
                    network: [proof("network.no-internet", { evidence: ["route x"] })],
                    room: [],
                    access: { classes: [], proofs: [] },
                    roles: { classes: [], proofs: [] },
                },
            ],
            api: { classes: [], proofs: [] },
        },
    } as unknown as Report;
}

function policies(): PolicyReport {
    const result = (name: string, changes: object): object => ({
        name,
        level: "mandatory",
        unknownsAre: "advisory",
        violations: [],
        undecided: [],
        excepted: [],
        ...changes,
    });
    const finding = (kind: string, message: string): object => ({ kind, urn: URN, message });
    assert.ok(POLICIES.length > 0);
    return {
        blocked: true,
        policies: [
            result("sagemaker-domain-vpc-only", {
                violations: [finding("violation", "Domain studio: no.")],
                excepted: [{ finding: finding("violation", "accepted"), exception: {} }],
            }),
            result("sagemaker-resources-tagged", {
                level: "advisory",
                violations: [finding("violation", "Domain studio: no tags.")],
                undecided: [finding("undecided", "Domain studio: tags are not known yet.")],
            }),
        ],
    } as unknown as PolicyReport;
}
