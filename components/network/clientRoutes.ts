import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import { rangeSuffix } from "./securityGroups";
import type { ZoneSubnet } from "./subnets";

export interface ClientRouteArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Company ranges that may reach the endpoints. */
    readonly ranges: readonly string[];
    /** Existing transit gateway (`tgw-…`) or VPN gateway (`vgw-…`). */
    readonly via: string;
    /** Subnets whose answers must find the way back. */
    readonly endpointSubnets: readonly ZoneSubnet[];
    /** Subnets for the transit gateway's interfaces; needed when `via` is a transit gateway. */
    readonly transitSubnets: readonly ZoneSubnet[];
    readonly tags: Tags;
}

/**
 * Attaches the VPC to the gateway the company network comes through and gives the endpoint tables, and no others, a
 * route back to it: Studio apps and jobs get no way into the company network.
 *
 * A route to a transit gateway is refused until the VPC is attached to it, so the attachment belongs here. A gateway
 * shared from another account must accept the attachment (or accept automatically), and must route the VPC's range
 * to it: both are settings of the gateway's owner.
 */
export function createClientRoutes(parent: pulumi.Resource, name: string, args: ClientRouteArgs): void {
    const transit = args.via.startsWith("tgw-");
    const attachment = transit
        ? new aws.ec2transitgateway.VpcAttachment(
              `${name}-clients`,
              {
                  vpcId: args.vpcId,
                  transitGatewayId: args.via,
                  subnetIds: args.transitSubnets.map(({ subnet }) => subnet.id),
                  tags: { ...args.tags, Name: `${name}-clients` },
              },
              { parent },
          )
        : new aws.ec2.VpnGatewayAttachment(
              `${name}-clients`,
              { vpcId: args.vpcId, vpnGatewayId: args.via },
              { parent },
          );
    for (const { zone, routeTable } of args.endpointSubnets) {
        for (const range of args.ranges) {
            new aws.ec2.Route(
                `${name}-endpoint-${zone}-to-${rangeSuffix(range)}`,
                {
                    routeTableId: routeTable.id,
                    destinationCidrBlock: range,
                    ...(transit ? { transitGatewayId: args.via } : { gatewayId: args.via }),
                },
                { parent, dependsOn: [attachment] },
            );
        }
    }
}
