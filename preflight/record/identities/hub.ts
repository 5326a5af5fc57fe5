import { type Identity, type IdentityTable, link, numbered } from "./identity";
import type { Subject } from "./subject";

/** What hub and lines of business share: a gateway's tables, shares and private zones. */
export const HUB: IdentityTable = {
    "aws:ec2transitgateway/transitGateway:TransitGateway": numbered("ec2", "transit-gateway", "tgw-", {
        ownerId: (s) => s.account,
    }),
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": numbered("ec2", "transit-gateway-attachment", "tgw-attach-", {
        vpcOwnerId: (s) => s.account,
    }),
    "aws:ec2transitgateway/routeTable:RouteTable": numbered("ec2", "transit-gateway-route-table", "tgw-rtb-"),
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": {
        id: (s) => s.text("transitGatewayAttachmentId"),
    },
    "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": inTable("transitGatewayAttachmentId"),
    "aws:ec2transitgateway/route:Route": inTable("destinationCidrBlock"),
    "aws:ram/resourceShare:ResourceShare": {
        named: "name",
        id: (s) => s.arn("ram", `resource-share/${s.uuid()}`),
        outputs: { arn: (_, id) => id },
    },
    "aws:ram/resourceAssociation:ResourceAssociation": {
        id: (s) => `${s.text("resourceShareArn")},${s.text("resourceArn")}`,
    },
    "aws:ram/principalAssociation:PrincipalAssociation": {
        id: (s) => `${s.text("resourceShareArn")},${s.text("principal")}`,
    },
    "aws:route53/zone:Zone": {
        named: "name",
        id: zoneId,
        outputs: {
            zoneId: (_, id) => id,
            arn: (s, id) => `arn:${s.partition}:route53:::hostedzone/${id}`,
        },
    },
    "aws:route53/record:Record": {
        id: (s) => `${s.text("zoneId")}_${s.text("name")}_${s.text("type")}`,
        outputs: { fqdn: (s) => s.text("name") },
    },
    "aws:route53/zoneAssociation:ZoneAssociation": link("association-"),
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization": {
        id: (s) => `${s.text("zoneId")}:${s.text("vpcId")}`,
    },
};

/** Identified by the table and what stands in it. */
function inTable(property: string): Identity {
    return { id: (s) => `${s.text("transitGatewayRouteTableId")}_${s.text(property)}` };
}

/** Route 53's ids are of capitals and digits. */
function zoneId(subject: Subject): string {
    return `Z${subject.alphanumeric(20).toUpperCase()}`;
}
