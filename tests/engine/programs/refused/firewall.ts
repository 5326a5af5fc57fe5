import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

// What stands: a VPC with subnets, a rule group of either order, a policy, a firewall, a log group; a second VPC.
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnetOf = (name: string, cidrBlock: string, availabilityZone: string): aws.ec2.Subnet =>
    new aws.ec2.Subnet(name, { vpcId: vpc.id, cidrBlock, availabilityZone });
const first = subnetOf("first", "10.0.0.0/24", "eu-west-1a");
const sibling = subnetOf("sibling", "10.0.1.0/24", "eu-west-1a");
const otherVpc = new aws.ec2.Vpc("other-vpc", { cidrBlock: "10.1.0.0/16" });
const otherSubnet = new aws.ec2.Subnet("other-subnet", { vpcId: otherVpc.id, cidrBlock: "10.1.0.0/24" });

const list = {
    generatedRulesType: "ALLOWLIST",
    targetTypes: ["TLS_SNI", "HTTP_HOST"],
    targets: ["pypi.org", ".example.com"],
};
const group = (name: string, ruleOrder: string, capacity = 4): aws.networkfirewall.RuleGroup =>
    new aws.networkfirewall.RuleGroup(name, {
        name,
        type: "STATEFUL",
        capacity,
        ruleGroup: { rulesSource: { rulesSourceList: list }, statefulRuleOptions: { ruleOrder } },
    });
const strict = group("strict", "STRICT_ORDER");
const byAction = group("by-action", "DEFAULT_ACTION_ORDER");

type PolicyInputs = aws.types.input.networkfirewall.FirewallPolicyFirewallPolicy;
const inspected: PolicyInputs = {
    statelessDefaultActions: ["aws:forward_to_sfe"],
    statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
    statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
    statefulRuleGroupReferences: [{ resourceArn: strict.arn, priority: 1 }],
};
const policyOf = (
    name: string,
    changes: Partial<PolicyInputs>,
    options?: pulumi.CustomResourceOptions,
): aws.networkfirewall.FirewallPolicy =>
    new aws.networkfirewall.FirewallPolicy(name, { name, firewallPolicy: { ...inspected, ...changes } }, options);
const policy = policyOf("policy", {});
const managed = "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnet";
policyOf("policy-with-managed-group", {
    statefulRuleGroupReferences: [{ resourceArn: `${managed}StrictOrder`, priority: 1 }],
});

const firewallOf = (
    name: string,
    subnets: pulumi.Input<string>[],
    changes: Partial<aws.networkfirewall.FirewallArgs> = {},
    options?: pulumi.CustomResourceOptions,
): aws.networkfirewall.Firewall =>
    new aws.networkfirewall.Firewall(
        name,
        {
            name,
            vpcId: vpc.id,
            firewallPolicyArn: policy.arn,
            subnetMappings: subnets.map((subnetId) => ({ subnetId })),
            ...changes,
        },
        options,
    );
const firewall = firewallOf("firewall", [first.id]);
const logs = new aws.cloudwatch.LogGroup("logs", { name: "/firewall" });
const alert = {
    logType: "ALERT",
    logDestinationType: "CloudWatchLogs",
    logDestination: { logGroup: logs.name },
};

// What AWS refuses, one resource per rule.
firewallOf("firewall-name-twice", [first.id], { name: "firewall" }, { dependsOn: [firewall] });
firewallOf("firewall-without-subnets", []);
firewallOf("firewall-in-missing-subnet", ["subnet-0123456789abcdef0"]);
firewallOf("firewall-in-other-vpc", [otherSubnet.id]);
firewallOf("firewall-twice-in-a-zone", [first.id, sibling.id]);
firewallOf("firewall-without-policy", [first.id], {
    firewallPolicyArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/none",
});
firewallOf("firewall-with-missing-key", [first.id], {
    encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: "12345678-1234-4234-8234-123456789012" },
});
policyOf("policy-with-missing-group", {
    statefulRuleGroupReferences: [
        { resourceArn: "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/none", priority: 1 },
    ],
});
policyOf("policy-with-group-of-other-order", {
    statefulRuleGroupReferences: [{ resourceArn: byAction.arn, priority: 1 }],
});
policyOf("policy-with-managed-group-of-other-order", {
    statefulRuleGroupReferences: [{ resourceArn: `${managed}ActionOrder`, priority: 1 }],
});
policyOf("policy-without-priority", { statefulRuleGroupReferences: [{ resourceArn: strict.arn }] });
policyOf("policy-with-priority-twice", {
    statefulRuleGroupReferences: [
        { resourceArn: strict.arn, priority: 1 },
        { resourceArn: `${managed}StrictOrder`, priority: 1 },
    ],
});
policyOf("policy-with-needless-priority", {
    statefulEngineOptions: { ruleOrder: "DEFAULT_ACTION_ORDER" },
    statefulRuleGroupReferences: [{ resourceArn: byAction.arn, priority: 1 }],
});
policyOf("policy-with-default-of-other-order", {
    statefulEngineOptions: { ruleOrder: "DEFAULT_ACTION_ORDER" },
    statefulRuleGroupReferences: [{ resourceArn: byAction.arn }],
    statefulDefaultActions: ["aws:drop_strict"],
});
policyOf("policy-that-drops-twice", { statefulDefaultActions: ["aws:drop_strict", "aws:drop_established"] });
policyOf("policy-of-two-families", {
    statefulDefaultActions: ["aws:drop_established_app_layer", "aws:alert_established"],
});
policyOf("policy-without-stateless-action", { statelessFragmentDefaultActions: [] });
group("group-beyond-capacity", "STRICT_ORDER", 3);
new aws.networkfirewall.RuleGroup("group-of-two-sources", {
    type: "STATEFUL",
    capacity: 10,
    rules: 'pass ip any any -> any any (sid:1; msg:"all";)',
    ruleGroup: { rulesSource: { rulesSourceList: list } },
});
new aws.networkfirewall.LoggingConfiguration("log-type-twice", {
    firewallArn: firewall.arn,
    loggingConfiguration: { logDestinationConfigs: [alert, alert] },
});
new aws.networkfirewall.LoggingConfiguration("log-group-missing", {
    firewallArn: firewall.arn,
    loggingConfiguration: { logDestinationConfigs: [{ ...alert, logDestination: { logGroup: "/nobody" } }] },
});
new aws.networkfirewall.LoggingConfiguration("logs-of-missing-firewall", {
    firewallArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall/none",
    loggingConfiguration: { logDestinationConfigs: [alert] },
});
