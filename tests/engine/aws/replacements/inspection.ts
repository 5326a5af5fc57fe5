import { inService, type ReplacementTable } from "./row";

const firewall = inService("networkfirewall");
const resolver = inService("route53resolver");

/** Network Firewall, DNS Firewall and resolver endpoints. */
export const INSPECTION: ReplacementTable = {
    "aws:networkfirewall/firewall:Firewall": firewall("firewall.go", "name", "transitGatewayId", "vpcId"),
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": firewall(
        "firewall_policy.go",
        "firewallPolicy.statefulEngineOptions.ruleOrder",
        "name",
    ),
    "aws:networkfirewall/ruleGroup:RuleGroup": firewall(
        "rule_group.go",
        "capacity",
        "name",
        "ruleGroup.statefulRuleOptions.ruleOrder",
    ),
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": firewall(
        "logging_configuration.go",
        "firewallArn",
    ),
    "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": resolver("firewall_rule_group.go", "name"),
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": resolver(
        "firewall_rule_group_association.go",
        "firewallRuleGroupId",
        "vpcId",
    ),
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": resolver(
        "firewall_rule.go",
        "confidenceThreshold",
        "dnsThreatProtection",
        "firewallDomainListId",
        "firewallRuleGroupId",
    ),
    "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": resolver("firewall_domain_list.go", "name"),
    "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": resolver("firewall_config.go", "resourceId"),
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": resolver(
        "query_log_config.go",
        "destinationArn",
        "name",
    ),
    "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": resolver(
        "query_log_config_association.go",
        "resolverQueryLogConfigId",
        "resourceId",
    ),
    "aws:route53/resolverEndpoint:ResolverEndpoint": resolver("endpoint.go", "direction", "securityGroupIds"),
};
