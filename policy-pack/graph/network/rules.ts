import type { ResourceGraph } from "../graph";
import { resolveMany, resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath, UNKNOWN, type Maybe } from "../unknown";
import type { Peer, Rule } from "./types";

type At = (field: string) => string;

/** IANA numbers that AWS accepts in place of the names. */
const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
    "-1": "all",
    "1": "icmp",
    "6": "tcp",
    "17": "udp",
    "58": "icmpv6",
};

/** Protocol and ports of a rule, in one spelling whichever of the three rule shapes it has. */
export function readProtocol(resource: GraphResource, at: At): Pick<Rule, "protocol" | "fromPort" | "toPort"> {
    const raw = readPath(resource.props, at("protocol")) ?? readPath(resource.props, at("ipProtocol"));
    const protocol =
        typeof raw === "string" || typeof raw === "number" ? protocolName(String(raw).toLowerCase()) : UNKNOWN;
    if (protocol === "all") {
        return { protocol };
    }
    return { protocol, ...port(resource, at, "fromPort"), ...port(resource, at, "toPort") };
}

function protocolName(value: string): string {
    return PROTOCOL_NAMES[value] ?? value;
}

function port<K extends "fromPort" | "toPort">(
    resource: GraphResource,
    at: At,
    key: K,
): Partial<Record<K, Maybe<number>>> {
    const value = readPath(resource.props, at(key));
    if (typeof value === "number" || isUnknown(value)) {
        return { [key]: value } as Record<K, Maybe<number>>;
    }
    return {};
}

/** Everyone a rule names. A rule that names nobody readable has one unknown peer, so that it never disappears. */
export function readPeers(
    graph: ResourceGraph,
    resource: GraphResource,
    at: At,
    group: GraphResource,
    groupTypes: readonly string[],
): Peer[] {
    const peers: Peer[] = [
        ...texts(resource, at("cidrBlocks")).map((value) => cidrPeer("ipv4", value)),
        ...texts(resource, at("cidrIpv4")).map((value) => cidrPeer("ipv4", value)),
        ...texts(resource, at("ipv6CidrBlocks")).map((value) => cidrPeer("ipv6", value)),
        ...texts(resource, at("cidrIpv6")).map((value) => cidrPeer("ipv6", value)),
        ...texts(resource, at("prefixListIds")).map((id): Peer => ({ kind: "prefix-list", id })),
        ...texts(resource, at("prefixListId")).map((id): Peer => ({ kind: "prefix-list", id })),
        ...groupPeers(graph, resource, at, groupTypes),
    ];
    const self = readPath(resource.props, at("self"));
    if (self === true) {
        peers.push({ kind: "group", group });
    } else if (isUnknown(self)) {
        peers.push({ kind: "unknown", why: "self is not known yet" });
    }
    return peers.length > 0 ? peers : [{ kind: "unknown", why: "the rule names no readable source or destination" }];
}

function groupPeers(graph: ResourceGraph, resource: GraphResource, at: At, types: readonly string[]): Peer[] {
    const listed = at("securityGroups");
    const single = ["sourceSecurityGroupId", "referencedSecurityGroupId"].map(at);
    const resolutions = [
        ...(isSet(resource, listed) ? [resolveMany(graph, resource, listed, types)] : []),
        ...single.filter((path) => isSet(resource, path)).map((path) => resolveOne(graph, resource, path, types)),
    ];
    return resolutions.flatMap(({ found, external, undecided }): Peer[] => [
        ...(undecided === undefined ? found.map((each): Peer => ({ kind: "group", group: each })) : []),
        ...external.map((id): Peer => ({ kind: "external-group", id })),
        ...(undecided === undefined ? [] : [{ kind: "unknown", why: undecided } as const]),
    ]);
}

function cidrPeer(kind: "ipv4" | "ipv6", value: Maybe<string>): Peer {
    return isUnknown(value) ? { kind: "unknown", why: "a CIDR block is not known yet" } : { kind, cidr: value };
}

function texts(resource: GraphResource, path: string): Maybe<string>[] {
    const value = readPath(resource.props, path);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((item): item is Maybe<string> => isUnknown(item) || (typeof item === "string" && item !== ""));
}

function isSet(resource: GraphResource, path: string): boolean {
    const value = readPath(resource.props, path);
    return isUnknown(value) || (Array.isArray(value) ? value.length > 0 : typeof value === "string" && value !== "");
}
