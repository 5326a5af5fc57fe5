import { isMadeUnrouted, PERMISSIONS, typesOf } from "./byUnit";
import type { Egress, PermissionRow, Phase } from "./row";
import type { ScopeName } from "./scopes";

export { stackNames, type StackNames } from "./physicalNames";
export { WAYS_OUT } from "./egressRows";
export { type Egress, EGRESS, type Grants, type PermissionRow, type Phase, PHASES } from "./row";
export { type Condition, type Scope, type ScopeName, SCOPES } from "./scopes";

export { isMadeUnrouted, PERMISSIONS, typesOf };

/** The rows needed where a unit stands, or by a single account's stack, with this way out. */
export function rowsFor(egress: Egress, unit?: string): PermissionRow[] {
    return typesOf(unit).flatMap((type) => {
        const row = PERMISSIONS[type];
        const needed = row?.egress === undefined || row.egress.includes(egress) || isMadeUnrouted(type, unit);
        return row !== undefined && needed ? [row] : [];
    });
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
