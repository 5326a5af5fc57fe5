import { type Grants, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};

/** Tags come with the call that creates; later they change by themselves. */
const TAG: Grants = { taggedNetwork: ["ec2:CreateTags"] };
const RETAG: Grants = { taggedNetwork: ["ec2:CreateTags", "ec2:DeleteTags"] };

/** VPC, subnets, tables, groups, endpoints and gateways. */
export const NETWORK_ROWS: PermissionTable = {
    "aws:ec2/vpc:Vpc": {
        create: { network: ["ec2:CreateVpc", "ec2:ModifyVpcAttribute"], ...TAG },
        read: {
            regionWide: [
                "ec2:DescribeNetworkAcls",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeVpcs",
            ],
            network: ["ec2:DescribeVpcAttribute"],
        },
        update: { network: ["ec2:ModifyVpcAttribute"], ...RETAG },
        delete: { network: ["ec2:DeleteVpc"] },
        source: `${SOURCES.TF} ec2/vpc_.go (reads the VPC's default table, group and network ACL too)`,
    },
    "aws:ec2/subnet:Subnet": {
        create: { network: ["ec2:CreateSubnet", "ec2:ModifySubnetAttribute"], ...TAG },
        read: { regionWide: ["ec2:DescribeSubnets"] },
        update: { network: ["ec2:ModifySubnetAttribute"], ...RETAG },
        delete: { network: ["ec2:DeleteSubnet"], regionWide: ["ec2:DescribeNetworkInterfaces"] },
        source: `${SOURCES.TF} ec2/vpc_subnet.go (a delete looks for interfaces left in the subnet)`,
    },
    "aws:ec2/routeTable:RouteTable": {
        create: { network: ["ec2:CreateRouteTable"], ...TAG },
        read: { regionWide: ["ec2:DescribeRouteTables"] },
        update: RETAG,
        delete: { network: ["ec2:DeleteRouteTable", "ec2:DisassociateRouteTable"] },
        source: `${SOURCES.TF} ec2/vpc_route_table.go`,
    },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": {
        create: { network: ["ec2:AssociateRouteTable"] },
        read: { regionWide: ["ec2:DescribeRouteTables"] },
        update: { network: ["ec2:ReplaceRouteTableAssociation"] },
        delete: { network: ["ec2:DisassociateRouteTable"] },
        source: `${SOURCES.TF} ec2/vpc_route_table_association.go`,
    },
    "aws:ec2/route:Route": {
        create: { network: ["ec2:CreateRoute"] },
        read: { regionWide: ["ec2:DescribeRouteTables"] },
        update: { network: ["ec2:ReplaceRoute"] },
        delete: { network: ["ec2:DeleteRoute"] },
        source: `${SOURCES.TF} ec2/vpc_route.go`,
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        create: { network: ["ec2:CreateSecurityGroup", "ec2:RevokeSecurityGroupEgress"], ...TAG },
        read: { regionWide: ["ec2:DescribeSecurityGroups"] },
        update: RETAG,
        delete: { network: ["ec2:DeleteSecurityGroup"], regionWide: ["ec2:DescribeNetworkInterfaces"] },
        source: `${SOURCES.TF} ec2/vpc_security_group.go (a create takes away the egress rule AWS adds)`,
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
        create: { network: ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"], ...TAG },
        read: { regionWide: ["ec2:DescribeSecurityGroups"] },
        update: { network: ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"], ...RETAG },
        delete: NONE,
        source: `${SOURCES.TF} ec2/vpc_default_security_group.go (adopts the group AWS makes; it goes with the VPC)`,
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        create: { network: ["ec2:AuthorizeSecurityGroupIngress"], ...TAG },
        read: { regionWide: ["ec2:DescribeSecurityGroupRules"] },
        update: { network: ["ec2:ModifySecurityGroupRules"], ...RETAG },
        delete: { network: ["ec2:RevokeSecurityGroupIngress"] },
        source: `${SOURCES.TF} ec2/vpc_security_group_ingress_rule.go`,
    },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
        create: { network: ["ec2:AuthorizeSecurityGroupEgress"], ...TAG },
        read: { regionWide: ["ec2:DescribeSecurityGroupRules"] },
        update: { network: ["ec2:ModifySecurityGroupRules"], ...RETAG },
        delete: { network: ["ec2:RevokeSecurityGroupEgress"] },
        source: `${SOURCES.TF} ec2/vpc_security_group_egress_rule.go`,
    },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        create: { network: ["ec2:CreateVpcEndpoint"], ...TAG },
        read: {
            regionWide: ["ec2:DescribeNetworkInterfaces", "ec2:DescribePrefixLists", "ec2:DescribeVpcEndpoints"],
        },
        update: { network: ["ec2:ModifyVpcEndpoint"], ...RETAG },
        delete: { network: ["ec2:DeleteVpcEndpoints"] },
        source: `${SOURCES.TF} ec2/vpc_endpoint.go (reads the addresses of the endpoint's interfaces)`,
    },
    "aws:ec2/flowLog:FlowLog": {
        create: {
            network: ["ec2:CreateFlowLogs"],
            flowLogRoleToService: ["iam:PassRole"],
            regionWide: ["logs:CreateLogDelivery"],
            ...TAG,
        },
        read: { regionWide: ["ec2:DescribeFlowLogs"] },
        update: RETAG,
        delete: { network: ["ec2:DeleteFlowLogs"], regionWide: ["logs:DeleteLogDelivery"] },
        source: `${SOURCES.TF} ec2/vpc_flow_log.go; VPC user guide, flow-logs-iam-role (who creates must pass the role) and flow-logs-s3-iam (log delivery)`,
    },
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": {
        create: { network: ["ec2:AttachVpnGateway"] },
        read: { regionWide: ["ec2:DescribeVpnGateways"] },
        update: NONE,
        delete: { network: ["ec2:DetachVpnGateway"] },
        source: `${SOURCES.TF} ec2/vpnsite_gateway_attachment.go`,
    },
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": {
        create: {
            network: ["ec2:CreateTransitGatewayVpcAttachment"],
            sharedTransitGateways: ["ec2:CreateTransitGatewayVpcAttachment"],
            transitGatewayLinkedRole: ["iam:CreateServiceLinkedRole"],
            ...TAG,
        },
        read: {
            regionWide: [
                "ec2:DescribeTransitGatewayVpcAttachments",
                "ec2:DescribeTransitGateways",
                "ec2:GetTransitGatewayRouteTableAssociations",
                "ec2:GetTransitGatewayRouteTablePropagations",
            ],
        },
        update: { network: ["ec2:ModifyTransitGatewayVpcAttachment"], ...RETAG },
        delete: { network: ["ec2:DeleteTransitGatewayVpcAttachment"] },
        source: `${SOURCES.TF} ec2/transitgateway_vpc_attachment.go; transit gateway guide, service-linked-roles`,
    },
};
