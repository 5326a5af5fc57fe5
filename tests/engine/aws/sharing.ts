import type { Place } from "./place";
import type { Store, Stored } from "./store";
import { textAt } from "./values";

/** Accounts and Regions a caller looks from. */
export type Viewer = Pick<Place, "account" | "region">;

/** Every emulated account is in one organization with sharing switched on, so that shares need no acceptance. */
const ORGANIZATION = /^arn:[\w-]+:organizations::\d{12}:(organization|ou)\//;

/**
 * Whether the viewer's account sees the resource: its own, or one its owner shares with the account or the organization.
 * Source: RAM user guide, "Sharing your AWS resources".
 */
export function isVisible(resource: Stored, viewer: Viewer, store: Store): boolean {
    if (resource.account === viewer.account) {
        return resource.region === viewer.region;
    }
    const owner = { account: resource.account };
    const shares = store
        .list({ ...owner, type: "aws:ram/resourceAssociation:ResourceAssociation" })
        .filter(({ properties }) => textAt(properties, "resourceArn") === resource.properties["arn"])
        .map(({ properties }) => textAt(properties, "resourceShareArn"));
    return store
        .list({ ...owner, type: "aws:ram/principalAssociation:PrincipalAssociation" })
        .filter(({ properties }) => shares.includes(textAt(properties, "resourceShareArn")))
        .map(({ properties }) => textAt(properties, "principal") ?? "")
        .some((principal) => principal === viewer.account || ORGANIZATION.test(principal));
}

/** Owner and user of a shared gateway see its attachments. Source: Transit gateway guide, "Shared transit gateways". */
export function isAttachmentVisible(attachment: Stored, viewer: Viewer, store: Store): boolean {
    return attachment.account === viewer.account || gatewayOf(attachment, store)?.account === viewer.account;
}

/** The gateway an attachment is on, whoever owns it. */
export function gatewayOf(attachment: Stored, store: Store): Stored | undefined {
    const id = textAt(attachment.properties, "transitGatewayId");
    return store.list({ type: "aws:ec2transitgateway/transitGateway:TransitGateway" }).find((each) => each.id === id);
}

/**
 * Whether traffic may use the attachment: of the gateway's own account, or accepted by it. One of somebody else's, of which the
 * store does not say where it leads, counts as accepted.
 * Source: EC2 API reference, AcceptTransitGatewayVpcAttachment.
 */
export function isAccepted(attachment: Stored, store: Store): boolean {
    const gateway = gatewayOf(attachment, store);
    if (attachment.properties["transitGatewayId"] === undefined) {
        return true;
    }
    return (
        gateway !== undefined &&
        (gateway.account === attachment.account ||
            gateway.properties["autoAcceptSharedAttachments"] === "enable" ||
            store
                .list({
                    account: gateway.account,
                    type: "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
                })
                .some(({ properties }) => properties["transitGatewayAttachmentId"] === attachment.id))
    );
}
