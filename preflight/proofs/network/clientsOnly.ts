import { isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import type { Network, Peer, Rule } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { clientGroups, type Place } from "./clientGroups";
import { type Finding, toProof } from "./findings";
import { relate } from "./ranges";
import { resolverGroups } from "./resolverGroups";

const HTTPS = 443;
const DNS = 53;
const NARROW = "Remove the rule, or narrow it to 443 of the two endpoints.";
const NAME = "Name addresses in the rule: who else may come in by it cannot be told.";

/** What the company network may reach. */
export interface ClientIntent {
    readonly ranges: readonly string[];
    /** Whether its name servers may ask the inbound resolver of the VPC. */
    readonly mayResolve: boolean;
}

/**
 * Shows that the company ranges stand in no ingress rule but those for 443 of the two endpoints a browser needs, and for
 * 53 of the inbound resolver, where there is one.
 */
export function clientsOnly(
    graph: ResourceGraph,
    network: Network,
    { ranges, mayResolve }: ClientIntent,
    region: string,
): Proof {
    const placeOf = clientGroups(graph, network, region);
    const isResolvers = resolverGroups(graph);
    const against = network.securityGroups.flatMap((group): Finding[] => [
        ...group.undecided.map((text): Finding => ({ verdict: "not proven", text })),
        ...group.ingress.flatMap((rule) => {
            const names = namesClients(rule.peer, ranges);
            if (names.answer === "no") {
                return [];
            }
            return mayResolve && isResolvers(group.resource)
                ? judge(rule, names, [onlyPort(rule, ["tcp", "udp"], DNS)])
                : judge(rule, names, [onlyThere(placeOf(group.resource)), onlyPort(rule, ["tcp"], HTTPS)]);
        }),
    ]);
    const none: Finding = { verdict: "holds", text: "no other rule names a company range" };
    return toProof(
        "network.clients-only",
        "The company network reaches nothing else in the VPC",
        against.length > 0 ? against : [none],
    );
}

type Answer = "yes" | "no" | "maybe";

/** Whether a rule is for a company range. */
interface Names {
    readonly answer: Answer;
    /** Why it is not known. */
    readonly why?: string;
    readonly fix?: string;
}

/** What a rule for a company range must be. */
interface Demand {
    readonly met: Answer;
    /** What it admits otherwise. */
    readonly breach: string;
    /** Why it is not known. */
    readonly why: string | undefined;
}

function onlyThere({ onlyForClients, why }: Place): Demand {
    return { met: onlyForClients, breach: "a company range to something else", why };
}

function onlyPort(rule: Rule, protocols: readonly string[], port: number): Demand {
    const met = isOnly(rule, protocols, port);
    return { met, breach: `more than ${port}`, why: "its protocol or ports are not known" };
}

/** Judges a rule that is, or may be, for a company range. */
function judge(rule: Rule, names: Names, demands: readonly Demand[]): Finding[] {
    const failed = demands.find(({ met }) => met === "no") ?? demands.find(({ met }) => met === "maybe");
    if (failed === undefined) {
        return [];
    }
    const { met, breach, why = "not known yet" } = failed;
    const subject = `rule ${rule.resource.name}`;
    return met === "no" && names.answer === "yes"
        ? [{ verdict: "broken", text: `${subject} admits ${breach}`, fix: NARROW }]
        : [{ verdict: "not proven", text: `${subject} may admit ${breach}: ${names.why ?? why}`, fix: names.fix }];
}

function namesClients(peer: Peer, ranges: readonly string[]): Names {
    switch (peer.kind) {
        case "ipv4": {
            const relations = ranges.map((range) => relate(peer.cidr, range));
            if (relations.includes("unknown")) {
                return { answer: "maybe", why: `${peer.cidr} cannot be read`, fix: NAME };
            }
            return { answer: relations.some((relation) => relation !== "apart") ? "yes" : "no" };
        }
        // The company's hosts are in no group of this stack, and have no IPv6 way in.
        case "ipv6":
        case "group":
            return { answer: "no" };
        case "external-group":
            return { answer: "maybe", why: `who carries ${peer.id} is not known`, fix: NAME };
        case "prefix-list":
            return isUnknown(peer.id)
                ? { answer: "maybe", why: "what its prefix list holds is not known", fix: NAME }
                : { answer: "maybe", why: `what prefix list ${peer.id} holds is not known`, fix: NAME };
        case "unknown":
            return { answer: "maybe", why: peer.why };
    }
}

/** Whether the rule is for one port of one of the protocols and nothing more. */
function isOnly({ protocol, fromPort, toPort }: Rule, protocols: readonly string[], port: number): Answer {
    const others =
        (!isUnknown(protocol) && !protocols.includes(protocol)) ||
        [fromPort, toPort].some((each) => !isUnknown(each) && each !== port);
    if (others) {
        return "no";
    }
    return [protocol, fromPort, toPort].some(isUnknown) ? "maybe" : "yes";
}
