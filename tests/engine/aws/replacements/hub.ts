import { inService, type ReplacementTable } from "./row";

const ec2 = inService("ec2");
const ram = inService("ram");
const route53 = inService("route53");

/** What hub and lines of business share, beside the gateway and its attachments. */
export const HUB: ReplacementTable = {
    "aws:ec2transitgateway/routeTable:RouteTable": ec2("transitgateway_route_table.go", "transitGatewayId"),
    "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": ec2(
        "transitgateway_route_table_association.go",
        "replaceExistingAssociation",
        "transitGatewayAttachmentId",
        "transitGatewayRouteTableId",
    ),
    "aws:ec2transitgateway/route:Route": ec2(
        "transitgateway_route.go",
        "blackhole",
        "destinationCidrBlock",
        "transitGatewayAttachmentId",
        "transitGatewayRouteTableId",
    ),
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": ec2(
        "transitgateway_vpc_attachment_accepter.go",
        "transitGatewayAttachmentId",
    ),
    "aws:ram/resourceShare:ResourceShare": ram("resource_share.go", "permissionArns"),
    "aws:ram/resourceAssociation:ResourceAssociation": ram(
        "resource_association.go",
        "resourceArn",
        "resourceShareArn",
    ),
    "aws:ram/principalAssociation:PrincipalAssociation": ram(
        "principal_association.go",
        "principal",
        "resourceShareArn",
    ),
    "aws:route53/zone:Zone": route53("zone.go", "delegationSetId", "name"),
    "aws:route53/record:Record": route53("record.go", "name", "zoneId"),
    "aws:route53/zoneAssociation:ZoneAssociation": route53("zone_association.go", "vpcId", "vpcRegion", "zoneId"),
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization": route53(
        "vpc_association_authorization.go",
        "vpcId",
        "vpcRegion",
        "zoneId",
    ),
};
