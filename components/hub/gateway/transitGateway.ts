import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../../tags";

export interface TransitGatewayArgs {
    /** Number of the gateway in BGP sessions. */
    readonly asn: number;
    /** Whether lines of business are attached: they are for the hub's endpoints or its way to the internet. */
    readonly lines: boolean;
    /** Whether anybody comes over the gateway who is neither hub nor line of business. */
    readonly clients: boolean;
    readonly tags: Tags;
}

/** The gateway and its tables; what is in no table reaches nobody. */
export interface TransitGateway {
    readonly gateway: aws.ec2transitgateway.TransitGateway;
    readonly hubTable: aws.ec2transitgateway.RouteTable;
    /** Absent without lines of business on the gateway. */
    readonly spokeTable: aws.ec2transitgateway.RouteTable | undefined;
    /** Absent without clients on the gateway. */
    readonly clientsTable: aws.ec2transitgateway.RouteTable | undefined;
}

/**
 * Makes a transit gateway that does nothing by itself: it accepts nobody, associates nobody and propagates no route. Who
 * sees whom is what stands in its tables, one for lines of business, one for the hub's side and one for the company
 * network. Source: Security Hub EC2.23; transit gateway guide, "Isolated VPCs with shared services".
 */
export function createTransitGateway(
    parent: pulumi.Resource,
    name: string,
    { asn, lines, clients, tags }: TransitGatewayArgs,
): TransitGateway {
    const gateway = new aws.ec2transitgateway.TransitGateway(
        `${name}-gateway`,
        {
            description: "Lines of business to the hub, none to another",
            amazonSideAsn: asn,
            autoAcceptSharedAttachments: "disable",
            defaultRouteTableAssociation: "disable",
            defaultRouteTablePropagation: "disable",
            // Names are the private zones' business, and each VPC asks its own resolver.
            dnsSupport: "disable",
            multicastSupport: "disable",
            tags: { ...tags, Name: `${name}-gateway` },
        },
        { parent },
    );
    const table = (segment: string): aws.ec2transitgateway.RouteTable =>
        new aws.ec2transitgateway.RouteTable(
            `${name}-${segment}`,
            { transitGatewayId: gateway.id, tags: { ...tags, Name: `${name}-${segment}` } },
            { parent },
        );
    return {
        gateway,
        hubTable: table("hub"),
        spokeTable: lines ? table("spoke") : undefined,
        clientsTable: clients ? table("clients") : undefined,
    };
}
