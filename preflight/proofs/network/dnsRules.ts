import {
    type GraphResource,
    isUnknown,
    type Maybe,
    resolveOne,
    type ResourceGraph,
    UNKNOWN,
} from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";

/** One rule of the DNS Firewall of a VPC. */
export interface DnsRule {
    readonly resource: GraphResource;
    readonly action: Maybe<string>;
    /** Domains it is about; absent for a rule about a kind of threat. */
    readonly domains?: Maybe<readonly string[]>;
    /** Kind of threat of a DNS Firewall Advanced rule: `DGA`, `DNS_TUNNELING`. */
    readonly threat?: Maybe<string>;
    /** True when the rule is for queries of one type only. */
    readonly isPartial: boolean;
}

/** The DNS Firewall of one VPC. */
export interface DnsFirewall {
    /** Rules in the order in which they are asked. */
    readonly rules: readonly DnsRule[];
    /** Rule groups associated with the VPC. */
    readonly groups: readonly GraphResource[];
    /** Why rules may be missing here, or stand in another order. */
    readonly open: readonly string[];
}

/**
 * The rules that Resolver asks for a query from the VPC: those of the associated groups by the association's priority,
 * within a group by the rule's, lowest first; the first that matches decides, and without one the name resolves.
 * Source: Route 53 developer guide, "How Resolver DNS Firewall works", "DNS Firewall rule groups and rules".
 */
export function dnsFirewallOf(graph: ResourceGraph, vpc: GraphResource): DnsFirewall {
    const open: string[] = [];
    const associated = graph.ofType(tokens.DNS_ASSOCIATION).flatMap((association) => {
        const place = resolveOne(graph, association, "vpcId", [tokens.VPC]);
        const group = resolveOne(graph, association, "firewallRuleGroupId", [tokens.DNS_RULE_GROUP]);
        if (place.undecided !== undefined && (place.found.length === 0 || place.found.includes(vpc))) {
            open.push(`the VPC of ${association.name} is not known`);
            return [];
        }
        if (!place.found.includes(vpc)) {
            return [];
        }
        const [found] = group.undecided === undefined ? group.found : [];
        if (found === undefined) {
            open.push(`the rule group of ${association.name} is not in this stack or not known`);
            return [];
        }
        return [{ group: found, order: priority(association, open) }];
    });
    const groups = associated.sort((one, other) => one.order - other.order).map(({ group }) => group);
    return { rules: groups.flatMap((group) => rulesOf(graph, group, open)), groups, open };
}

function rulesOf(graph: ResourceGraph, group: GraphResource, open: string[]): DnsRule[] {
    const own = graph.ofType(tokens.DNS_RULE).flatMap((resource) => {
        const of = resolveOne(graph, resource, "firewallRuleGroupId", [tokens.DNS_RULE_GROUP]);
        if (of.undecided !== undefined && (of.found.length === 0 || of.found.includes(group))) {
            open.push(`the rule group of rule ${resource.name} is not known`);
            return [];
        }
        return of.found.includes(group) ? [{ resource, order: priority(resource, open) }] : [];
    });
    return own.sort((one, other) => one.order - other.order).map(({ resource }) => readRule(graph, resource));
}

function priority({ name, props }: GraphResource, open: string[]): number {
    if (typeof props.priority === "number") {
        return props.priority;
    }
    open.push(`the priority of ${name} is not known`);
    return 0;
}

function readRule(graph: ResourceGraph, resource: GraphResource): DnsRule {
    const { action, dnsThreatProtection, qType } = resource.props;
    const threat = text(dnsThreatProtection);
    return {
        resource,
        action: text(action) ?? "",
        ...(threat === undefined ? { domains: domainsOf(graph, resource) } : { threat }),
        isPartial: text(qType) !== undefined,
    };
}

function domainsOf(graph: ResourceGraph, rule: GraphResource): Maybe<readonly string[]> {
    const { found, undecided } = resolveOne(graph, rule, "firewallDomainListId", [tokens.DNS_DOMAIN_LIST]);
    const domains = undecided === undefined ? found[0]?.props.domains : undefined;
    const names: readonly unknown[] | undefined = Array.isArray(domains) ? domains : undefined;
    return names?.every((name) => typeof name === "string") === true ? names.map(normal) : UNKNOWN;
}

/** Property that a preview's own computed outputs may leave empty. */
function text(value: unknown): Maybe<string> | undefined {
    return isUnknown(value) ? value : typeof value === "string" && value !== "" ? value : undefined;
}

/** DNS names compare without regard to case and to the dot at the end. */
function normal(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}

/** Whether a domain of a list stands for the name: itself, `*` for all, `*.x` for all below `x`. */
function stands(domain: string, name: string): boolean {
    return domain === "*" || domain === name || (domain.startsWith("*.") && name.endsWith(domain.slice(1)));
}

/** What becomes of a query for a name. */
export interface DnsAnswer {
    readonly resolves: "yes" | "no" | "maybe";
    /** The rule that decides, if one does. */
    readonly by?: GraphResource;
}

/** Follows the rules in order for one name; `*.x` asks for every name below `x`. */
export function resolution({ rules, open }: DnsFirewall, host: string): DnsAnswer {
    const name = normal(host);
    for (const { resource, action, domains, isPartial } of rules) {
        if (domains === undefined || isPartial) {
            continue;
        }
        if (isUnknown(domains) || isUnknown(action)) {
            return { resolves: "maybe", by: resource };
        }
        if (action !== "ALERT" && domains.some((domain) => stands(domain, name))) {
            const answer = action === "ALLOW" ? "yes" : "no";
            return { resolves: open.length > 0 ? "maybe" : answer, by: resource };
        }
    }
    return { resolves: open.length > 0 ? "maybe" : "yes" };
}
