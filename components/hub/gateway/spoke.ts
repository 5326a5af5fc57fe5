import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../../tags";
import { createGatewayRoute } from "./routes";

/** Tables of the gateway, by who looks into them. */
export interface HubTables {
    /** Lines of business: the hub and nobody else. Absent where they need nothing of it. */
    readonly spoke: pulumi.Output<string> | undefined;
    /** The hub's VPC and the access service's: everybody. */
    readonly hub: pulumi.Output<string>;
    /** The company network: the hub and nobody else. Absent where it does not come over the gateway. */
    readonly clients: pulumi.Output<string> | undefined;
}

export interface SpokeArgs {
    readonly attachmentId: pulumi.Input<string>;
    /** Table the attachment looks into. */
    readonly role: keyof HubTables;
    readonly tables: HubTables;
    /** IPv4 ranges behind the attachment, which the hub's side may reach. */
    readonly ranges: readonly string[];
    /** Whether the attachment is of another account and waits for the gateway's owner. */
    readonly accept: boolean;
    readonly tags: Tags;
}

/**
 * An attached VPC (or VPN) as the gateway's owner sees it: accepted where it is another account's, in its one table, and
 * found from the hub's side. Everything a new line of business changes in the gateway is in one of these.
 *
 * @throws pulumi.RunError for clients or lines of business where the hub expects none over the gateway
 */
export class Spoke extends pulumi.ComponentResource {
    /** What must stand before traffic may be sent to the gateway, in both directions. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: SpokeArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:Spoke", name, {}, opts);
        const { attachmentId, ranges, role, tables, tags } = args;
        const table = tables[role];
        if (table === undefined) {
            throw new pulumi.RunError(
                `${name}: the hub has no table for ${role}: nobody of the kind was to come over the gateway. ` +
                    "Clients are named in members.clients.overGateway; lines of business come for shared endpoints or egress.",
            );
        }
        const accepted = args.accept
            ? [
                  new aws.ec2transitgateway.VpcAttachmentAccepter(
                      name,
                      {
                          transitGatewayAttachmentId: attachmentId,
                          transitGatewayDefaultRouteTableAssociation: false,
                          transitGatewayDefaultRouteTablePropagation: false,
                          tags: { ...tags, Name: name },
                      },
                      { parent: this },
                  ),
              ]
            : [];
        const association = new aws.ec2transitgateway.RouteTableAssociation(
            name,
            { transitGatewayAttachmentId: attachmentId, transitGatewayRouteTableId: table },
            { parent: this, dependsOn: accepted },
        );
        const found = ranges.map((range) =>
            createGatewayRoute(this, name, { table: tables.hub, range, to: attachmentId, after: accepted }),
        );
        this.ready = [...accepted, association, ...found];
        this.registerOutputs({});
    }
}
