import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { rangeSuffix } from "../../network/securityGroups";

export interface SpokeRoutesArgs {
    readonly gatewayId: pulumi.Input<string>;
    /** Tables of the VPC that get the routes; which they are decides how many resources there are. */
    readonly tables: readonly {
        readonly zone: string;
        readonly tier: string;
        readonly routeTableId: pulumi.Input<string>;
    }[];
    /** IPv4 ranges behind the gateway. */
    readonly ranges: readonly string[];
    /** What makes the attachment usable: EC2 refuses a route to a gateway whose attachment is not accepted. */
    readonly after: readonly pulumi.Resource[];
}

/** Routes of an attached VPC to the gateway, made in the VPC's account. */
export class SpokeRoutes extends pulumi.ComponentResource {
    /** What must stand before the ranges can be reached. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: SpokeRoutesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:SpokeRoutes", name, {}, opts);
        this.ready = args.tables.flatMap(({ zone, tier, routeTableId }) =>
            args.ranges.map(
                (range) =>
                    new aws.ec2.Route(
                        `${name}-${tier}-${zone}-to-${rangeSuffix(range)}`,
                        { routeTableId, destinationCidrBlock: range, transitGatewayId: args.gatewayId },
                        { parent: this, dependsOn: [...args.after] },
                    ),
            ),
        );
        this.registerOutputs({});
    }
}
