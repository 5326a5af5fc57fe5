import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import type { Connection, TierTable } from "./args";

type Peering = Extract<Connection, { kind: "peering" }>;

export interface PeeringArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Account of the simulator. */
    readonly account: string;
    readonly connect: Peering;
    /** Tables of the simulator that get the way to the hub. */
    readonly tables: readonly TierTable[];
    readonly tags: Tags;
}

/**
 * Makes the peering with the hub's VPC, as the simulator's account asks for it, and the simulator's routes. A route may
 * point to a peering that is not accepted yet; it is used once it is. Source: VPC peering guide, "Update your route
 * tables for a VPC peering connection".
 */
export function createPeering(
    parent: pulumi.Resource,
    name: string,
    { vpcId, account, connect, tables, tags }: PeeringArgs,
): pulumi.Output<string> {
    const sameAccount = connect.hubAccount === account;
    const peering = new aws.ec2.VpcPeeringConnection(
        `${name}-hub`,
        {
            vpcId,
            peerVpcId: connect.hubVpcId,
            // Only one's own VPC is accepted in the same call; another account accepts by itself.
            ...(sameAccount ? { autoAccept: true } : { peerOwnerId: connect.hubAccount }),
            tags: { ...tags, Name: `${name}-hub` },
        },
        { parent },
    );
    for (const { zone, tier, routeTableId } of tables) {
        new aws.ec2.Route(
            `${name}-${tier}-${zone}-to-hub`,
            { routeTableId, destinationCidrBlock: connect.hubRange, vpcPeeringConnectionId: peering.id },
            { parent },
        );
    }
    return peering.id;
}

export interface PeeredNetworkArgs {
    readonly peeringConnectionId: pulumi.Input<string>;
    /** Whether the peering was asked for by another account, and waits to be accepted. */
    readonly accept: boolean;
    /** IPv4 range of the peered VPC. */
    readonly range: string;
    /** Tables of the hub that get the way back: those of its endpoints. */
    readonly tables: readonly {
        readonly zone: string;
        readonly tier: string;
        readonly routeTableId: pulumi.Input<string>;
    }[];
    readonly tags: Tags;
}

/** The hub's side of a peering, made in the hub's account: acceptance, and the way back. */
export class PeeredNetwork extends pulumi.ComponentResource {
    /** What must stand before packets come back. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: PeeredNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:onprem:PeeredNetwork", name, {}, opts);
        const accepter = args.accept
            ? new aws.ec2.VpcPeeringConnectionAccepter(
                  name,
                  {
                      vpcPeeringConnectionId: args.peeringConnectionId,
                      autoAccept: true,
                      tags: { ...args.tags, Name: name },
                  },
                  { parent: this },
              )
            : undefined;
        const routes = args.tables.map(
            ({ zone, tier, routeTableId }) =>
                new aws.ec2.Route(
                    `${name}-${tier}-${zone}`,
                    {
                        routeTableId,
                        destinationCidrBlock: args.range,
                        vpcPeeringConnectionId: args.peeringConnectionId,
                    },
                    { parent: this, dependsOn: accepter === undefined ? [] : [accepter] },
                ),
        );
        this.ready = [...(accepter === undefined ? [] : [accepter]), ...routes];
        this.registerOutputs({});
    }
}
