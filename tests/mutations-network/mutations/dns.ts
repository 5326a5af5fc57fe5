import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { changed, type Mutation, ofType, type Resources } from "../edit";

/** A list that stands for every name, however it is written. */
function isForAll(domains: readonly unknown[]): boolean {
    return domains.some((domain) => domain === "*" || domain === "*.");
}

/** The DNS Firewall with another action, order or list. */
export function dnsRules(resources: Resources): Mutation[] {
    const rules = ofType(resources, tokens.DNS_RULE);
    const blocking = rules.filter(({ props }) => props.action === "BLOCK");
    const allowing = rules.filter(({ props }) => props.action === "ALLOW");
    const lists = ofType(resources, tokens.DNS_DOMAIN_LIST);
    const set = (rule: (typeof rules)[number], path: string, value: unknown): Mutation => ({
        name: `set ${path} of DNS rule or list ${rule.name} to ${JSON.stringify(value)}`,
        apply: (all) => changed(all, rule, path, value),
        names: [rule.name],
    });
    return [
        ...blocking.flatMap((rule) => [
            set(rule, "action", "ALLOW"),
            set(rule, "action", "ALERT"),
            set(rule, "qType", "TXT"),
        ]),
        ...allowing.flatMap((rule) => [set(rule, "action", "BLOCK"), set(rule, "priority", 9000)]),
        ...lists
            .filter(({ props }) => Array.isArray(props.domains) && !isForAll(props.domains))
            .flatMap((list) => [
                set(list, "domains.0", "*"),
                set(list, "domains.0", "*.com"),
                set(list, "domains", []),
            ]),
        ...lists
            .filter(({ props }) => Array.isArray(props.domains) && isForAll(props.domains))
            .map((list) => set(list, "domains", ["example.com"])),
        ...ofType(resources, tokens.DNS_CONFIG).map((config) => set(config, "firewallFailOpen", "ENABLED")),
    ];
}
