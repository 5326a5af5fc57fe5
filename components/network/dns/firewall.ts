import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { createDomainList } from "./domainList";
import { nameMistakes } from "./mistakes";
import { createQueryLogs } from "./queryLogs";

export interface DnsArgs {
    readonly place: Place;
    readonly vpcId: pulumi.Input<string>;
    /** Egress of the network. `isolated` and `firewall`: nothing but `names` resolves; `nat`: everything but threats does. */
    readonly kind: "isolated" | "nat" | "firewall";
    /** What resolves, as `resolvableNames` gives it; with `nat` what is not examined for threats. */
    readonly names: readonly string[];
    /** Key of the stack file the names stand under. Default: `network`. */
    readonly section?: "network" | "hub";
    /** Whether AWS refuses to change or remove the rules' association with the VPC; off before a destroy. */
    readonly protections: boolean;
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    readonly tags: Tags;
}

export interface Dns {
    /** What must stand before anything in the VPC asks for names. */
    readonly ready: readonly pulumi.Resource[];
}

/** Places of the rules in their group, with room between them. Those of `nat` differ, so that a change of egress finds them free. */
const PRIORITY = { allow: 100, block: 200, firstThreat: 300, nextThreat: 10 } as const;

/**
 * Place of the group among those of the VPC: the first. 100 is Firewall Manager's.
 * Source: Route 53 API, AssociateFirewallRuleGroup.
 */
const FIRST_GROUP = 101;

/**
 * Answers a blocked query with "no such record". NXDOMAIN would say that nothing exists below the name either, which a
 * resolver may take for the allowed names below it (RFC 8020).
 */
const BLOCK = { action: "BLOCK", blockResponse: "NODATA" } as const;

/**
 * What DNS Firewall Advanced looks for. MEDIUM weighs finds against false alarms; a name wrongly blocked is let through
 * by `dns.allow`. Source: Route 53 API, CreateFirewallRule: DnsThreatProtection, ConfidenceThreshold.
 */
const THREATS = [
    { suffix: "tunnelling", dnsThreatProtection: "DNS_TUNNELING" },
    { suffix: "generated", dnsThreatProtection: "DGA" },
    { suffix: "generated-words", dnsThreatProtection: "DICTIONARY_DGA" },
] as const;

/**
 * Filters and logs the VPC's DNS queries. They go to the resolver of the VPC and pass no firewall, NAT or group: without
 * this a query is a way out of the most isolated network, its name being the message.
 *
 * @throws pulumi.RunError naming every name a domain list does not take or that is wider than it may be
 */
export function createDns(parent: pulumi.Resource, name: string, args: DnsArgs): Dns {
    const { section = "network" } = args;
    const mistakes = nameMistakes(args.names);
    if (mistakes.length > 0) {
        throw new pulumi.RunError(
            [`${section}.dns.allow, ${section}.firewall.allow: not all of these names may resolve:`, ...mistakes].join(
                "\n  ",
            ),
        );
    }
    const failClosed = new aws.route53.ResolverFirewallConfig(
        `${name}-dns`,
        { resourceId: args.vpcId, firewallFailOpen: "DISABLED" },
        { parent },
    );
    const group = new aws.route53.ResolverFirewallRuleGroup(
        `${name}-dns`,
        { name: physicalName(args.place, "dnsRules", "dns"), tags: args.tags },
        { parent },
    );
    const association = new aws.route53.ResolverFirewallRuleGroupAssociation(
        `${name}-dns`,
        {
            name: physicalName(args.place, "dnsRules", "dns"),
            firewallRuleGroupId: group.id,
            vpcId: args.vpcId,
            priority: FIRST_GROUP,
            mutationProtection: args.protections ? "ENABLED" : "DISABLED",
            tags: args.tags,
        },
        // The rules first: a group without them lets everything through, one with half of them too much or too little.
        { parent, dependsOn: createRules(parent, name, group, args) },
    );
    return { ready: [failClosed, association, createQueryLogs(parent, name, args)] };
}

function createRules(
    parent: pulumi.Resource,
    name: string,
    group: aws.route53.ResolverFirewallRuleGroup,
    args: DnsArgs,
): pulumi.Resource[] {
    const { place, tags } = args;
    const listRule = (
        purpose: "allow" | "block",
        names: readonly string[],
        rule: Pick<
            aws.route53.ResolverFirewallRuleArgs,
            "action" | "blockResponse" | "firewallDomainRedirectionAction"
        >,
        dependsOn: pulumi.Resource[],
    ): aws.route53.ResolverFirewallRule => {
        const list = createDomainList(parent, name, { place, purpose: `dns-${purpose}`, names, tags });
        return new aws.route53.ResolverFirewallRule(
            `${name}-dns-${purpose}`,
            {
                name: purpose,
                firewallRuleGroupId: group.id,
                firewallDomainListId: list.id,
                priority: PRIORITY[purpose],
                ...rule,
            },
            { parent, dependsOn },
        );
    };
    const allow = listRule(
        "allow",
        args.names,
        // What an allowed name points to need not be listed: a package index or a bucket may be an alias of names that
        // change without notice.
        { action: "ALLOW", firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" },
        [],
    );
    if (args.kind !== "nat") {
        // Never the block alone: when egress changes on a living stack it comes after the names that resolve.
        return [allow, listRule("block", ["*"], BLOCK, [allow])];
    }
    const threats = THREATS.map(
        ({ suffix, dnsThreatProtection }, index) =>
            new aws.route53.ResolverFirewallRule(
                `${name}-dns-${suffix}`,
                {
                    name: suffix,
                    firewallRuleGroupId: group.id,
                    priority: PRIORITY.firstThreat + index * PRIORITY.nextThreat,
                    dnsThreatProtection,
                    confidenceThreshold: "MEDIUM",
                    ...BLOCK,
                },
                { parent },
            ),
    );
    return [allow, ...threats];
}
