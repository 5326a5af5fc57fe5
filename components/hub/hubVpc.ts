import type * as pulumi from "@pulumi/pulumi";

import { createHubAttachment, type HubAttachment } from "../network";
import { createDns, createInboundResolver, resolvableNames } from "../network/dns";
import { createFlowLogs } from "../network/flowLogs";
import { createTier, type ZoneSubnet } from "../network/subnets";
import { createVpc } from "../network/vpc";
import type { HubArgs } from "./args";

export interface HubVpcArgs extends HubArgs {
    readonly gatewayId: pulumi.Input<string>;
}

/** The hub's VPC, before anything stands in it. */
export interface HubVpc {
    readonly vpcId: pulumi.Output<string>;
    readonly attached: HubAttachment;
    /** Subnets for the endpoints, and for the resolver's addresses. */
    readonly endpointTier: readonly ZoneSubnet[];
    /** Absent without an inbound resolver. */
    readonly resolverAddresses: pulumi.Output<string[]> | undefined;
    /** What must stand before anything in the VPC, or the company's name servers, ask for names. */
    readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes the hub's VPC: logged, with its default group closed, attached to the gateway by subnets of its own, and with no
 * names but those of its endpoints.
 */
export function createHubVpc(parent: pulumi.Resource, name: string, args: HubVpcArgs): HubVpc {
    const { place, partition, subnets, tags } = args;
    const { vpcId } = createVpc(parent, name, { cidr: args.cidr, studio: {}, tags });
    createFlowLogs(parent, name, {
        place,
        partition,
        vpcId,
        keyArn: args.logsKeyArn,
        ...args.flowLogs,
        protect: args.protect,
        forceDestroy: !args.protect,
        tags,
    });
    const attached = createHubAttachment(parent, name, {
        account: place.account,
        vpcId,
        transit: subnets.transit,
        gatewayId: args.gatewayId,
        gatewayAccount: place.account,
        shared: [],
        // The two directions of a connection take the same zone's firewall endpoint.
        appliance: args.egress === "firewall",
        tags,
    });
    const endpointTier = createTier(parent, name, { vpcId, tier: "endpoint", ranges: subnets.endpoint, tags });
    const dns = createDns(parent, name, {
        place,
        vpcId,
        kind: args.egress,
        section: "hub",
        names: resolvableNames({
            services: args.services,
            region: place.region,
            apps: false,
            vpcRange: args.cidr,
            allow: args.dns.allow,
            domains: [],
        }),
        protections: args.protections,
        logsKeyArn: args.logsKeyArn,
        logRetentionDays: args.dns.logRetentionDays,
        tags,
    });
    return {
        vpcId,
        attached,
        endpointTier,
        resolverAddresses: createResolver(parent, name, args, vpcId, endpointTier),
        ready: dns.ready,
    };
}

function createResolver(
    parent: pulumi.Resource,
    name: string,
    { members: { clients }, place, tags }: HubVpcArgs,
    vpcId: pulumi.Output<string>,
    endpointTier: readonly ZoneSubnet[],
): pulumi.Output<string[]> | undefined {
    if (clients?.resolver !== true) {
        return undefined;
    }
    const subnetIds = endpointTier.map(({ subnet }) => subnet.id);
    const { ranges: clientRanges } = clients;
    return createInboundResolver(parent, name, { place, vpcId, section: "hub", subnetIds, clientRanges, tags })
        .addresses;
}
