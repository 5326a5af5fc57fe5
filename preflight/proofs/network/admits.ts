import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import { admitsTcp, type Network, type Rule, type SecurityGroup } from "../../../policy-pack/graph/network";
import { cidr, cidrContains } from "../../../policy-pack/net";

/** Answer to "does it let this through?"; `maybe` when a rule cannot be read. */
export type Admission = "yes" | "no" | "maybe";

/** The other side of a connection. */
export interface OtherSide {
    /** Groups its interface carries. */
    readonly groups: readonly GraphResource[];
    /** Ranges it lies in, as `a.b.c.d/n`. */
    readonly ranges: readonly string[];
    /** Prefix lists it belongs to. */
    readonly prefixLists: readonly string[];
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
    const answers = models.flatMap((group) => group[direction].map((rule) => ruleAdmits(rule, port, other)));
    if (answers.includes("yes")) {
        return "yes";
    }
    const open = answers.includes("maybe") || models.some(({ undecided }) => undecided.length > 0);
    return open || models.length < groups.length ? "maybe" : "no";
}

/** Rules of the group that let TCP on any port in from the range. */
export function rulesFor(group: SecurityGroup, range: string): readonly Rule[] {
    return group.ingress.filter(({ peer }) => peer.kind === "ipv4" && overlaps(peer.cidr, range));
}

function overlaps(one: string, other: string): boolean {
    const [a, b] = [cidr(one), cidr(other)];
    return cidrContains(a, b) || cidrContains(b, a);
}

function ruleAdmits(rule: Rule, port: number, other: OtherSide): Admission {
    const tcp = admitsTcp(rule, port);
    if (tcp === false) {
        return "no";
    }
    const peer = peerMatches(rule, other);
    return peer === "yes" && isUnknown(tcp) ? "maybe" : peer;
}

function peerMatches({ peer }: Rule, other: OtherSide): Admission {
    switch (peer.kind) {
        case "group":
            return other.groups.includes(peer.group) ? "yes" : "no";
        case "ipv4":
            return other.ranges.length > 0 && other.ranges.every((range) => cidrContains(cidr(peer.cidr), cidr(range)))
                ? "yes"
                : "no";
        case "ipv6":
        case "external-group":
            return "no";
        case "prefix-list":
            return isUnknown(peer.id) ? "maybe" : other.prefixLists.includes(peer.id) ? "yes" : "no";
        case "unknown":
            return "maybe";
    }
}
