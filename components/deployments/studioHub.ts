import type * as pulumi from "@pulumi/pulumi";

import type { HubLink, Network } from "../network";

/** A hub and its access service, as a line of business knows them. */
export interface StudioHub {
    /** What the network is attached to. Undefined: it needs nothing of the hub, and people's way to it is not its own. */
    readonly link: HubLink | undefined;
    /** VPC whose endpoints people's browsers, and the presign function, come through. */
    readonly vpcId: pulumi.Input<string>;
    /** Ids of the hub's endpoints by service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Input<string>>>;
    /** Role of the presign function, which alone opens profiles. */
    readonly presignRoleArn: pulumi.Input<string>;
    /** What must stand before a role may trust that one. */
    readonly presignRoleReady: readonly pulumi.Resource[];
    /** Has the hub's side take the network in; answers what must stand before the domain can work in it. */
    readonly connect: (network: Network) => readonly pulumi.Resource[];
}
