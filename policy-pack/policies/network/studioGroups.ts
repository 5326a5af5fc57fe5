import { type GraphResource, isUnknown, type Maybe, readPath, resolveMany, type ResourceGraph } from "../../graph";
import { networkOf, networkTokens, type Rule, type SecurityGroup } from "../../graph/topology";
import { DOMAIN, USER_PROFILE } from "../domain/tokens";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";

/** TCP ports apps use among themselves. Source: sagemaker developer guide, studio-updated-and-internet-access. */
const APP_PORTS: readonly (readonly [from: number, to: number])[] = [
    [2049, 2049],
    [8192, 65535],
];

const GROUPS = [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP];

/** P61: app servers do not authenticate, so a group that admits itself joins everybody who has it. */
export const studioGroups = stackPolicy({
    id: "P61",
    name: "sagemaker-studio-security-group-intra-traffic",
    title: "Studio users do not reach each other's apps",
    description:
        "The security groups of a domain must not let one profile's apps reach another's, nor anything from outside in.",
    why: "Servers of Studio apps do not authenticate each other, so that members of a group that admits itself reach each other's kernels and files.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["aws-docs:studio-security-groups"],
    remediationSteps:
        "Give the domain's default group no ingress. Allow TCP 2049 and 8192-65535 from the group itself only in a group that one profile, or the space settings, use alone.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html",
    config: NO_CONFIG,
    subjects: GROUPS,
    checkStack(graph) {
        const uses = groupUses(graph);
        const groups = new Set(uses.flatMap(({ groups: found }) => found));
        return [
            ...uses.flatMap(({ user, path, external, undecided: why }): Finding[] => [
                ...(why === undefined ? [] : [undecided(user, `${why}, so its groups cannot be judged.`)]),
                ...external.map((id) =>
                    undecided(
                        user,
                        `${path} names ${id}, which is not defined in this stack, so its rules cannot be judged.`,
                    ),
                ),
            ]),
            ...[...groups].flatMap((group) =>
                checkGroup(
                    graph,
                    group,
                    uses.filter((use) => use.groups.includes(group)),
                ),
            ),
        ];
    },
});

/** One setting that puts apps into security groups. */
interface GroupUse {
    readonly user: GraphResource;
    readonly path: string;
    /** True for the setting that every profile of the domain receives. */
    readonly forEveryProfile: boolean;
    readonly groups: readonly GraphResource[];
    readonly external: readonly string[];
    readonly undecided?: string;
}

function groupUses(graph: ResourceGraph): GroupUse[] {
    const use = (user: GraphResource, path: string, forEveryProfile: boolean): GroupUse[] => {
        if (readPath(user.props, path) === undefined) {
            return [];
        }
        const { found, external, undecided: why } = resolveMany(graph, user, path, GROUPS);
        const groups = why === undefined ? found : [];
        return [{ user, path, forEveryProfile, groups, external, ...(why === undefined ? {} : { undecided: why }) }];
    };
    return [
        ...graph
            .ofType(DOMAIN)
            .flatMap((domain) => [
                ...use(domain, "defaultUserSettings.securityGroups", true),
                ...use(domain, "defaultSpaceSettings.securityGroups", false),
            ]),
        ...graph.ofType(USER_PROFILE).flatMap((profile) => use(profile, "userSettings.securityGroups", false)),
    ];
}

function checkGroup(graph: ResourceGraph, resource: GraphResource, uses: readonly GroupUse[]): Finding[] {
    const group = networkOf(graph).securityGroup(resource);
    if (group === undefined) {
        return [];
    }
    const everybody = uses.find(({ forEveryProfile }) => forEveryProfile);
    return [
        ...group.undecided.map((why) => undecided(resource, `${why}, so what the group admits cannot be told.`)),
        ...(everybody === undefined
            ? group.ingress.flatMap((rule) => checkRule(group, rule, uses))
            : group.ingress.map((rule) =>
                  violation(
                      resource,
                      `every profile of ${label(everybody.user)} has the group, and ${label(rule.resource)} admits traffic. Remove the rule; give each profile a group of its own.`,
                  ),
              )),
    ];
}

function checkRule({ resource }: SecurityGroup, rule: Rule, uses: readonly GroupUse[]): Finding[] {
    const { peer } = rule;
    const where = `rule of ${label(rule.resource)}`;
    if (peer.kind === "unknown") {
        return [undecided(resource, `whom the ${where} admits is not known yet: ${peer.why}.`)];
    }
    if (peer.kind !== "group" || peer.group !== resource) {
        const who = peer.kind === "group" ? label(peer.group) : peer.kind === "external-group" ? peer.id : cidr(peer);
        return [
            violation(resource, `the ${where} admits ${who}. Studio apps need nothing from outside: remove the rule.`),
        ];
    }
    const ports = onlyAppPorts(rule);
    if (ports === false) {
        return [violation(resource, `the ${where} admits more than TCP 2049 and 8192-65535. Narrow its ports.`)];
    }
    const users = uses.map(({ user, path }) => `${label(user)} (${path})`);
    if (users.length > 1) {
        return [
            violation(
                resource,
                `admits itself and is used by ${users.join(", ")}, whose apps reach each other. Give each its own group.`,
            ),
        ];
    }
    return ports === true ? [] : [undecided(resource, `the protocol or ports of the ${where} are not known yet.`)];
}

function onlyAppPorts({ protocol, fromPort, toPort }: Rule): Maybe<boolean> {
    if (isUnknown(protocol)) {
        return protocol;
    }
    if (protocol !== "tcp" || fromPort === undefined || toPort === undefined) {
        return false;
    }
    if (isUnknown(fromPort)) {
        return fromPort;
    }
    if (isUnknown(toPort)) {
        return toPort;
    }
    return APP_PORTS.some(([from, to]) => from <= fromPort && fromPort <= toPort && toPort <= to);
}

function cidr(peer: { kind: "ipv4" | "ipv6"; cidr: string } | { kind: "prefix-list"; id: Maybe<string> }): string {
    return peer.kind === "prefix-list" ? "a prefix list" : peer.cidr;
}
