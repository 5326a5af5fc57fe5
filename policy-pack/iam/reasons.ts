import type { Finding } from "./findings";
import {
    type AccessRequest,
    type LayerName,
    type ResourcePolicyKind,
    type StatementReference,
    UNKNOWN_TEXT,
} from "./types";

/** What people call the policies of a layer. */
const NAMES: Readonly<Record<LayerName, string>> = {
    identity: "identity policies",
    boundary: "permissions boundary",
    session: "session policies",
    "service control": "service control policies (at every level)",
    "resource control": "resource control policies (at every level)",
    endpoint: "VPC endpoint policy",
    resource: "policy of the resource",
};

export function allowedReason(request: AccessRequest, deciding: readonly StatementReference[]): string {
    const by = deciding.length === 0 ? "the root user needs no policy" : deciding.map(citation).join(" and ");
    return `${what(request)} is allowed: ${by}.`;
}

export function explicitReason(request: AccessRequest, deciding: readonly StatementReference[]): string {
    return `${what(request)} is explicitly denied: ${deciding.map(citation).join(" and ")}.`;
}

export function implicitReason(request: AccessRequest, missing: LayerName, kind: ResourcePolicyKind): string {
    const name = missing === "resource" && kind === "trust" ? "trust policy of the role" : NAMES[missing];
    return `${what(request)} is denied: no matching Allow in the ${name}.`;
}

export function undecidedReason(request: AccessRequest, unsure: readonly Finding[]): string {
    const causes = new Set(unsure.map((finding) => `${citation(finding.reference)}: ${finding.why}`));
    return `${what(request)} is not decided. ${[...causes].join(". ")}.`.replaceAll(UNKNOWN_TEXT, "[unknown]");
}

function what({ action, resource }: AccessRequest): string {
    return `${action} on ${resource}`.replaceAll(UNKNOWN_TEXT, "[unknown]");
}

function citation({ layer, document, statement }: StatementReference): string {
    return `${statement} of "${document}" (${layer})`;
}
