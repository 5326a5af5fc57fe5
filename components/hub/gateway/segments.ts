import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ANYWHERE } from "../../network/egress/destinations";
import type { HubMembers } from "../args";
import { createGatewayRoute } from "./routes";
import type { TransitGateway } from "./transitGateway";

export interface SegmentArgs {
    readonly transit: TransitGateway;
    /** Attachment of the hub's VPC. */
    readonly attachmentId: pulumi.Input<string>;
    /** IPv4 range of the hub's VPC. */
    readonly cidr: string;
    readonly members: HubMembers;
    /** Whether lines of business reach the internet through the hub. */
    readonly internet: boolean;
}

/**
 * What the gateway's tables hold whoever is attached: the way to the hub in each, and for lines of business nothing
 * beyond it. Their ranges are dropped as a whole, so that none finds another, whatever a later route says of everything
 * else.
 */
export function createSegments(parent: pulumi.Resource, name: string, args: SegmentArgs): pulumi.Resource[] {
    const { attachmentId, transit } = args;
    const { clientsTable, hubTable, spokeTable } = transit;
    const association = new aws.ec2transitgateway.RouteTableAssociation(
        `${name}-hub`,
        { transitGatewayAttachmentId: attachmentId, transitGatewayRouteTableId: hubTable.id },
        { parent },
    );
    const toHub = (segment: string, table: aws.ec2transitgateway.RouteTable, range: string): pulumi.Resource =>
        createGatewayRoute(parent, `${name}-${segment}`, { table: table.id, range, to: attachmentId });
    const ofLines = (table: aws.ec2transitgateway.RouteTable): pulumi.Resource[] => [
        ...droppedRanges(args).map((range) => createGatewayRoute(parent, `${name}-spoke`, { table: table.id, range })),
        toHub("spoke", table, args.cidr),
        ...(args.internet ? [toHub("spoke", table, ANYWHERE)] : []),
    ];
    return [
        association,
        ...(spokeTable === undefined ? [] : ofLines(spokeTable)),
        toHub("hub", hubTable, args.cidr),
        ...(clientsTable === undefined ? [] : [toHub("clients", clientsTable, args.cidr)]),
    ];
}

/**
 * Ranges no line of business may reach. With a way to everything else, the firewall would be the only thing between it
 * and the access service or the company network: the table says no first.
 */
function droppedRanges({ internet, members }: SegmentArgs): string[] {
    const { accessRange, clients, lobRanges } = members;
    return [...new Set([...lobRanges, ...(internet ? [accessRange, ...(clients?.ranges ?? [])] : [])])];
}
