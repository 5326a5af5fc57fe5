import { from, IN_USE, type Reference } from "./reference";

/** Network Firewall refuses what is in use by this code. Source: its API reference, DeleteFirewallPolicy and DeleteRuleGroup. */
const STILL_IN_USE = { refused: "InvalidOperationException" } as const;
const INVALID_REQUEST = "InvalidRequestException";
/** Source: Route 53 Resolver API, DeleteFirewallDomainList and DeleteFirewallRuleGroup. */
const RESOLVER_CONFLICT = { refused: "ConflictException" } as const;
const NOT_FOUND = "ResourceNotFoundException";

const encryptedWith = { "encryptionConfiguration.keyId": ["key", undefined, INVALID_REQUEST] } as const;

/** Network Firewall, DNS Firewall and resolver endpoints. */
export const INSPECTION: readonly Reference[] = [
    ...from("aws:networkfirewall/firewall:Firewall", {
        vpcId: ["vpc", IN_USE, INVALID_REQUEST],
        "subnetMappings[].subnetId": ["subnet", IN_USE, INVALID_REQUEST],
        firewallPolicyArn: ["firewallPolicy", STILL_IN_USE, INVALID_REQUEST],
        ...encryptedWith,
    }),
    ...from("aws:networkfirewall/firewallPolicy:FirewallPolicy", {
        "firewallPolicy.statefulRuleGroupReferences[].resourceArn": ["ruleGroup", STILL_IN_USE, INVALID_REQUEST],
        "firewallPolicy.statelessRuleGroupReferences[].resourceArn": ["ruleGroup", STILL_IN_USE, INVALID_REQUEST],
        ...encryptedWith,
    }),
    ...from("aws:networkfirewall/ruleGroup:RuleGroup", encryptedWith),
    ...from("aws:networkfirewall/loggingConfiguration:LoggingConfiguration", {
        // The developer guide, "Deleting a firewall": logging goes first.
        firewallArn: ["firewall", STILL_IN_USE],
    }),
    ...from("aws:route53/resolverFirewallRule:ResolverFirewallRule", {
        firewallRuleGroupId: ["dnsRuleGroup", "cascade"],
        firewallDomainListId: ["dnsDomainList", RESOLVER_CONFLICT],
    }),
    ...from("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", {
        firewallRuleGroupId: ["dnsRuleGroup", RESOLVER_CONFLICT],
        vpcId: ["vpc", "cascade", NOT_FOUND],
    }),
    ...from("aws:route53/resolverFirewallConfig:ResolverFirewallConfig", { resourceId: ["vpc", "cascade", NOT_FOUND] }),
    ...from("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig", {
        destinationArn: ["logDestination", undefined, NOT_FOUND],
    }),
    ...from("aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation", {
        // DeleteResolverQueryLogConfig: only without VPCs.
        resolverQueryLogConfigId: ["queryLogConfig", { refused: INVALID_REQUEST }],
        resourceId: ["vpc", "cascade", NOT_FOUND],
    }),
    ...from("aws:route53/resolverEndpoint:ResolverEndpoint", {
        "securityGroupIds[]": ["securityGroup", IN_USE, NOT_FOUND],
        "ipAddresses[].subnetId": ["subnet", IN_USE, NOT_FOUND],
    }),
];
