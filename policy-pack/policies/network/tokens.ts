/** Type tokens of the network's resources that no route, endpoint or group needs. */
export const FIREWALL_POLICY = "aws:networkfirewall/firewallPolicy:FirewallPolicy";
export const FIREWALL_RULE_GROUP = "aws:networkfirewall/ruleGroup:RuleGroup";
export const FIREWALL_LOGGING = "aws:networkfirewall/loggingConfiguration:LoggingConfiguration";
export const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
export const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
