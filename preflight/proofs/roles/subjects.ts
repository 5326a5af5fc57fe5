import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { ROLE } from "../../../policy-pack/graph/identity";
import { rolesUsedBy, STUDIO_ROLE_PATHS } from "../../../policy-pack/graph/roleUses";
import { parsePolicy, statements } from "../../../policy-pack/iam";
import { nameOf } from "../proof";
import { type RoleView, roleView } from "../access";
import type { Subject } from "./types";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

/** The roles of a stack by what is asked of them. */
export interface RolesOfStack {
    /** Roles of apps and of jobs, by name. */
    readonly subjects: readonly Subject[];
    /** Every other role. */
    readonly otherRoles: readonly RoleView[];
    /** Places whose role cannot be read, and why: nothing said of the subjects holds for them. */
    readonly unread: readonly string[];
}

/** Sorts the roles; the program registers them in no fixed order. */
export function rolesOf(graph: ResourceGraph, teamTag: string): RolesOfStack {
    const views = new Map(graph.ofType(ROLE).map((role) => [role, roleView(graph, role)] as const));
    const uses = rolesUsedBy(graph, STUDIO_ROLE_PATHS);
    const users = new Map<GraphResource, GraphResource[]>();
    for (const { role, user } of uses) {
        if (role !== undefined) {
            users.set(role, [...(users.get(role) ?? []), user]);
        }
    }
    const all = [...views].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
    const others = all.filter(([role]) => !users.has(role));
    return {
        subjects: [
            ...all.flatMap(([role, view]) => {
                const found = users.get(role);
                return found === undefined ? [] : [ofApps(view, teamTag, found)];
            }),
            ...others.filter(([, view]) => isOfSageMaker(view)).map(([, view]) => ofJobs(view, teamTag)),
        ],
        otherRoles: others.filter(([, view]) => !isOfSageMaker(view)).map(([, view]) => view),
        unread: [
            ...uses.flatMap(({ user, external, undecided }) =>
                external !== undefined
                    ? [`${nameOf(user.urn)} runs apps as ${external}, which is not in this stack`]
                    : undecided !== undefined
                      ? [`the role of ${nameOf(user.urn)} cannot be told: ${undecided}`]
                      : [],
            ),
            ...all.flatMap(([, view]) =>
                trust(view) === undefined ? [`who may assume ${view.name} cannot be told`] : [],
            ),
        ],
    };
}

function ofApps(role: RoleView, teamTag: string, users: readonly GraphResource[]): Subject {
    const profiles = users
        .filter(({ type }) => type === PROFILE)
        .map(({ name, props }) => (typeof props.userProfileName === "string" ? props.userProfileName : name))
        .sort();
    const isDefault = users.some(({ type }) => type === DOMAIN);
    return {
        role,
        // The domain's default is the role of shared spaces; a person with it has an app as everybody.
        session: isDefault && profiles.length === 0 ? "shared space" : "app",
        persona: tag(role, "persona") ?? role.name,
        team: tag(role, teamTag),
        profiles,
        own: profiles[0] ?? "somebody",
    };
}

function ofJobs(role: RoleView, teamTag: string): Subject {
    const team = tag(role, teamTag);
    return {
        role,
        session: "job",
        persona: team === undefined ? role.name : role.name.replace(`_${team}`, ""),
        team,
        profiles: [],
        own: "somebody",
    };
}

function tag({ tags }: RoleView, key: string): string | undefined {
    const value = tags[key];
    return typeof value === "string" ? value : undefined;
}

/** Roles SageMaker takes for what it runs: jobs, models, pipelines, monitors. */
function isOfSageMaker(role: RoleView): boolean {
    return (trust(role) ?? []).some(
        ({ Principal }) =>
            Principal === "*" ||
            (Principal !== undefined && [Principal.Service ?? []].flat().includes("sagemaker.amazonaws.com")),
    );
}

function trust(role: RoleView): ReturnType<typeof statements> | undefined {
    const { document } = parsePolicy(role.policies.trust.document);
    return document === undefined ? undefined : statements(document);
}
