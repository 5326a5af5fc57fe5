import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { rangeSuffix } from "../../network/securityGroups";

export interface GatewayRouteArgs {
    readonly table: pulumi.Input<string>;
    readonly range: string;
    /** Attachment the range is behind. Default: none, what goes there is dropped. */
    readonly to?: pulumi.Input<string>;
    /** What must stand before the attachment takes a route. Default: nothing. */
    readonly after?: readonly pulumi.Resource[];
}

/** A static route of the gateway, `NAME-to-RANGE`; there are no others, since nothing propagates. */
export function createGatewayRoute(
    parent: pulumi.Resource,
    name: string,
    { table, range, to, after = [] }: GatewayRouteArgs,
): aws.ec2transitgateway.Route {
    return new aws.ec2transitgateway.Route(
        `${name}-to-${rangeSuffix(range)}`,
        {
            transitGatewayRouteTableId: table,
            destinationCidrBlock: range,
            ...(to === undefined ? { blackhole: true } : { transitGatewayAttachmentId: to }),
        },
        { parent, dependsOn: [...after] },
    );
}
