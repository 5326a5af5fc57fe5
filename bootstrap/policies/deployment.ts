import type { Place } from "../../components/names";
import {
    actionsByScope,
    type Egress,
    type PermissionRow,
    type Phase,
    PHASES,
    rowsFor,
    type Scope,
    SCOPES,
} from "../permissions";
import type { Statement } from "./document";

/** What making, changing and destroying one stack takes, with no other way out than its environment may have. */
export function deployStatements(place: Place, egress: Egress): Statement[] {
    return statements(place, PHASES, rowsFor(egress));
}

/** What refreshing the stacks of a project takes: configuration is read, content never. */
export function readStatements(places: readonly Place[]): Statement[] {
    return merge(places.map((place) => statements(place, ["read"])));
}

function statements(place: Place, phases: readonly Phase[], rows?: readonly PermissionRow[]): Statement[] {
    return [...actionsByScope(phases, rows)].map(([name, actions]) => {
        const scope: Scope = SCOPES[name];
        return {
            Sid: name.charAt(0).toUpperCase() + name.slice(1),
            Effect: "Allow",
            Action: actions,
            Resource: scope.resources(place),
            ...(scope.condition ? { Condition: scope.condition(place) } : {}),
        };
    });
}

/** The same statement of several stacks as one with all their resources; reading carries no condition of a stack. */
function merge(lists: readonly Statement[][]): Statement[] {
    const merged = new Map<string, Statement>();
    for (const statement of lists.flat()) {
        const known = merged.get(statement.Sid);
        merged.set(statement.Sid, {
            ...statement,
            Resource: [...new Set([...(known?.Resource ?? []), ...(statement.Resource ?? [])])],
        });
    }
    return [...merged.values()];
}
