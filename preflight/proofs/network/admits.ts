import { type GraphResource, isUnknown, type Maybe } from "../../../policy-pack/graph";
import { admitsTcp, type Endpoint, type Network, type Rule } from "../../../policy-pack/graph/network";
import { relate } from "./ranges";

/** Answer to "does it let this through?"; `maybe` when a rule cannot be read. */
export type Admission = "yes" | "no" | "maybe";

/** The other side of a connection. */
export interface OtherSide {
    /** Groups its interface carries. */
    readonly groups: readonly GraphResource[];
    /** Ranges it lies in, as `a.b.c.d/n`; a rule by address must cover them all. */
    readonly ranges: readonly Maybe<string>[];
    /** The gateway endpoint, when the other side is the service behind it. */
    readonly gateway?: Endpoint;
}

/** Whether any of the groups lets TCP on `port` through to, or in from, the other side. */
export function groupsAdmit(
    network: Network,
    groups: readonly GraphResource[],
    direction: "ingress" | "egress",
    port: number,
    other: OtherSide,
): Admission {
    const models = groups.map((group) => network.securityGroup(group)).filter((group) => group !== undefined);
    const answers = models.flatMap((group) => group[direction].map((rule) => ruleAdmits(network, rule, port, other)));
    if (answers.includes("yes")) {
        return "yes";
    }
    const open = answers.includes("maybe") || models.some(({ undecided }) => undecided.length > 0);
    return open || models.length < groups.length ? "maybe" : "no";
}

function ruleAdmits(network: Network, rule: Rule, port: number, other: OtherSide): Admission {
    const tcp = admitsTcp(rule, port);
    if (tcp === false) {
        return "no";
    }
    const peer = peerMatches(network, rule, other);
    return peer === "yes" && isUnknown(tcp) ? "maybe" : peer;
}

function peerMatches(network: Network, rule: Rule, other: OtherSide): Admission {
    const { peer } = rule;
    switch (peer.kind) {
        case "group":
            return other.groups.includes(peer.group) ? "yes" : "no";
        case "ipv4":
            return covers(peer.cidr, other.ranges);
        case "ipv6":
        case "external-group":
            return "no";
        case "prefix-list":
            return listMatches(listOwners(network, rule, peer.id), other.gateway);
        case "unknown":
            return "maybe";
    }
}

function covers(range: string, ranges: readonly Maybe<string>[]): Admission {
    const relations = ranges.map((each) => relate(range, each));
    if (relations.length === 0 || relations.includes("apart") || relations.includes("inside")) {
        return "no";
    }
    return relations.includes("unknown") ? "maybe" : "yes";
}

/**
 * Gateway endpoints whose prefix list the rule names: by the list's id, or while that is not known by the one resource
 * the rule takes it from.
 */
function listOwners({ endpoints }: Network, { resource }: Rule, id: Maybe<string>): readonly Endpoint[] {
    if (!isUnknown(id)) {
        return endpoints.filter((endpoint) => endpoint.resource.props.prefixListId === id);
    }
    const [source, ...more] = resource.propertyDependencies.prefixListId ?? [];
    return more.length > 0 ? [] : endpoints.filter((endpoint) => endpoint.resource.urn === source);
}

/** A list nobody owns may hold any address. A gateway's list holds its service's addresses, the same in every VPC. */
function listMatches(owners: readonly Endpoint[], gateway: Endpoint | undefined): Admission {
    if (owners.length === 0) {
        return "maybe";
    }
    if (gateway !== undefined && owners.some(({ serviceName }) => serviceName === gateway.serviceName)) {
        return "yes";
    }
    return owners.some(({ serviceName }) => isUnknown(serviceName)) ? "maybe" : "no";
}
