import { isUnknown } from "../graph/unknown";
import type { Match } from "./match";
import { type ParsedPolicy, parsePolicy, statementName, statements } from "./parse";
import type { PrincipalMatch } from "./principals";
import { statementMatch, type Surroundings } from "./statement";
import type { LayerName, NamedDocument, PolicyDocument, ResourcePolicyKind, StatementReference } from "./types";

/** What one statement has to say about a request. */
export interface Finding {
    readonly reference: StatementReference;
    readonly effect: "Allow" | "Deny";
    readonly match: Match;
    readonly by: PrincipalMatch;
    /** For `maybe`: what is not known. */
    readonly why: string;
}

const UNREAD: PrincipalMatch = { direct: "maybe", role: "maybe", account: "maybe" };

/**
 * What every statement of a layer's documents says about a request. A document that cannot be read may allow and may
 * deny anything.
 */
export function findings(
    layer: LayerName,
    documents: readonly NamedDocument[],
    surroundings: Omit<Surroundings, "version">,
    kind: ResourcePolicyKind,
): readonly Finding[] {
    return documents.flatMap((named) => {
        const parsed = readDocument(layer, named, kind);
        if (parsed.document === undefined) {
            const reference = { layer, document: named.name, statement: "whole document" };
            const why = parsed.problem ?? "its content is not known yet";
            return (["Allow", "Deny"] as const).map((effect) => ({
                reference,
                effect,
                match: "maybe",
                by: UNREAD,
                why,
            }));
        }
        const version = parsed.document.Version;
        return statements(parsed.document).map((statement, index) => {
            const { match, by, unsure } = statementMatch(statement, { ...surroundings, version });
            return {
                reference: { layer, document: named.name, statement: statementName(statement, index) },
                effect: statement.Effect,
                match,
                by,
                why: `whether it applies is not known (${unsure.join(", ")})`,
            };
        });
    });
}

function readDocument(layer: LayerName, named: NamedDocument, kind: ResourcePolicyKind): ParsedPolicy {
    const parsed = parsedOnce(named.document);
    if (isUnknown(named.document) || parsed.document === undefined) {
        return parsed;
    }
    const problems = misplacedElements(layer, parsed.document, kind);
    return problems.length > 0 ? { problem: problems.join("; ") } : parsed;
}

/** Documents that were read, as long as somebody holds them: one is asked for many requests and never changes. */
const read = new WeakMap<object, ParsedPolicy>();

function parsedOnce(document: NamedDocument["document"]): ParsedPolicy {
    if (typeof document !== "object") {
        return parsePolicy(document);
    }
    const known = read.get(document) ?? parsePolicy(document);
    read.set(document, known);
    return known;
}

/**
 * Elements that this type of policy must or must not have.
 *
 * @see IAM guide, reference_policies_elements_principal, reference_policies_elements_notprincipal,
 * reference_policies_elements_resource
 */
function misplacedElements(layer: LayerName, document: PolicyDocument, kind: ResourcePolicyKind): readonly string[] {
    const hasPrincipal = layer === "resource" || layer === "endpoint" || layer === "resource control";
    const isTrust = layer === "resource" && kind === "trust";
    return statements(document).flatMap((statement, index) => {
        const problems: string[] = [];
        const principal = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
        const resource = statement.Resource !== undefined || statement.NotResource !== undefined;
        if (hasPrincipal !== principal) {
            problems.push(hasPrincipal ? "Principal is missing" : `a policy of the ${layer} layer has no Principal`);
        }
        if (isTrust && statement.NotPrincipal !== undefined) {
            problems.push("a trust policy has no NotPrincipal");
        }
        if (isTrust === resource) {
            problems.push(isTrust ? "a trust policy has no Resource" : "Resource or NotResource is missing");
        }
        return problems.map((problem) => `statement ${index + 1}: ${problem}`);
    });
}
