import { type GraphResource, isUnknown, type Maybe, type ResourceGraph, UNKNOWN } from "../../policy-pack/graph";
import { isExisting } from "./existingVpc";

const ROUTE53 = "aws:route53/";
const ASSOCIATION = `${ROUTE53}resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation`;
const RULE_GROUP = `${ROUTE53}resolverFirewallRuleGroup:ResolverFirewallRuleGroup`;
const RULE = `${ROUTE53}resolverFirewallRule:ResolverFirewallRule`;
const DOMAIN_LIST = `${ROUTE53}resolverFirewallDomainList:ResolverFirewallDomainList`;
const CONFIG = `${ROUTE53}resolverFirewallConfig:ResolverFirewallConfig`;
const QUERY_LOG = `${ROUTE53}resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation`;

/** How names are resolved in a VPC, one statement a line. What cannot be read is not stated. */
export function dnsLines(graph: ResourceGraph, vpc: GraphResource): readonly string[] {
    const associations = graph.referrers(ASSOCIATION, "vpcId", vpc);
    if (associations.length === 0) {
        return [isExisting(vpc) ? "a DNS firewall is not known" : "no DNS firewall: every name resolves"];
    }
    const groups = associations.flatMap((each) => graph.refs(each, "firewallRuleGroupId", [RULE_GROUP]).found);
    const rules = groups.flatMap((group) => graph.referrers(RULE, "firewallRuleGroupId", group));
    return [
        ...filterLines(graph, rules),
        ...failureLines(graph, vpc),
        ...(graph.referrers(QUERY_LOG, "resourceId", vpc).length > 0 ? ["queries are logged"] : []),
    ];
}

function filterLines(graph: ResourceGraph, rules: readonly GraphResource[]): string[] {
    const of = (action: string): Maybe<string>[] =>
        rules.filter(({ props }) => props.action === action).flatMap((rule) => domainsOf(graph, rule));
    const allowed = of("ALLOW");
    // AWS lists a name with the dot of the root, programs write it without.
    const blocksRest = of("BLOCK").some((domain) => domain === "*" || domain === "*.");
    const advanced = rules.some(({ props }) => typeof props.dnsThreatProtection === "string");
    if (blocksRest) {
        return [`${names(allowed)} resolve`, "every other name is blocked"];
    }
    return advanced
        ? ["suspicious names are blocked", ...(allowed.length > 0 ? [`${names(allowed)} are not examined`] : [])]
        : ["every name resolves"];
}

function domainsOf(graph: ResourceGraph, rule: GraphResource): Maybe<string>[] {
    const [list] = graph.refs(rule, "firewallDomainListId", [DOMAIN_LIST]).found;
    const domains = list?.props.domains;
    return Array.isArray(domains)
        ? domains.map((domain: unknown) => (typeof domain === "string" ? domain : UNKNOWN))
        : isUnknown(domains)
          ? [UNKNOWN]
          : [];
}

function names(domains: readonly Maybe<string>[]): string {
    return domains.some(isUnknown) ? "listed names" : `${new Set(domains).size} listed names`;
}

function failureLines(graph: ResourceGraph, vpc: GraphResource): string[] {
    const open = graph.referrers(CONFIG, "resourceId", vpc).map(({ props }) => props.firewallFailOpen);
    return open.includes("DISABLED") ? ["fails closed"] : open.includes("ENABLED") ? ["fails open"] : [];
}
