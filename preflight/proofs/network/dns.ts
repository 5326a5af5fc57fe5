import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { isAnybodys } from "./anybodys";
import { type DnsFirewall, dnsFirewallOf, type DnsRule } from "./dnsRules";
import { isDescribed } from "./existing";
import { type Finding, toProof } from "./findings";

/** Kinds of misuse that rules of DNS Firewall Advanced must block where any name resolves. */
const THREATS = ["DNS_TUNNELING", "DGA", "DICTIONARY_DGA"];

const CLAIMS = {
    "allow-list": "Nothing resolves but the names of the allow-list, also when the DNS Firewall fails",
    threats: "The DNS Firewall blocks tunnelling and generated names, also when it fails",
};

/**
 * Shows what the resolver of the VPC answers. Its queries pass no route, group or firewall: whoever may ask it for any
 * name can send data out in the names.
 *
 * @param filter `allow-list` where packets have no way out but a filtered one, `threats` where they have a free one
 */
export function dnsProof(
    graph: ResourceGraph,
    vpcs: readonly GraphResource[],
    undecided: readonly Finding[],
    filter: keyof typeof CLAIMS,
): Proof {
    const findings = vpcs.flatMap((vpc) => {
        const firewall = dnsFirewallOf(graph, vpc);
        return [
            ...firewall.open.map((text): Finding => ({ verdict: "not proven", text: `VPC ${vpc.name}: ${text}` })),
            ...failsClosed(graph, vpc),
            ...(firewall.groups.length === 0 && firewall.open.length === 0
                ? [noGroup(vpc)]
                : filter === "allow-list"
                  ? allowListOnly(vpc, firewall)
                  : threatsBlocked(vpc, firewall)),
        ];
    });
    return toProof("network.dns", CLAIMS[filter], [...findings, ...undecided]);
}

function noGroup(vpc: GraphResource): Finding {
    if (isDescribed(vpc)) {
        return {
            verdict: "not proven",
            text: `VPC ${vpc.name}: its DNS Firewall is its owner's, and not among the facts of the VPC`,
            fix: `Have the owner of ${vpc.name} show which rule groups of the DNS Firewall are associated with it.`,
        };
    }
    return {
        verdict: "broken",
        text: `VPC ${vpc.name}: no rule group of the DNS Firewall is associated with it, so every name resolves`,
        fix: `Associate a DNS Firewall rule group with ${vpc.name}.`,
    };
}

/** Without a configuration AWS's default is closed. Source: Route 53 developer guide, "DNS Firewall VPC configuration". */
function failsClosed(graph: ResourceGraph, vpc: GraphResource): Finding[] {
    const places = graph
        .ofType(tokens.DNS_CONFIG)
        .map((config) => ({ config, of: resolveOne(graph, config, "resourceId", [tokens.VPC]) }));
    const own = places.find(({ of }) => of.found.includes(vpc))?.config;
    const loose = places.find(({ of }) => of.found.length === 0 && of.undecided !== undefined)?.config;
    if (own === undefined && loose !== undefined) {
        return [{ verdict: "not proven", text: `VPC ${vpc.name}: the VPC of ${loose.name} is not known` }];
    }
    if (own === undefined) {
        return isDescribed(vpc)
            ? [
                  {
                      verdict: "not proven",
                      text: `VPC ${vpc.name}: whether its DNS Firewall fails open is not set in this stack`,
                      fix: `Add a ResolverFirewallConfig for ${vpc.name} with firewallFailOpen DISABLED.`,
                  },
              ]
            : [];
    }
    const value = own.props.firewallFailOpen ?? "DISABLED";
    if (value === "DISABLED") {
        return [];
    }
    const fix = `Set firewallFailOpen of ${own.name} to DISABLED.`;
    return [
        value === "ENABLED"
            ? { verdict: "broken", text: `${own.name}: every name resolves while the DNS Firewall fails`, fix }
            : { verdict: "not proven", text: `${own.name}: firewallFailOpen is not known`, fix },
    ];
}

/** The rules up to the one that blocks all the rest may allow no more than names of a list. */
function allowListOnly(vpc: GraphResource, { rules, open }: DnsFirewall): Finding[] {
    const end = rules.findIndex(blocksAll);
    const before = end < 0 ? rules : rules.slice(0, end);
    const [block] = end < 0 ? [] : [rules[end]];
    const allows = before.filter(({ action }) => action === "ALLOW");
    const isNothingAllowed = allows.every(({ domains }) => Array.isArray(domains) && domains.length === 0);
    const unread = before.filter(({ action, domains }) => isUnknown(action) || isUnknown(domains));
    const late = rules.slice(end < 0 ? rules.length : end + 1).filter(({ action }) => action === "ALLOW");
    return [
        ...unread.map(({ resource }): Finding => ({
            verdict: "not proven",
            text: `rule ${resource.name}: its names are not known yet`,
        })),
        ...allows.flatMap(tooWide),
        ...late.map(({ resource }): Finding => ({
            verdict: "broken",
            text: `rule ${resource.name} allows nothing: ${block?.resource.name ?? "a rule"} before it blocks every name`,
            fix: `Give ${resource.name} a lower priority than ${block?.resource.name ?? "that rule"}.`,
        })),
        ...(block === undefined && open.length === 0 ? [noBlock(vpc, rules)] : []),
        ...(isNothingAllowed && unread.length + late.length + open.length === 0 ? [noAllow(vpc, rules)] : []),
        ...(block !== undefined && !isNothingAllowed
            ? [
                  {
                      verdict: "holds" as const,
                      text: `${allows.map(({ resource }) => resource.name).join(", ")}, then ${block.resource.name} blocks every name`,
                  },
              ]
            : []),
    ];
}

function blocksAll({ action, domains, isPartial, resource }: DnsRule): boolean {
    const everyName = Array.isArray(domains) && domains.includes("*");
    return action === "BLOCK" && everyName && !isPartial && resource.props.blockResponse !== "OVERRIDE";
}

function noBlock(vpc: GraphResource, rules: readonly DnsRule[]): Finding {
    return {
        verdict: "broken",
        text: `VPC ${vpc.name}: no rule of its DNS Firewall${named(rules)} blocks every name that is not allowed`,
        fix: 'Add a rule with action BLOCK for the domain "*", of every query type, after the allow-list.',
    };
}

function noAllow(vpc: GraphResource, rules: readonly DnsRule[]): Finding {
    return {
        verdict: "broken",
        text: `VPC ${vpc.name}: no rule of its DNS Firewall${named(rules)} allows any name, so not even the endpoints resolve`,
        fix: "Add a rule with action ALLOW for the names that are needed, before the one that blocks the rest.",
    };
}

/** The rules there are, so that the one which should be it can be found. */
function named(rules: readonly DnsRule[]): string {
    return rules.length === 0 ? "" : ` (${rules.map(({ resource }) => resource.name).join(", ")})`;
}

/** Whoever has a name reads what is asked for below it. */
function tooWide({ resource, domains }: DnsRule): Finding[] {
    const names: readonly string[] = Array.isArray(domains) ? (domains as readonly string[]) : [];
    return names
        .filter((name) => name === "*" || (name.startsWith("*.") && isAnybodys(name.slice(2))))
        .map((name) => ({
            verdict: "broken",
            text: `rule ${resource.name} allows ${name}, under which anybody can have a name`,
            fix: `Allow exact names instead of ${name}.`,
        }));
}

function threatsBlocked(vpc: GraphResource, { rules, open }: DnsFirewall): Finding[] {
    const judged = THREATS.map((threat): Finding => {
        const own = rules.filter((rule) => rule.threat === threat || isUnknown(rule.threat));
        const blocking = own.find(
            ({ threat: kind, action, isPartial }) => kind === threat && action === "BLOCK" && !isPartial,
        );
        if (blocking !== undefined) {
            return { verdict: "holds", text: `${blocking.resource.name} blocks ${threat}` };
        }
        return open.length > 0 || own.some(({ action, threat: kind }) => isUnknown(action) || isUnknown(kind))
            ? { verdict: "not proven", text: `VPC ${vpc.name}: whether ${threat} is blocked is not known` }
            : {
                  verdict: "broken",
                  text: `VPC ${vpc.name}: no rule of its DNS Firewall${named(rules)} blocks ${threat}`,
                  fix: `Add a DNS Firewall Advanced rule with action BLOCK for ${threat}.`,
              };
    });
    // An allowed name is not examined for threats.
    return [...judged, ...rules.filter(({ action }) => action === "ALLOW").flatMap(tooWide)];
}
