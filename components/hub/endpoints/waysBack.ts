import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { rangeSuffix } from "../../network/securityGroups";
import type { ZoneSubnet } from "../../network/subnets";
import type { HubMembers } from "../args";

export interface WayBackArgs {
    readonly members: HubMembers;
    readonly endpoints: "shared" | "local";
    /** Subnets of the endpoints. */
    readonly tier: readonly ZoneSubnet[];
    readonly gatewayId: pulumi.Input<string>;
    /** The hub's attachment: EC2 refuses a route to a gateway the VPC is not attached to. */
    readonly attachment: pulumi.Resource;
}

/**
 * Routes by which the endpoints' answers find whoever comes over the gateway and may call them: the ranges of lines of
 * business as a whole, so that a new one needs none of its own, and nobody who may not call.
 */
export function createWaysBack(parent: pulumi.Resource, name: string, args: WayBackArgs): pulumi.Resource[] {
    const { accessRange, clients, lobRanges } = args.members;
    const ranges = new Set([
        ...(args.endpoints === "shared" ? lobRanges : []),
        accessRange,
        ...(clients?.overGateway ?? []),
    ]);
    return args.tier.flatMap(({ zone, routeTable }) =>
        [...ranges].map(
            (range) =>
                new aws.ec2.Route(
                    `${name}-endpoint-${zone}-to-${rangeSuffix(range)}`,
                    { routeTableId: routeTable.id, destinationCidrBlock: range, transitGatewayId: args.gatewayId },
                    { parent, dependsOn: [args.attachment] },
                ),
        ),
    );
}
