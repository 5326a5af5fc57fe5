import { type Grants, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};

/** Tags come with the call that creates; later they change by themselves. */
const TAG: Grants = { taggedNetwork: ["ec2:CreateTags"] };
const RETAG: Grants = { taggedNetwork: ["ec2:CreateTags", "ec2:DeleteTags"] };

const READ_SHARES: Grants = {
    regionWide: ["ram:GetResourceShareAssociations", "ram:GetResourceShares"],
};

/** What the account that owns the hub needs: its gateway, the shares of it, and its private zones. */
export const HUB_ROWS: PermissionTable = {
    "aws:ec2transitgateway/transitGateway:TransitGateway": {
        create: { network: ["ec2:CreateTransitGateway"], ...TAG },
        read: { regionWide: ["ec2:DescribeTransitGateways"] },
        update: { network: ["ec2:ModifyTransitGateway"], ...RETAG },
        delete: { network: ["ec2:DeleteTransitGateway"] },
        source: `${SOURCES.TF} ec2/transitgateway_.go`,
    },
    "aws:ec2transitgateway/routeTable:RouteTable": {
        create: { network: ["ec2:CreateTransitGatewayRouteTable"], ...TAG },
        read: { regionWide: ["ec2:DescribeTransitGatewayRouteTables"] },
        update: RETAG,
        delete: { network: ["ec2:DeleteTransitGatewayRouteTable"] },
        source: `${SOURCES.TF} ec2/transitgateway_route_table.go`,
    },
    "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": {
        create: {
            network: ["ec2:AssociateTransitGatewayRouteTable"],
            attachments: ["ec2:AssociateTransitGatewayRouteTable"],
            regionWide: ["ec2:DescribeTransitGatewayAttachments"],
        },
        read: { regionWide: ["ec2:GetTransitGatewayRouteTableAssociations"] },
        update: NONE,
        delete: {
            network: ["ec2:DisassociateTransitGatewayRouteTable"],
            attachments: ["ec2:DisassociateTransitGatewayRouteTable"],
        },
        source: `${SOURCES.TF} ec2/transitgateway_route_table_association.go (looks for an association there is)`,
    },
    "aws:ec2transitgateway/route:Route": {
        create: {
            network: ["ec2:CreateTransitGatewayRoute"],
            attachments: ["ec2:CreateTransitGatewayRoute"],
        },
        read: { network: ["ec2:SearchTransitGatewayRoutes"] },
        update: NONE,
        delete: { network: ["ec2:DeleteTransitGatewayRoute"] },
        source: `${SOURCES.TF} ec2/transitgateway_route.go`,
    },
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": {
        create: { attachments: ["ec2:AcceptTransitGatewayVpcAttachment"], ...TAG },
        read: {
            regionWide: [
                "ec2:DescribeTransitGatewayVpcAttachments",
                "ec2:DescribeTransitGateways",
                "ec2:GetTransitGatewayRouteTableAssociations",
                "ec2:GetTransitGatewayRouteTablePropagations",
            ],
        },
        update: RETAG,
        delete: { attachments: ["ec2:DeleteTransitGatewayVpcAttachment"] },
        source: `${SOURCES.TF} ec2/transitgateway_vpc_attachment_accepter.go (a delete takes the attachment itself away)`,
    },
    "aws:ram/resourceShare:ResourceShare": {
        create: { regionWide: ["ram:CreateResourceShare"], resourceShares: ["ram:TagResource"] },
        read: { ...READ_SHARES, resourceShares: ["ram:ListResourceSharePermissions"] },
        update: { resourceShares: ["ram:TagResource", "ram:UntagResource", "ram:UpdateResourceShare"] },
        delete: { resourceShares: ["ram:DeleteResourceShare"] },
        source: `${SOURCES.TF} ram/resource_share.go`,
    },
    "aws:ram/resourceAssociation:ResourceAssociation": {
        create: { resourceShares: ["ram:AssociateResourceShare"] },
        read: READ_SHARES,
        update: NONE,
        delete: { resourceShares: ["ram:DisassociateResourceShare"] },
        source: `${SOURCES.TF} ram/resource_association.go`,
    },
    "aws:ram/principalAssociation:PrincipalAssociation": {
        create: { resourceShares: ["ram:AssociateResourceShare"] },
        read: READ_SHARES,
        update: NONE,
        delete: { resourceShares: ["ram:DisassociateResourceShare"] },
        source: `${SOURCES.TF} ram/principal_association.go`,
    },
    "aws:route53/zone:Zone": {
        create: {
            everywhere: ["route53:CreateHostedZone"],
            taggedZones: ["route53:ChangeTagsForResource"],
            regionWide: ["ec2:DescribeVpcs"],
            network: ["ec2:DescribeVpcAttribute"],
        },
        read: {
            hostedZones: ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"],
            zoneChanges: ["route53:GetChange"],
        },
        update: {
            hostedZones: [
                "route53:AssociateVPCWithHostedZone",
                "route53:DisassociateVPCFromHostedZone",
                "route53:UpdateHostedZoneComment",
            ],
            taggedZones: ["route53:ChangeTagsForResource"],
            regionWide: ["ec2:DescribeVpcs"],
        },
        delete: { hostedZones: ["route53:ChangeResourceRecordSets", "route53:DeleteHostedZone"] },
        source: `${SOURCES.TF} route53/zone.go; a private zone's VPC is looked at in the caller's name: CloudFormation, AWS::Route53::HostedZone`,
    },
    "aws:route53/record:Record": {
        create: { hostedZones: ["route53:ChangeResourceRecordSets"] },
        read: {
            hostedZones: ["route53:GetHostedZone", "route53:ListResourceRecordSets"],
            zoneChanges: ["route53:GetChange"],
        },
        update: { hostedZones: ["route53:ChangeResourceRecordSets"] },
        delete: { hostedZones: ["route53:ChangeResourceRecordSets"] },
        source: `${SOURCES.TF} route53/record.go`,
    },
    "aws:route53/zoneAssociation:ZoneAssociation": {
        create: {
            hostedZones: ["route53:AssociateVPCWithHostedZone"],
            regionWide: ["ec2:DescribeVpcs"],
        },
        read: {
            everywhere: ["route53:ListHostedZonesByVPC"],
            hostedZones: ["route53:GetHostedZone"],
            zoneChanges: ["route53:GetChange"],
            regionWide: ["ec2:DescribeVpcs"],
        },
        update: NONE,
        delete: { hostedZones: ["route53:DisassociateVPCFromHostedZone"] },
        source: `${SOURCES.TF} route53/zone_association.go (another account's zone is looked for by the VPC)`,
    },
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization": {
        create: { hostedZones: ["route53:CreateVPCAssociationAuthorization"] },
        read: { hostedZones: ["route53:ListVPCAssociationAuthorizations"] },
        update: NONE,
        delete: { hostedZones: ["route53:DeleteVPCAssociationAuthorization"] },
        source: `${SOURCES.TF} route53/vpc_association_authorization.go`,
    },
};
