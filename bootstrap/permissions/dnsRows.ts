import { type Grants, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};
const TAG = "route53resolver:TagResource";
const UNTAG = "route53resolver:UntagResource";
const READ_TAGS = "route53resolver:ListTagsForResource";

/** Interfaces of a resolver endpoint are made in the caller's name. Source: AWS managed policy AmazonRoute53ResolverFullAccess. */
const INTERFACES = [
    "ec2:CreateNetworkInterface",
    "ec2:CreateNetworkInterfacePermission",
    "ec2:DeleteNetworkInterface",
    "ec2:ModifyNetworkInterfaceAttribute",
];
const LOOK_AROUND = [
    "ec2:DescribeAvailabilityZones",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
];

/** DNS Firewall, query logs and resolver endpoints. */
export const DNS_ROWS: PermissionTable = {
    "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": {
        create: { resolver: ["route53resolver:CreateFirewallRuleGroup", TAG] },
        read: { resolver: ["route53resolver:GetFirewallRuleGroup", READ_TAGS] },
        update: { resolver: [TAG, UNTAG] },
        delete: { resolver: ["route53resolver:DeleteFirewallRuleGroup"] },
        source: `${SOURCES.TF} route53resolver/firewall_rule_group.go`,
    },
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
        create: {
            resolver: ["route53resolver:AssociateFirewallRuleGroup", TAG],
            regionWide: ["ec2:DescribeVpcs"],
        },
        read: { resolver: ["route53resolver:GetFirewallRuleGroupAssociation", READ_TAGS] },
        update: { resolver: ["route53resolver:UpdateFirewallRuleGroupAssociation", TAG, UNTAG] },
        delete: { resolver: ["route53resolver:DisassociateFirewallRuleGroup"] },
        source: `${SOURCES.TF} route53resolver/firewall_rule_group_association.go`,
    },
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
        create: { resolver: ["route53resolver:CreateFirewallRule"] },
        read: { resolver: ["route53resolver:ListFirewallRules"] },
        update: { resolver: ["route53resolver:UpdateFirewallRule"] },
        delete: { resolver: ["route53resolver:DeleteFirewallRule"] },
        source: `${SOURCES.TF} route53resolver/firewall_rule.go`,
    },
    "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": {
        create: {
            resolver: ["route53resolver:CreateFirewallDomainList", "route53resolver:UpdateFirewallDomains", TAG],
        },
        read: {
            resolver: ["route53resolver:GetFirewallDomainList", "route53resolver:ListFirewallDomains", READ_TAGS],
        },
        update: { resolver: ["route53resolver:UpdateFirewallDomains", TAG, UNTAG] },
        delete: { resolver: ["route53resolver:DeleteFirewallDomainList"] },
        source: `${SOURCES.TF} route53resolver/firewall_domain_list.go (the domains come with a second call)`,
    },
    "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": {
        create: { resolver: ["route53resolver:UpdateFirewallConfig"], regionWide: ["ec2:DescribeVpcs"] },
        read: { regionWide: ["route53resolver:ListFirewallConfigs"] },
        update: { resolver: ["route53resolver:UpdateFirewallConfig"] },
        delete: { resolver: ["route53resolver:UpdateFirewallConfig"] },
        source: `${SOURCES.TF} route53resolver/firewall_config.go (a delete sets AWS's default, closed)`,
    },
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
        create: {
            resolver: ["route53resolver:CreateResolverQueryLogConfig", TAG],
            resolverLinkedRole: ["iam:CreateServiceLinkedRole"],
            regionWide: [
                "logs:CreateLogDelivery",
                "logs:DescribeLogGroups",
                "logs:DescribeResourcePolicies",
                "logs:PutResourcePolicy",
            ],
        },
        read: { resolver: ["route53resolver:GetResolverQueryLogConfig", READ_TAGS] },
        update: { resolver: [TAG, UNTAG] },
        delete: { resolver: ["route53resolver:DeleteResolverQueryLogConfig"], regionWide: ["logs:DeleteLogDelivery"] },
        source: `${SOURCES.TF} route53resolver/query_log_config.go; CloudWatch Logs guide, AWS-logs-infrastructure-CWL`,
    },
    "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
        create: {
            resolver: ["route53resolver:AssociateResolverQueryLogConfig"],
            regionWide: ["ec2:DescribeVpcs"],
        },
        read: { regionWide: ["route53resolver:GetResolverQueryLogConfigAssociation"] },
        update: NONE,
        delete: { resolver: ["route53resolver:DisassociateResolverQueryLogConfig"] },
        source: `${SOURCES.TF} route53resolver/query_log_config_association.go`,
    },
    "aws:route53/resolverEndpoint:ResolverEndpoint": {
        create: {
            resolver: ["route53resolver:CreateResolverEndpoint", TAG],
            network: INTERFACES,
            regionWide: LOOK_AROUND,
        },
        read: {
            resolver: [
                "route53resolver:GetResolverEndpoint",
                "route53resolver:ListResolverEndpointIpAddresses",
                READ_TAGS,
            ],
        },
        update: {
            resolver: [
                "route53resolver:AssociateResolverEndpointIpAddress",
                "route53resolver:DisassociateResolverEndpointIpAddress",
                "route53resolver:UpdateResolverEndpoint",
                TAG,
                UNTAG,
            ],
            network: INTERFACES,
            regionWide: LOOK_AROUND,
        },
        delete: {
            resolver: ["route53resolver:DeleteResolverEndpoint"],
            network: ["ec2:DeleteNetworkInterface"],
            regionWide: ["ec2:DescribeNetworkInterfaces"],
        },
        source: `${SOURCES.TF} route53resolver/endpoint.go; AWS managed policy AmazonRoute53ResolverFullAccess (interfaces)`,
    },
};
