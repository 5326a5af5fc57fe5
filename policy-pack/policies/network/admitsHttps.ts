import { type GraphResource, isUnknown, type Maybe, type ResourceGraph, UNKNOWN } from "../../graph";
import { admitsTcp, type Endpoint, networkOf, type Peer, type Rule } from "../../graph/topology";
import { cidrContains, isCidrMistake, parseCidr } from "../../net/cidr";
import { label } from "../findings";
import type { AppGroups } from "./appGroups";

const HTTPS = 443;

/** Whether an endpoint admits apps, with the reason where it does not or may not. */
export interface Admission {
    readonly admits: Maybe<boolean>;
    readonly why: string;
}

/** Whether the groups of an endpoint admit TCP 443 from apps in some security groups and subnets. */
export function admitsHttps(
    graph: ResourceGraph,
    { groups }: Endpoint,
    apps: AppGroups,
    subnets: readonly GraphResource[],
): Admission {
    const network = networkOf(graph);
    const models = groups.found.map((group) => network.securityGroup(group)).filter((group) => group !== undefined);
    const rules = models.flatMap(({ ingress }) => ingress).filter((rule) => admitsTcp(rule, HTTPS) !== false);
    const sure = rules.filter((rule) => admitsTcp(rule, HTTPS) === true);
    if (sure.some(({ peer }) => isOneOf(peer, apps)) || coversEach(graph, sure, subnets)) {
        return { admits: true, why: "" };
    }
    const [why] = [
        ...groups.undecided,
        ...groups.external.map((id) => `security group ${id} is not defined in this stack`),
        ...models.flatMap((group) => group.undecided),
        ...rules.flatMap(openQuestion),
        ...(apps.external.length > 0 && sure.some(({ peer }) => peer.kind === "external-group")
            ? ["a rule names a security group of another stack"]
            : []),
        ...(sure.some(({ peer }) => peer.kind === "ipv4") ? unknownRanges(graph, subnets) : []),
    ];
    if (why !== undefined) {
        return { admits: UNKNOWN, why };
    }
    const names = models.map(({ resource }) => label(resource)).join(", ");
    return {
        admits: false,
        why:
            names === ""
                ? "it names no security group, so AWS gives it the VPC's default one"
                : `no rule of ${names} is for them`,
    };
}

function isOneOf(peer: Peer, { found, external }: AppGroups): boolean {
    return peer.kind === "group"
        ? found.includes(peer.group)
        : peer.kind === "external-group" && external.includes(peer.id);
}

/** Each subnet lies in a range that is admitted. */
function coversEach(graph: ResourceGraph, rules: readonly Rule[], subnets: readonly GraphResource[]): boolean {
    const admitted = rules.flatMap(({ peer }) => (peer.kind === "ipv4" ? [peer.cidr] : []));
    const ranges = subnets.map((subnet) => networkOf(graph).subnet(subnet)?.cidr);
    return ranges.length > 0 && ranges.every((range) => admitted.some((outer) => contains(outer, range)));
}

function contains(outer: string, inner: Maybe<string> | undefined): boolean {
    const [whole, part] = [parseCidr(outer), parseCidr(typeof inner === "string" ? inner : "")];
    return !isCidrMistake(whole) && !isCidrMistake(part) && cidrContains(whole, part);
}

function unknownRanges(graph: ResourceGraph, subnets: readonly GraphResource[]): string[] {
    return subnets
        .filter((subnet) => typeof networkOf(graph).subnet(subnet)?.cidr !== "string")
        .map((subnet) => `the range of ${label(subnet)} is not known yet`);
}

/** What keeps a rule from deciding: it may be the one that admits. */
function openQuestion(rule: Rule): string[] {
    const { peer, resource } = rule;
    if (peer.kind === "unknown") {
        return [`whom ${label(resource)} admits is not known yet: ${peer.why}`];
    }
    if (peer.kind === "prefix-list") {
        return [`which ranges the prefix list of ${label(resource)} holds cannot be told`];
    }
    return isUnknown(admitsTcp(rule, HTTPS)) ? [`protocol or ports of ${label(resource)} are not known yet`] : [];
}
