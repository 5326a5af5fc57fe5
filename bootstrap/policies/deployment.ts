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

/**
 * What making, changing and destroying takes of everything at these places, one stack or the units of one that stand in
 * an account, with no other way out than its environment may have.
 */
export function deployStatements(places: readonly Place[], egress: Egress): Statement[] {
    return merge(places.map((place) => statements(place, PHASES, rowsFor(egress, place.unit))));
}

/** What a role takes that becomes a stack's deployers in other accounts, and nothing else. */
export function becomeStatements(deployers: readonly string[]): Statement[] {
    return deployers.length === 0
        ? []
        : [{ Sid: "BecomeDeployers", Effect: "Allow", Action: ["sts:AssumeRole"], Resource: deployers }];
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

/**
 * The same statement of several places as one with all their resources. Where a condition names what is a place's own, as the
 * boundary of its roles, each place keeps a statement of its own, numbered.
 */
function merge(lists: readonly Statement[][]): Statement[] {
    const merged = new Map<string, Statement[]>();
    for (const statement of lists.flat()) {
        const known = merged.get(statement.Sid) ?? [];
        const alike = known.find((each) => JSON.stringify(each.Condition) === JSON.stringify(statement.Condition));
        const both = {
            ...statement,
            Resource: [...new Set([...(alike?.Resource ?? []), ...(statement.Resource ?? [])])],
        };
        merged.set(
            statement.Sid,
            alike === undefined ? [...known, both] : known.map((each) => (each === alike ? both : each)),
        );
    }
    return [...merged.values()].flatMap((same) =>
        same.length === 1 ? same : same.map((each, index) => ({ ...each, Sid: `${each.Sid}Of${index + 1}` })),
    );
}
