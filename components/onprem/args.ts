import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../names";
import type { Tags } from "../tags";

/** How the simulated company network reaches the hub. */
export type Connection =
    /** VPC peering: to the hub's VPC, and to nothing behind it. */
    | {
          readonly kind: "peering";
          readonly hubVpcId: pulumi.Input<string>;
          /** Account of the hub, twelve digits. */
          readonly hubAccount: string;
          /** IPv4 range of the hub's VPC. */
          readonly hubRange: string;
      }
    /** The hub's transit gateway, as a company's own network would; association and routes are made by whoever has the gateway. */
    | {
          readonly kind: "attachment";
          readonly gatewayId: pulumi.Input<string>;
          /** Account the gateway belongs to, twelve digits. */
          readonly gatewayAccount: string;
          /** IPv4 range of the hub's VPC. */
          readonly hubRange: string;
          /** What must stand before this account sees the gateway: its share. */
          readonly shared: readonly pulumi.Resource[];
      };

export interface OnPremisesArgs {
    /** Account of the simulator, unit `onprem`. */
    readonly place: Place;
    readonly partition: string;
    /** IPv4 range of the VPC. */
    readonly cidr: string;
    /** Ids of Availability Zones, sorted; one zone is enough. Some zone stays without host: there is one host. */
    readonly zones: readonly string[];
    readonly connect: Connection;
    /** EC2 instance type of the host; the processor of its image follows from it. */
    readonly hostType: string;
    /** ARNs of the roles that may administer the keys; empty: whoever the account's IAM policies allow. */
    readonly administrators: readonly string[];
    /** Days between the order to delete a key and its deletion, 7 to 30. */
    readonly keyDeletionDays: number;
    /** Permissions boundary of the roles of host and flow logs; see `serviceBoundary`. */
    readonly boundaryArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly flowLogRetentionDays: number;
    readonly tags: Tags;
}

/** Subnets of one tier, as routes are given to them. */
export interface TierTable {
    readonly zone: string;
    readonly tier: string;
    readonly routeTableId: pulumi.Output<string>;
}
