import { isUnknown } from "../../../../policy-pack/graph";
import { asList, matchesAction, matchesArn, type NamedDocument, statements } from "../../../../policy-pack/iam";
import { arnOf, type RoleView } from "../../access";
import { type Calls, never } from "../calls";
import type { Ask, Probe, Subject } from "../types";

const PASS_ROLE = "iam:PassRole";
const TO_SAGEMAKER = { "iam:PassedToService": "sagemaker.amazonaws.com" };

/**
 * Roles that are not the caller's to hand on: of other personas and teams, of services, and people's own.
 *
 * A role that some Allow of the caller names is asked for by itself. The others no Allow names: one of each kind shows
 * what holds for all of it, and all of them would cost the square of the teams.
 */
export function rolesToPass(calls: Calls): Probe[] {
    const { subject, world } = calls;
    const { facts } = world.intent;
    const patterns = allowedToPass(subject);
    const kinds = new Map<string, RoleView>();
    const asked: RoleView[] = [];
    for (const [kind, role] of foreignRoles(calls)) {
        if (patterns.some((pattern) => matchesArn(pattern, arnOf(facts, role)))) {
            asked.push(role);
        } else if (!kinds.has(kind)) {
            kinds.set(kind, role);
        }
    }
    const pass = (resource: string, service = TO_SAGEMAKER): Ask => ({
        action: PASS_ROLE,
        resource,
        context: service,
    });
    const own = world.jobRole("job", subject.team);
    return [
        ...never(
            "run a job as another role",
            ...[...asked, ...kinds.values()].map((role) => pass(arnOf(facts, role))),
            pass(`arn:${facts.partition}:iam::${facts.account}:role/a-role-of-others`),
        ),
        ...never(
            "hand a role to another service",
            ...[typeof own === "string" ? own : arnOf(facts, subject.role)].map((arn) =>
                pass(arn, { "iam:PassedToService": "lambda.amazonaws.com" }),
            ),
        ),
    ];
}

function foreignRoles({ subject, world: { otherRoles, subjects } }: Calls): [kind: string, role: RoleView][] {
    const otherSubjects = subjects.filter(
        ({ role, session, team }) => role !== subject.role && !(session === "job" && team === subject.team),
    );
    return [
        ...otherRoles.map((role): [string, RoleView] => [role.name, role]),
        ...otherSubjects.map(({ persona, role, team }): [string, RoleView] => [
            JSON.stringify([persona, team === subject.team]),
            role,
        ]),
    ];
}

/** What the caller's Allows of `iam:PassRole` name, a variable as any text; a document nobody can read as everything. */
function allowedToPass({ role }: Subject): string[] {
    return role.policies.identity.flatMap(({ document }: NamedDocument) =>
        isUnknown(document)
            ? ["*"]
            : statements(document)
                  .filter(
                      ({ Action, Effect, NotAction }) =>
                          Effect === "Allow" &&
                          (NotAction !== undefined ||
                              asList(Action ?? []).some((pattern) => matchesAction(pattern, PASS_ROLE))),
                  )
                  .flatMap(({ NotResource, Resource }) => (NotResource === undefined ? asList(Resource ?? []) : ["*"]))
                  .map((pattern) => pattern.replace(/\$\{[^}]*\}/g, "*")),
    );
}
