import { type Grants, type PermissionTable, SOURCES } from "./row";

const TAG: Grants = { taggedNetwork: ["ec2:CreateTags"] };
const RETAG: Grants = { taggedNetwork: ["ec2:CreateTags", "ec2:DeleteTags"] };

/** Stacks whose environment may have a way out at all, and those whose way leads through a firewall. */
const OUTWARD = ["nat", "firewall"] as const;
const INSPECTED = ["firewall"] as const;

/** Changing where a service delivers its logs. Source: Network Firewall developer guide, firewall-logging-permissions. */
const DELIVERY = [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:UpdateLogDelivery",
];
/** AWS writes the resource policy of the log groups in the caller's name. Source: CloudWatch Logs guide, AWS-logs-infrastructure-CWL. */
const RESOURCE_POLICY = ["logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"];

/** Network Firewall takes its key in the caller's name. Source: components/security/keyUse.ts, what the key's policy admits. */
const KEY: Grants = {
    keysThroughFirewall: [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
    ],
    keys: ["kms:DescribeKey"],
};

/** The ways out: gateways, addresses, the firewall. Only an environment that names its egress gets these. */
export const EGRESS_ROWS: PermissionTable = {
    "aws:ec2/internetGateway:InternetGateway": {
        egress: OUTWARD,
        create: { network: ["ec2:AttachInternetGateway", "ec2:CreateInternetGateway"], ...TAG },
        read: { regionWide: ["ec2:DescribeInternetGateways"] },
        update: { network: ["ec2:AttachInternetGateway", "ec2:DetachInternetGateway"], ...RETAG },
        delete: { network: ["ec2:DeleteInternetGateway", "ec2:DetachInternetGateway"] },
        source: `${SOURCES.TF} ec2/vpc_internet_gateway.go`,
    },
    "aws:ec2/eip:Eip": {
        egress: OUTWARD,
        create: { network: ["ec2:AllocateAddress"], ...TAG },
        read: { regionWide: ["ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute"] },
        update: RETAG,
        delete: { network: ["ec2:DisassociateAddress", "ec2:ReleaseAddress"] },
        source: `${SOURCES.TF} ec2/ec2_eip.go (reads the address's name attribute too)`,
    },
    "aws:ec2/natGateway:NatGateway": {
        egress: OUTWARD,
        create: { network: ["ec2:CreateNatGateway"], ...TAG },
        read: { regionWide: ["ec2:DescribeNatGateways"] },
        update: RETAG,
        delete: { network: ["ec2:DeleteNatGateway"] },
        source: `${SOURCES.TF} ec2/vpc_nat_gateway.go; addresses are never added to a gateway`,
    },
    "aws:networkfirewall/firewall:Firewall": {
        egress: INSPECTED,
        create: {
            firewalls: ["network-firewall:CreateFirewall", "network-firewall:TagResource"],
            firewallPolicies: ["network-firewall:CreateFirewall"],
            firewallLinkedRole: ["iam:CreateServiceLinkedRole"],
            regionWide: ["ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs"],
            ...KEY,
        },
        read: { firewalls: ["network-firewall:DescribeFirewall"] },
        update: {
            firewalls: [
                "network-firewall:AssociateFirewallPolicy",
                "network-firewall:AssociateSubnets",
                "network-firewall:DisassociateSubnets",
                "network-firewall:TagResource",
                "network-firewall:UntagResource",
                "network-firewall:UpdateFirewallDeleteProtection",
                "network-firewall:UpdateFirewallDescription",
                "network-firewall:UpdateFirewallEncryptionConfiguration",
                "network-firewall:UpdateFirewallPolicyChangeProtection",
                "network-firewall:UpdateSubnetChangeProtection",
            ],
            firewallPolicies: ["network-firewall:AssociateFirewallPolicy"],
            ...KEY,
        },
        delete: { firewalls: ["network-firewall:DeleteFirewall"] },
        source: `${SOURCES.TF} networkfirewall/firewall.go; ${SOURCES.CFN} AWS::NetworkFirewall::Firewall (linked role; its policy makes and removes the endpoints)`,
    },
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": {
        egress: INSPECTED,
        create: {
            firewallPolicies: ["network-firewall:CreateFirewallPolicy", "network-firewall:TagResource"],
            firewallRuleGroups: ["network-firewall:CreateFirewallPolicy"],
            managedRuleGroups: ["network-firewall:CreateFirewallPolicy"],
            ...KEY,
        },
        read: { firewallPolicies: ["network-firewall:DescribeFirewallPolicy"] },
        update: {
            firewallPolicies: [
                "network-firewall:TagResource",
                "network-firewall:UntagResource",
                "network-firewall:UpdateFirewallPolicy",
            ],
            firewallRuleGroups: ["network-firewall:UpdateFirewallPolicy"],
            managedRuleGroups: ["network-firewall:UpdateFirewallPolicy"],
            ...KEY,
        },
        delete: { firewallPolicies: ["network-firewall:DeleteFirewallPolicy"] },
        source: `${SOURCES.TF} networkfirewall/firewall_policy.go`,
    },
    "aws:networkfirewall/ruleGroup:RuleGroup": {
        egress: INSPECTED,
        create: { firewallRuleGroups: ["network-firewall:CreateRuleGroup", "network-firewall:TagResource"], ...KEY },
        read: { firewallRuleGroups: ["network-firewall:DescribeRuleGroup"] },
        update: {
            firewallRuleGroups: [
                "network-firewall:TagResource",
                "network-firewall:UntagResource",
                "network-firewall:UpdateRuleGroup",
            ],
            ...KEY,
        },
        delete: { firewallRuleGroups: ["network-firewall:DeleteRuleGroup"] },
        source: `${SOURCES.TF} networkfirewall/rule_group.go`,
    },
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": {
        egress: INSPECTED,
        create: {
            firewalls: ["network-firewall:UpdateLoggingConfiguration"],
            regionWide: [...DELIVERY, ...RESOURCE_POLICY],
        },
        read: { firewalls: ["network-firewall:DescribeLoggingConfiguration"] },
        update: {
            firewalls: ["network-firewall:UpdateLoggingConfiguration"],
            regionWide: [...DELIVERY, ...RESOURCE_POLICY],
        },
        delete: { firewalls: ["network-firewall:UpdateLoggingConfiguration"], regionWide: DELIVERY },
        source: `${SOURCES.TF} networkfirewall/logging_configuration.go; Network Firewall guide, firewall-logging-permissions`,
    },
};

/** Everything that makes a way out, for a Deny where there must be none. */
export const WAYS_OUT = ["ec2:AttachInternetGateway", "ec2:CreateInternetGateway", "ec2:CreateNatGateway"] as const;
