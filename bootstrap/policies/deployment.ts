import type { Place } from "../../components/names";
import { actionsByScope, type Phase, PHASES, type Scope, SCOPES } from "../permissions";
import type { Statement } from "./document";

/** What making, changing and destroying one stack takes. */
export function deployStatements(place: Place): Statement[] {
    return statements(place, PHASES);
}

/** What refreshing the stacks of a project takes: configuration is read, content never. */
export function readStatements(places: readonly Place[]): Statement[] {
    return merge(places.map((place) => statements(place, ["read"])));
}

function statements(place: Place, phases: readonly Phase[]): Statement[] {
    return [...actionsByScope(phases)].map(([name, actions]) => {
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
