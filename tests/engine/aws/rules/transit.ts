import { AwsError } from "../errors";
import { named } from "../lookup";
import { gatewayOf, isAccepted } from "../sharing";
import type { Stored } from "../store";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

const ASSOCIATION = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";

function attachmentOf({ store, place, properties }: Operation): Stored | undefined {
    return named(store, place, "transitAttachment", textAt(properties, "transitGatewayAttachmentId") ?? "");
}

/** A table takes attachments its gateway has accepted. Source: EC2 API reference, AssociateTransitGatewayRouteTable. */
function available(operation: Operation): void {
    const attachment = attachmentOf(operation);
    if (attachment !== undefined && !isAccepted(attachment, operation.store)) {
        throw new AwsError(
            "IncorrectState",
            `${attachment.id} is pendingAcceptance: the gateway's account ${gatewayOf(attachment, operation.store)?.account} has to accept it first`,
        );
    }
}

/** Source: EC2 API reference, AssociateTransitGatewayRouteTable, CreateTransitGatewayRoute. */
function sameGateway(operation: Operation): void {
    const { store, place, properties } = operation;
    const attachment = attachmentOf(operation);
    const table = named(store, place, "transitTable", textAt(properties, "transitGatewayRouteTableId") ?? "");
    if (
        attachment?.properties["transitGatewayId"] !== undefined &&
        table !== undefined &&
        attachment.properties["transitGatewayId"] !== table.properties["transitGatewayId"]
    ) {
        throw new AwsError("InvalidParameterValue", `${attachment.id} and ${table.id} belong to different gateways`);
    }
}

/** An attachment looks into one table. Source: Transit gateway guide, "Route table association". */
function oneTable(operation: Operation): void {
    const { store, properties, id } = operation;
    const rival = store
        .list({ type: ASSOCIATION })
        .find(
            (other) =>
                other.id !== id &&
                other.properties["transitGatewayAttachmentId"] === properties["transitGatewayAttachmentId"],
        );
    if (rival !== undefined && properties["replaceExistingAssociation"] !== true) {
        throw new AwsError(
            "Resource.AlreadyAssociated",
            `${textAt(properties, "transitGatewayAttachmentId")} is already associated with ${textAt(rival.properties, "transitGatewayRouteTableId")}`,
        );
    }
}

/** Source: EC2 API reference, CreateTransitGatewayRoute. */
function targetOrBlackhole({ properties }: Operation): void {
    if ((properties["blackhole"] === true) === (textAt(properties, "transitGatewayAttachmentId") !== undefined)) {
        throw new AwsError("InvalidParameterCombination", "a route takes either an attachment or a blackhole");
    }
}

/** Source: EC2 API reference, AcceptTransitGatewayVpcAttachment: in the owner's account, while it waits. */
function waitingForOwner(operation: Operation): void {
    const { store, place, id } = operation;
    const attachment = attachmentOf(operation);
    const gateway = attachment === undefined ? undefined : gatewayOf(attachment, store);
    if (attachment === undefined || gateway === undefined || id !== undefined) {
        return;
    }
    if (gateway.account !== place.account) {
        throw new AwsError("UnauthorizedOperation", `only the owner of ${gateway.id} may accept ${attachment.id}`);
    }
    if (isAccepted(attachment, store)) {
        throw new AwsError("IncorrectState", `${attachment.id} is not pendingAcceptance`);
    }
}

/** Source: EC2 API reference, CreateTransitGatewayVpcAttachment: one subnet of each zone. */
function oneSubnetPerZone({ store, place, properties }: Operation): void {
    const { subnetIds } = properties;
    const zones = (Array.isArray(subnetIds) ? subnetIds : [])
        .map((id) => named(store, place, "subnet", String(id))?.properties["availabilityZoneId"])
        .filter((zone) => zone !== undefined);
    if (new Set(zones).size !== zones.length) {
        throw new AwsError("DuplicateSubnetsInSameZone", "an attachment takes one subnet of each zone");
    }
}

/** Rules about transit gateways of one account and of several. */
export const TRANSIT: RuleTable = {
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": [oneSubnetPerZone],
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": [waitingForOwner],
    [ASSOCIATION]: [available, sameGateway, oneTable],
    "aws:ec2transitgateway/route:Route": [targetOrBlackhole, available, sameGateway],
};
