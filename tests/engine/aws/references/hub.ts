import { from, type Reference } from "./reference";

const INCORRECT_STATE = { refused: "IncorrectState" } as const;

/** What hub and lines of business share: a gateway's tables, private zones, resource shares. */
export const HUB: readonly Reference[] = [
    ...from("aws:ec2transitgateway/routeTable:RouteTable", { transitGatewayId: ["transitGateway", INCORRECT_STATE] }),
    ...from("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", {
        transitGatewayRouteTableId: ["transitTable", INCORRECT_STATE],
        transitGatewayAttachmentId: ["transitAttachment", "cascade"],
    }),
    ...from("aws:ec2transitgateway/route:Route", {
        transitGatewayRouteTableId: ["transitTable", "cascade"],
        // Without its attachment a static route stays, as a blackhole.
        transitGatewayAttachmentId: ["transitAttachment"],
    }),
    ...from("aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter", {
        transitGatewayAttachmentId: ["transitAttachment", "cascade"],
    }),
    ...from("aws:ram/resourceAssociation:ResourceAssociation", { resourceShareArn: ["resourceShare", "cascade"] }),
    ...from("aws:ram/principalAssociation:PrincipalAssociation", { resourceShareArn: ["resourceShare", "cascade"] }),
    ...from("aws:route53/zone:Zone", { "vpcs[].vpcId": ["vpc", undefined, "InvalidVPCId"] }),
    ...from("aws:route53/record:Record", { zoneId: ["hostedZone", { refused: "HostedZoneNotEmpty" }] }),
    ...from("aws:route53/zoneAssociation:ZoneAssociation", {
        zoneId: ["hostedZone", "cascade"],
        vpcId: ["vpc", "cascade", "InvalidVPCId"],
    }),
    ...from("aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization", {
        zoneId: ["hostedZone", "cascade"],
    }),
];
