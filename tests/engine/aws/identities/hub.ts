import { hexId, type Subject, upperCaseId, uuid } from "../subject";
import { type Identity, type IdentityTable, link, type Maker, numbered } from "./identity";

const ownerId: Maker = (subject) => subject.place.account;
const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";

/** What hub and lines of business share: gateway, shares of it, private zones. */
export const HUB: IdentityTable = {
    [GATEWAY]: numbered("ec2", "transit-gateway", "tgw-", {
        defaults: {
            amazonSideAsn: 64512,
            autoAcceptSharedAttachments: "disable",
            defaultRouteTableAssociation: "enable",
            defaultRouteTablePropagation: "enable",
            dnsSupport: "enable",
            multicastSupport: "disable",
            securityGroupReferencingSupport: "disable",
            vpnEcmpSupport: "enable",
        },
        outputs: {
            ownerId,
            associationDefaultRouteTableId: defaultTable("defaultRouteTableAssociation"),
            propagationDefaultRouteTableId: defaultTable("defaultRouteTablePropagation"),
        },
    }),
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": numbered("ec2", "transit-gateway-attachment", "tgw-attach-", {
        defaults: {
            applianceModeSupport: "disable",
            dnsSupport: "enable",
            ipv6Support: "disable",
            transitGatewayDefaultRouteTableAssociation: true,
            transitGatewayDefaultRouteTablePropagation: true,
        },
        returns: {
            transitGatewayDefaultRouteTableAssociation: byDefault("transitGatewayDefaultRouteTableAssociation"),
            transitGatewayDefaultRouteTablePropagation: byDefault("transitGatewayDefaultRouteTablePropagation"),
        },
        outputs: { vpcOwnerId: ownerId, securityGroupReferencingSupport: () => "enable" },
    }),
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": {
        id: (subject) => subject.text("transitGatewayAttachmentId"),
        defaults: {
            transitGatewayDefaultRouteTableAssociation: true,
            transitGatewayDefaultRouteTablePropagation: true,
        },
    },
    "aws:ec2transitgateway/routeTable:RouteTable": numbered("ec2", "transit-gateway-route-table", "tgw-rtb-", {
        outputs: { defaultAssociationRouteTable: () => false, defaultPropagationRouteTable: () => false },
    }),
    "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": {
        ...inTable("transitGatewayAttachmentId"),
        outputs: { resourceType: () => "vpc" },
    },
    "aws:ec2transitgateway/route:Route": { ...inTable("destinationCidrBlock"), defaults: { blackhole: false } },
    "aws:ram/resourceShare:ResourceShare": {
        id: (subject) => subject.arn("ram", `resource-share/${uuid()}`),
        autoName: "name",
        defaults: { allowExternalPrincipals: false },
        outputs: { arn: (_, id) => id, permissionArns: () => [] },
    },
    "aws:ram/resourceAssociation:ResourceAssociation": {
        id: (subject) => `${subject.text("resourceShareArn")},${subject.text("resourceArn")}`,
    },
    "aws:ram/principalAssociation:PrincipalAssociation": {
        id: (subject) => `${subject.text("resourceShareArn")},${subject.text("principal")}`,
    },
    "aws:route53/zone:Zone": {
        global: true,
        id: () => upperCaseId("Z", 20),
        autoName: "name",
        defaults: { comment: "Managed by Pulumi", forceDestroy: false },
        outputs: {
            zoneId: (_, id) => id,
            arn: (subject, id) => `arn:${subject.partition}:route53:::hostedzone/${id}`,
            nameServers: () => [],
            primaryNameServer: () => "",
        },
    },
    "aws:route53/record:Record": {
        global: true,
        id: (subject) => ["zoneId", "name", "type"].map((property) => subject.text(property)).join("_"),
        outputs: { fqdn: (subject) => subject.text("name") },
    },
    "aws:route53/zoneAssociation:ZoneAssociation": {
        ...link("", { outputs: { vpcRegion: (subject) => subject.place.region } }),
        id: (subject) => `${subject.text("zoneId")}:${subject.text("vpcId")}:${subject.text("vpcRegion")}`,
    },
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization": {
        id: (subject) => `${subject.text("zoneId")}:${subject.text("vpcId")}`,
        outputs: { vpcRegion: (subject) => subject.place.region },
    },
};

/** Identified by the table and what stands in it. */
function inTable(property: string): Identity {
    return { id: (subject) => `${subject.text("transitGatewayRouteTableId")}_${subject.text(property)}` };
}

/** AWS makes the table only where the gateway uses one by default. */
function defaultTable(option: string): Maker {
    return (subject) => (subject.text(option) === "disable" ? "" : hexId("tgw-rtb-"));
}

/**
 * What the provider reads back: of a gateway of its own account whether the attachment is in the default table, which
 * is not where there is none; of another account's gateway always yes, whatever the program says.
 * Source: hashicorp/terraform-provider-aws internal/service/ec2/transitgateway_vpc_attachment.go, read.
 */
function byDefault(option: string): Maker {
    const ofGateway = option.replace(/^transitGatewayD/, "d");
    return (subject: Subject) => {
        const gateway = subject.find(GATEWAY, subject.text("transitGatewayId"));
        return (
            gateway === undefined || (gateway.properties[ofGateway] !== "disable" && subject.inputs[option] !== false)
        );
    };
}
