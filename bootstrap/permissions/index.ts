import { ACCESS_ROWS } from "./accessRows";
import { BASELINE_ROWS } from "./baselineRows";
import { BUCKET_ROWS } from "./bucketRows";
import { DEFAULTS_ROWS } from "./defaultsRows";
import { DNS_ROWS } from "./dnsRows";
import { EGRESS_ROWS } from "./egressRows";
import { FUNCTION_ROWS } from "./functionRows";
import { HUB_ROWS } from "./hubRows";
import { IMAGE_ROWS } from "./imageRows";
import { LAMBDA_ROWS } from "./lambdaRows";
import { NETWORK_ROWS } from "./networkRows";
import { ON_PREMISES_ROWS } from "./onPremisesRows";
import { ORGANIZATION_ROWS } from "./organizationRows";
import { QUOTA_ROWS } from "./quotaRows";
import { RESPONSE_ROWS } from "./responseRows";
import type { Egress, PermissionRow, PermissionTable, Phase } from "./row";
import type { ScopeName } from "./scopes";
import { SECURITY_ROWS } from "./securityRows";
import { SIGN_IN_ROWS } from "./signInRows";
import { STUDIO_ROWS } from "./studioRows";

export { stackNames, type StackNames } from "./physicalNames";
export { WAYS_OUT } from "./egressRows";
export { type Egress, EGRESS, type Grants, type PermissionRow, type Phase, PHASES } from "./row";
export { type Condition, type Scope, type ScopeName, SCOPES } from "./scopes";

/** What the deployer needs of IAM for every resource type the program registers and every function it asks. */
export const PERMISSIONS: PermissionTable = {
    ...NETWORK_ROWS,
    ...HUB_ROWS,
    ...ACCESS_ROWS,
    ...EGRESS_ROWS,
    ...DNS_ROWS,
    ...BUCKET_ROWS,
    ...SECURITY_ROWS,
    ...SIGN_IN_ROWS,
    ...STUDIO_ROWS,
    ...IMAGE_ROWS,
    ...DEFAULTS_ROWS,
    ...LAMBDA_ROWS,
    ...BASELINE_ROWS,
    ...RESPONSE_ROWS,
    ...FUNCTION_ROWS,
    ...ON_PREMISES_ROWS,
    ...ORGANIZATION_ROWS,
    ...QUOTA_ROWS,
};

/** The rows a stack with this way out needs. */
export function rowsFor(egress: Egress): PermissionRow[] {
    return Object.values(PERMISSIONS).filter((row) => row.egress === undefined || row.egress.includes(egress));
}

/** Whether the provider makes no AWS resource of this type: components, providers and the stack itself. */
export function needsPermissions(type: string): boolean {
    return type.startsWith("aws:");
}

/** Actions by scope that all rows need in these phases, each action once and sorted. */
export function actionsByScope(
    phases: readonly Phase[],
    rows: readonly PermissionRow[] = Object.values(PERMISSIONS),
): ReadonlyMap<ScopeName, readonly string[]> {
    const found = new Map<ScopeName, Set<string>>();
    for (const row of rows) {
        for (const phase of phases) {
            for (const [scope, actions] of Object.entries(row[phase]) as [ScopeName, readonly string[]][]) {
                const known = found.get(scope) ?? new Set();
                actions.forEach((action) => known.add(action));
                found.set(scope, known);
            }
        }
    }
    return new Map([...found].sort(([a], [b]) => a.localeCompare(b)).map(([scope, set]) => [scope, [...set].sort()]));
}
