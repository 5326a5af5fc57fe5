import { createHash } from "node:crypto";

import type { EnforcementLevel } from "../policies/definition";

/** Weight of a result: stops a deployment, is advice, or could not be decided. */
export type Weight = "error" | "warning" | "note";

/** What a run found: one violation, or one thing that could not be decided. */
export interface Result {
    /** Id of its rule. */
    readonly ruleId: string;
    readonly level: Weight;
    readonly message: string;
    /** The resource; empty when it is about no single one. */
    readonly urn: string;
}

/** A rule in a SARIF log; only the members that code scanning shows. */
export interface Rule {
    readonly id: string;
    readonly name?: string;
    readonly shortDescription: { readonly text: string };
    readonly fullDescription?: { readonly text: string };
    readonly help?: { readonly text: string; readonly markdown: string };
    readonly helpUri?: string;
    readonly defaultConfiguration?: { readonly level: Weight | "none" };
    readonly properties?: Readonly<Record<string, unknown>>;
}

export interface LogInput {
    /** Name of the tool: code scanning closes alerts of the same tool that a later log has no more. */
    readonly tool: string;
    readonly version: string;
    readonly rules: readonly Rule[];
    readonly results: readonly Result[];
    /** File the results are shown at, relative to the root of the repository: a resource has no line of its own. */
    readonly source: string;
}

/** How much a violation weighs at an enforcement level; what `remediate` leaves over is mandatory. */
export function weightOf(level: EnforcementLevel): Weight | "none" {
    switch (level) {
        case "mandatory":
        case "remediate":
            return "error";
        case "advisory":
            return "warning";
        case "disabled":
            return "none";
    }
}

/** A log in SARIF 2.1.0 (OASIS), in a fixed order, so that two runs over the same stack give the same file. */
export function sarifLog({ tool, version, rules, results, source }: LogInput): object {
    const places = new Map(rules.map(({ id }, index) => [id, index]));
    const sorted = distinct(results);
    return {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: tool, semanticVersion: version, rules } },
                results: sorted.map((result, index) => ({
                    ruleId: result.ruleId,
                    ...(places.has(result.ruleId) ? { ruleIndex: places.get(result.ruleId) } : {}),
                    level: result.level,
                    message: { text: result.message },
                    locations: [location(result.urn, source)],
                    partialFingerprints: { primaryLocationLineHash: fingerprint(sorted, index) },
                })),
            },
        ],
    };
}

/** Sorted, each once: an update tells in its preview what it tells again afterwards. */
function distinct(results: readonly Result[]): Result[] {
    const key = ({ ruleId, urn, message, level }: Result): string => JSON.stringify([ruleId, urn, message, level]);
    const byKey = new Map(results.map((result) => [key(result), result]));
    return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, result]) => result);
}

function location(urn: string, source: string): object {
    const uri = source.split("\\").join("/").split("/").map(encodeURIComponent).join("/");
    return {
        physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
        ...(urn === ""
            ? {}
            : {
                  logicalLocations: [
                      { name: urn.slice(urn.lastIndexOf("::") + 2), fullyQualifiedName: urn, kind: "resource" },
                  ],
              }),
    };
}

/**
 * The same for the same rule and resource however the message changes, so that an alert stays the same alert; a number
 * tells several of them apart. Code scanning would otherwise hash the line shown, which is the same for all.
 */
function fingerprint(results: readonly Result[], index: number): string {
    const same = (result: Result | undefined): string => JSON.stringify([result?.ruleId, result?.urn]);
    const key = same(results[index]);
    const nth = results.slice(0, index + 1).filter((each) => same(each) === key).length;
    return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}:${nth}`;
}
