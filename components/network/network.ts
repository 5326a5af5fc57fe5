import * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import { allowedDomains } from "../allowList";
import type { NetworkArgs } from "./args";
import { createClientRoutes } from "./clientRoutes";
import { createDns, createInboundResolver, resolvableNames } from "./dns";
import { createEgress, type Egress } from "./egress";
import { createGatewayEndpoints, createInterfaceEndpoints, type Endpoints } from "./endpoints";
import { createFlowLogs } from "./flowLogs";
import { gatewayDestinations } from "./gateways";
import { createHubAttachment } from "./hubAttachment";
import { createGroups, type Internet } from "./securityGroups";
import { createTier, type ZoneSubnet } from "./subnets";
import { createVpc, existingVpc, type StudioVpc } from "./vpc";
import { verifyZones } from "./zoneCheck";

/** A table of the network whose subnets start connections. */
export interface WorkloadTable {
    readonly zone: string;
    readonly tier: string;
    readonly routeTableId: pulumi.Output<string>;
}

/**
 * A network for Studio, in a VPC of its own or in an existing one. What Studio needs of AWS it reaches through VPC
 * endpoints whose policies admit this account's (or organization's) principals and resources only; what may reach
 * Studio's endpoints is Studio itself and, on 443, the company ranges of `clients`. There is no way out, or exactly the
 * one `egress` names, in each zone by itself.
 *
 * With `hub` it is attached to a transit gateway, takes from the hub the endpoints that the hub has, and only opens its
 * groups towards them. The routes come after the gateway's owner has accepted the attachment, from whoever knows both.
 *
 * In an existing VPC the owner's parts stay as they are: its default group, its own routes and, with `ownDns`, its rules
 * for names.
 */
export class Network extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;
    /** Subnets for the domain and for jobs, in order of zone. */
    readonly studioSubnetIds: pulumi.Output<string>[];
    /** Group of every Studio app: egress only. */
    readonly studioGroupId: pulumi.Output<string>;
    /** Group for jobs; absent without the feature `jobs`. */
    readonly jobsGroupId: pulumi.Output<string> | undefined;
    /** Group that jobs on several instances carry beside it; absent without distributed training. */
    readonly trainingGroupId: pulumi.Output<string> | undefined;
    /** Endpoint ids by service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
    /** Attachment to the hub's gateway; absent without a hub. */
    readonly hubAttachmentId: pulumi.Output<string> | undefined;
    /** Tables of apps and jobs, in order of zone: where routes to the hub belong. */
    readonly workloadTables: readonly WorkloadTable[];
    /** Public addresses the network is seen with from outside, in order of zone; empty when it has none of its own. */
    readonly egressAddresses: pulumi.Output<string>[];
    /** Addresses to which the company's name servers forward; absent without an inbound resolver. */
    readonly resolverAddresses: pulumi.Output<string[]> | undefined;
    /** Everything that must stand before a domain can work in this network. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:network:Network", name, {}, opts);
        const { existing, place, partition, tags } = args;
        const vpc =
            existing === undefined
                ? createVpc(this, name, { cidr: args.cidr, studio: args.subnets.studio, tags })
                : existingVpc(existing.id, existing.studio);
        createFlowLogs(this, name, {
            place,
            partition,
            vpcId: vpc.vpcId,
            keyArn: args.logsKeyArn,
            ...args.flowLogs,
            protect: args.protect,
            forceDestroy: !args.protect,
            tags,
        });

        const { hub } = args;
        const made = args.services.filter((key) => existing?.endpoints[key] === undefined && !isServedByHub(args, key));
        const endpointTier = this.endpointTier(name, args, vpc, made);
        const policy = { ...args, account: place.account, region: place.region };
        const gateways = createGatewayEndpoints(this, name, {
            vpcId: vpc.vpcId,
            services: made,
            routeTableIds: vpc.studio.map(({ routeTableId }) => routeTableId),
            policy,
            tags,
        });
        const groups = createGroups(this, name, {
            vpcId: vpc.vpcId,
            jobs: args.features.includes("jobs"),
            training: args.distributedTraining,
            clientRanges: args.clients?.ranges ?? [],
            gateways: gatewayDestinations(this, args, gateways),
            existingEndpointGroupIds: existing?.endpointGroups ?? [],
            endpoints: hub === undefined || hasInterfaces(made),
            hubRanges: hub?.endpointRanges ?? [],
            ...internetOf(args),
            tags,
        });
        const throughCheck = verifyZones(this, {
            services: made.filter((key) => ENDPOINT_SERVICES[key].type === "Interface"),
            zones: vpc.studio.map(({ zone }) => zone),
            region: place.region,
            features: args.features,
        });
        const interfaces = createInterfaceEndpoints(this, name, {
            vpcId: vpc.vpcId,
            services: made,
            subnetIds: endpointTier.map(({ subnet }) => throughCheck(subnet.id)),
            groupIds: groups.endpoints === undefined ? [] : [groups.endpoints.id],
            clientGroupId: groups.clients?.id,
            policy,
            tags,
        });
        const attached =
            hub &&
            createHubAttachment(this, name, {
                ...hub,
                account: place.account,
                vpcId: vpc.vpcId,
                transit: args.subnets.transit,
                tags,
            });
        this.resolverAddresses = this.connectClients(name, args, vpc, endpointTier);
        const egress = this.wayOut(name, args, vpc);
        const dns =
            existing?.ownDns !== true
                ? createDns(this, name, {
                      place,
                      vpcId: vpc.vpcId,
                      kind: args.egress,
                      names: resolvableNames({
                          services: args.services,
                          region: place.region,
                          vpcRange: args.cidr,
                          allow: args.dns.allow,
                          domains: allowedDomains([...(args.firewall?.allow ?? []), ...(hub?.allowDomains ?? [])]),
                      }),
                      protections: args.protections,
                      logsKeyArn: args.logsKeyArn,
                      logRetentionDays: args.dns.logRetentionDays,
                      tags,
                  })
                : undefined;

        this.vpcId = vpc.vpcId;
        this.studioSubnetIds = vpc.studio.map(({ subnetId }) => subnetId);
        this.studioGroupId = groups.studio.id;
        this.jobsGroupId = groups.jobs?.id;
        this.trainingGroupId = groups.training?.id;
        const endpoints: Endpoints = new Map([...gateways, ...interfaces]);
        this.endpointIds = Object.fromEntries(
            args.services.flatMap((key) => {
                const id = endpoints.get(key)?.id ?? existing?.endpoints[key];
                return id === undefined ? [] : [[key, pulumi.output(id)]];
            }),
        );
        this.hubAttachmentId = attached?.attachment.id;
        this.workloadTables = vpc.studio.map(({ zone, routeTableId }) => ({ zone, tier: "studio", routeTableId }));
        this.egressAddresses = [...(egress?.addresses ?? [])];
        this.ready = [...vpc.ready, ...endpoints.values(), ...(egress?.ready ?? []), ...(dns?.ready ?? [])];
        this.registerOutputs({
            vpcId: this.vpcId,
            studioSubnetIds: this.studioSubnetIds,
            studioGroupId: this.studioGroupId,
            jobsGroupId: this.jobsGroupId,
            trainingGroupId: this.trainingGroupId,
            endpointIds: this.endpointIds,
            hubAttachmentId: this.hubAttachmentId,
            egressAddresses: this.egressAddresses,
            resolverAddresses: this.resolverAddresses,
        });
    }

    /** Subnets for what has addresses in the VPC; none where an existing VPC has all of it. */
    private endpointTier(
        name: string,
        { clients, subnets, tags }: NetworkArgs,
        { vpcId }: StudioVpc,
        made: readonly ServiceKey[],
    ): ZoneSubnet[] {
        const needed = clients?.resolver === true || hasInterfaces(made);
        return needed ? createTier(this, name, { vpcId, tier: "endpoint", ranges: subnets.endpoint, tags }) : [];
    }

    private connectClients(
        name: string,
        { clients, place, subnets, tags }: NetworkArgs,
        { vpcId }: StudioVpc,
        endpointSubnets: readonly ZoneSubnet[],
    ): pulumi.Output<string[]> | undefined {
        if (clients?.via !== undefined) {
            const { ranges, via } = clients;
            const transitSubnets = via.startsWith("tgw-")
                ? createTier(this, name, { vpcId, tier: "transit", ranges: subnets.transit, tags })
                : [];
            createClientRoutes(this, name, { vpcId, ranges, via, endpointSubnets, transitSubnets, tags });
        }
        return clients?.resolver === true
            ? createInboundResolver(this, name, {
                  place,
                  vpcId,
                  subnetIds: endpointSubnets.map(({ subnet }) => subnet.id),
                  clientRanges: clients.ranges,
                  tags,
              }).addresses
            : undefined;
    }

    private wayOut(name: string, args: NetworkArgs, { vpcId, studio }: StudioVpc): Egress | undefined {
        const { egress, existing, firewall, networkKeyArn } = args;
        if (egress === "isolated" || existing?.ownEgress === true) {
            return undefined;
        }
        return createEgress(this, name, {
            place: args.place,
            partition: args.partition,
            vpcId,
            homeNet: [args.cidr],
            kind: egress,
            studio,
            subnets: { nat: args.subnets.nat, firewall: args.subnets.firewall },
            internetGatewayId: existing?.internetGateway,
            ...(firewall !== undefined && networkKeyArn !== undefined
                ? {
                      firewall: {
                          ...firewall,
                          domains: allowedDomains(firewall.allow),
                          protections: args.protections,
                          keyArn: networkKeyArn,
                          logsKeyArn: args.logsKeyArn,
                      },
                  }
                : {}),
            tags: args.tags,
        });
    }
}

function hasInterfaces(services: readonly ServiceKey[]): boolean {
    return services.some((key) => ENDPOINT_SERVICES[key].type === "Interface");
}

/** Gateway endpoints work by the VPC's own routes: no hub can have them for it. */
function isServedByHub({ hub }: NetworkArgs, key: ServiceKey): boolean {
    return hub?.services.includes(key) === true && ENDPOINT_SERVICES[key].type === "Interface";
}

/** What the groups of apps and jobs open of a way out, be it the network's own or the hub's. */
function internetOf({ egress, firewall, hub }: NetworkArgs): { internet?: Internet } {
    return egress === "isolated" && hub?.internet !== true
        ? {}
        : { internet: { timeServers: [...(firewall?.timeServers ?? []), ...(hub?.timeServers ?? [])] } };
}
