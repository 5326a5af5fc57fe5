import { type GraphResource, isUnknown, readPath, resolveOne, type ResourceGraph } from "../../graph";
import { append } from "../../graph/append";
import { type RoleUse, rolesUsedBy } from "../../graph/roleUses";
import { otherUsesOfRoles } from "../../graph/use/roles";
import { type Finding, nist, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

interface IsolationConfig extends Record<string, unknown> {
    readonly lineOfBusinessTag: string;
    readonly rolePerProfile: boolean;
}

/** P58: who shares a role shares everything the role may read, and no log tells them apart. */
export const roleIsolation = stackPolicy<IsolationConfig>({
    id: "P58",
    name: "sagemaker-execution-role-isolated",
    title: "Execution roles are not shared",
    description: "The execution role must be of one domain, of one line of business, and of SageMaker alone.",
    why: "Permissions of a shared role are those of everybody who has it: a team reads another's data, and a notebook acts as the function that uses the same role.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: ["aws-docs:build-secure-enterprise-ml-platform", "nist:AC-5"],
    remediationSteps:
        "Make an execution role for each domain and line of business, and another for functions and other services.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
    config: {
        properties: {
            lineOfBusinessTag: {
                type: "string",
                description:
                    "tag whose value tells the line of business of a domain or profile; empty: not told by a tag",
            },
            rolePerProfile: { type: "boolean", description: "whether each user profile must have a role of its own" },
        },
        defaults: { lineOfBusinessTag: "", rolePerProfile: false },
    },
    subjects: [DOMAIN, PROFILE],
    checkStack(graph, config) {
        const uses = rolesUsedBy(graph).map((use) => toUse(graph, use, config.lineOfBusinessTag));
        const others = otherUsesOfRoles(graph);
        const byRole = new Map<string, Use[]>();
        uses.filter(({ role }) => role !== undefined).forEach((use) => append(byRole, use.role ?? "", use));
        const certain = [...byRole].flatMap(([role, list]) => [
            ...checkRole(list, config),
            ...checkOthers(list, others.certain.get(role) ?? []),
        ]);
        return [...certain, ...uncertainUses(uses, config, others.certain.size > 0, others.unread)];
    },
});

/** One use of a role in Studio, and whom it makes share. */
interface Use {
    readonly user: GraphResource;
    /** URN of a role of the stack, or ARN of one made elsewhere; absent while it is not known. */
    readonly role?: string;
    /** How messages name the role. */
    readonly shown: string;
    readonly why?: string;
    /** URN or id of the domain; unknown while it is not. */
    readonly domain: unknown;
    /** Value of the tag; absent without one. */
    readonly line: unknown;
}

function toUse(graph: ResourceGraph, { user, role, external, undecided: why }: RoleUse, tag: string): Use {
    const known = role?.urn ?? external;
    return {
        user,
        ...(known !== undefined && { role: known }),
        shown: role === undefined ? `role ${external ?? ""}` : label(role),
        ...(why !== undefined && { why }),
        domain: user.type === DOMAIN ? user.urn : domainOf(graph, user),
        line: tag === "" ? undefined : readPath(user.props, `tags.${tag}`),
    };
}

function domainOf(graph: ResourceGraph, profile: GraphResource): unknown {
    const { found, external, undecided: why } = resolveOne(graph, profile, "domainId", [DOMAIN]);
    return why === undefined ? (found[0]?.urn ?? external[0]) : profile.props.domainId;
}

function checkRole(uses: readonly Use[], { lineOfBusinessTag, rolePerProfile }: IsolationConfig): Finding[] {
    return [
        ...differing(uses, "domain", "a domain", "domain"),
        ...(lineOfBusinessTag === "" ? [] : differing(uses, "line", "a line of business", `tag ${lineOfBusinessTag}`)),
        ...(rolePerProfile ? sharedByProfiles(uses) : []),
    ];
}

/** Uses that differ in what must be one: each value after the first is said once. */
function differing(uses: readonly Use[], what: "domain" | "line", one: string, property: string): Finding[] {
    const told = uses.filter((use) => use[what] !== undefined);
    const [first, ...rest] = told.filter((use) => !isUnknown(use[what]));
    const seen = new Set<unknown>([first?.[what]]);
    const others = rest.filter((use) => !seen.has(use[what]) && seen.add(use[what]));
    const unread = told.length > 1 ? told.filter((use) => isUnknown(use[what])) : [];
    return [
        ...others.map(({ user, shown }) =>
            violation(
                user,
                `uses ${shown}, which ${label(first?.user ?? user)} of another ${one.replace("a ", "")} uses. Give ${one} a role of its own.`,
            ),
        ),
        ...unread.map(({ user, shown }) =>
            undecided(user, `its ${property} is not known yet, so whether it may share ${shown} cannot be told.`),
        ),
    ];
}

function sharedByProfiles(uses: readonly Use[]): Finding[] {
    const [first, ...rest] = [...new Set(uses.map(({ user }) => user))];
    return rest
        .filter(({ type }) => type === PROFILE)
        .map((user) =>
            violation(
                user,
                `uses ${uses[0]?.shown ?? ""}, which ${label(first ?? user)} uses. Give each profile a role of its own.`,
            ),
        );
}

function checkOthers(uses: readonly Use[], others: readonly GraphResource[]): Finding[] {
    const [use] = uses;
    return use === undefined
        ? []
        : others.map((other) =>
              violation(
                  other,
                  `runs as ${use.shown}, the execution role of ${label(use.user)}. Give it a role of its own.`,
              ),
          );
}

/** Uses whose role is not known, where there is somebody it could be shared with. */
function uncertainUses(
    uses: readonly Use[],
    { lineOfBusinessTag, rolePerProfile }: IsolationConfig,
    hasOthers: boolean,
    unread: readonly GraphResource[],
): Finding[] {
    const several = (values: readonly unknown[]): boolean => new Set(values).size > 1;
    const mayShare =
        hasOthers ||
        several(uses.map(({ domain }) => domain)) ||
        (lineOfBusinessTag !== "" && several(uses.map(({ line }) => line))) ||
        (rolePerProfile && several(uses.map(({ user }) => user)));
    return [
        ...(mayShare ? uses : []).flatMap(({ user, why }) =>
            why === undefined
                ? []
                : [undecided(user, `${why}, so whether its execution role is shared cannot be told.`)],
        ),
        ...(uses.length > 0 ? unread : []).map((other) =>
            undecided(other, "its role is not known yet, so whether it is an execution role cannot be told."),
        ),
    ];
}
