import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

// What stands: a VPC with subnets and a group, rule groups, one associated, a domain list and a rule; a second VPC.
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const first = new aws.ec2.Subnet("first", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" });
const second = new aws.ec2.Subnet("second", {
    vpcId: vpc.id,
    cidrBlock: "10.0.1.0/24",
    availabilityZone: "eu-west-1b",
});
const securityGroup = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id, description: "resolver" });
const otherVpc = new aws.ec2.Vpc("other-vpc", { cidrBlock: "10.1.0.0/16" });
const otherSubnet = new aws.ec2.Subnet("other-subnet", { vpcId: otherVpc.id, cidrBlock: "10.1.0.0/24" });

const rules = new aws.route53.ResolverFirewallRuleGroup("rules", {});
const allowed = new aws.route53.ResolverFirewallDomainList("allowed", { domains: ["pypi.org.", "*.example.com."] });
const spare = new aws.route53.ResolverFirewallDomainList("spare", { domains: ["*."] });
const block = { action: "BLOCK", blockResponse: "NODATA" };
const ruleOf = (
    name: string,
    changes: Partial<aws.route53.ResolverFirewallRuleArgs>,
    ...dependsOn: pulumi.Resource[]
): aws.route53.ResolverFirewallRule =>
    new aws.route53.ResolverFirewallRule(
        name,
        { firewallRuleGroupId: rules.id, priority: 200, ...block, ...changes },
        { dependsOn },
    );
const allow = ruleOf("allow", {
    firewallDomainListId: allowed.id,
    action: "ALLOW",
    blockResponse: undefined,
    priority: 100,
});
const associated = { firewallRuleGroupId: rules.id, vpcId: vpc.id, priority: 101 };
const association = new aws.route53.ResolverFirewallRuleGroupAssociation("association", associated);
const otherRules = new aws.route53.ResolverFirewallRuleGroup("other-rules", {});
const five = [0, 1, 2, 3, 4].map(
    (index) =>
        new aws.route53.ResolverFirewallRuleGroupAssociation(`group-${index}`, {
            firewallRuleGroupId: new aws.route53.ResolverFirewallRuleGroup(`group-${index}`, {}).id,
            vpcId: otherVpc.id,
            priority: 200 + index,
        }),
);

// What AWS refuses, one resource per rule.
ruleOf("rule-priority-twice", { firewallDomainListId: spare.id, priority: 100 }, allow);
ruleOf("rule-of-same-list", { firewallDomainListId: allowed.id, priority: 300 }, allow);
ruleOf("rule-of-missing-list", { firewallDomainListId: "rslvr-fdl-0123456789abcdef0" });
ruleOf("rule-of-missing-group", { firewallRuleGroupId: "rslvr-frg-0", firewallDomainListId: spare.id });
ruleOf("rule-without-response", { firewallDomainListId: spare.id, blockResponse: undefined, priority: 301 });
ruleOf("rule-without-subject", { priority: 302 });
ruleOf("threat-without-confidence", { dnsThreatProtection: "DGA", priority: 303 });
ruleOf("threat-allowed", {
    dnsThreatProtection: "DGA",
    confidenceThreshold: "HIGH",
    action: "ALLOW",
    blockResponse: undefined,
    priority: 304,
});
new aws.route53.ResolverFirewallRuleGroupAssociation("group-priority-reserved", {
    ...associated,
    firewallRuleGroupId: otherRules.id,
    priority: 100,
});
new aws.route53.ResolverFirewallRuleGroupAssociation(
    "group-priority-twice",
    { ...associated, firewallRuleGroupId: otherRules.id },
    { dependsOn: [association] },
);
new aws.route53.ResolverFirewallRuleGroupAssociation(
    "group-twice",
    { ...associated, priority: 102 },
    { dependsOn: [association] },
);
new aws.route53.ResolverFirewallRuleGroupAssociation("group-for-missing-vpc", { ...associated, vpcId: "vpc-0" });
new aws.route53.ResolverFirewallRuleGroupAssociation(
    "sixth-group",
    { firewallRuleGroupId: otherRules.id, vpcId: otherVpc.id, priority: 300 },
    { dependsOn: five },
);
new aws.route53.ResolverFirewallDomainList("list-with-url", { domains: ["https://pypi.org/simple"] });
new aws.route53.ResolverQueryLogConfig("queries-to-nowhere", {
    destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:/nobody",
});
const endpoint = { direction: "INBOUND", securityGroupIds: [securityGroup.id] };
new aws.route53.ResolverEndpoint("resolver-with-one-address", { ...endpoint, ipAddresses: [{ subnetId: first.id }] });
new aws.route53.ResolverEndpoint("resolver-in-two-vpcs", {
    ...endpoint,
    ipAddresses: [{ subnetId: second.id }, { subnetId: otherSubnet.id }],
});
