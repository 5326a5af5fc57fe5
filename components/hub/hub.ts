import * as pulumi from "@pulumi/pulumi";

import type { ServiceKey } from "../../policy-pack/facts";
import { allowedDomains } from "../allowList";
import type { HubArgs } from "./args";
import { createCentralEgress } from "./egress/centralEgress";
import { type Audience, audiencesOf } from "./endpoints/audiences";
import { createHubEndpoints } from "./endpoints/endpoints";
import { createWaysBack } from "./endpoints/waysBack";
import { createSegments } from "./gateway/segments";
import { shareGateway, type Shared } from "./gateway/share";
import { type HubTables, Spoke } from "./gateway/spoke";
import { createTransitGateway } from "./gateway/transitGateway";
import { createHubVpc } from "./hubVpc";
import { createPrivateZones, type PrivateZone } from "./zones/privateZones";
import { isSharable } from "./zones/zoneNames";

/**
 * What all lines of business share: a transit gateway that keeps them apart, endpoints for everybody who has none, the
 * private zones by which they are found, and, if wanted, one inspected way to the internet.
 *
 * It knows lines of business by the range and the accounts they are in only, so a new one changes nothing here but, where
 * its account is new, the share and the endpoints' policies.
 */
export class Hub extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;
    readonly gatewayId: pulumi.Output<string>;
    readonly gatewayArn: pulumi.Output<string>;
    readonly tables: HubTables;
    /** Attachment of the hub's VPC. */
    readonly attachmentId: pulumi.Output<string>;
    /** Services the hub has endpoints of. */
    readonly services: readonly ServiceKey[];
    /** Endpoint ids by service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
    /** Private zones by name. */
    readonly zoneIds: Readonly<Record<string, pulumi.Output<string>>>;
    /** IPv4 ranges of the subnets the endpoints are in. */
    readonly endpointRanges: readonly string[];
    /** Tables of those subnets, in order of zone: where ways back belong that do not lead over the gateway. */
    readonly endpointTables: readonly { zone: string; tier: string; routeTableId: pulumi.Output<string> }[];
    /** What shares the gateway with all accounts. */
    readonly shared: readonly pulumi.Resource[];
    /** Addresses to which the company's name servers forward; absent without an inbound resolver. */
    readonly resolverAddresses: pulumi.Output<string[]> | undefined;
    /** Public addresses lines of business are seen with, in order of zone; empty without central egress. */
    readonly egressAddresses: readonly pulumi.Output<string>[];
    /** Everything that must stand before anybody can use the hub. */
    readonly ready: readonly pulumi.Resource[];

    private readonly shares: Shared;
    private readonly zones: readonly PrivateZone[];
    private readonly endpoints: HubArgs["endpoints"];

    constructor(name: string, args: HubArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:Hub", name, {}, opts);
        const { members, place, subnets, tags } = args;
        const { clients } = members;
        this.services = args.services.filter((service) => isSharable(service, place.region));
        this.endpoints = args.endpoints;

        const transit = createTransitGateway(this, name, {
            asn: args.asn,
            lines: args.endpoints === "shared" || args.egress === "firewall",
            clients: (clients?.overGateway.length ?? 0) > 0,
            tags,
        });
        this.shares = shareGateway(this, name, {
            place,
            gatewayArn: transit.gateway.arn,
            accounts: members.attached,
            tags,
        });
        const vpc = createHubVpc(this, name, { ...args, services: this.services, gatewayId: transit.gateway.id });
        const { attached, endpointTier, vpcId } = vpc;
        const waysBack = createWaysBack(this, name, {
            ...args,
            tier: endpointTier,
            gatewayId: transit.gateway.id,
            attachment: attached.attachment,
        });
        const endpoints = createHubEndpoints(this, name, {
            ...args,
            vpcId,
            services: this.services,
            tier: endpointTier,
        });
        this.zones = createPrivateZones(this, name, { region: place.region, vpcId, endpoints, tags });
        const egress =
            args.egress === "firewall"
                ? createCentralEgress(this, name, {
                      ...args,
                      vpcId,
                      lobRanges: members.lobRanges,
                      transit: attached.subnets,
                      gatewayId: transit.gateway.id,
                      attachment: attached.attachment,
                      firewall: firewallOf(args),
                  })
                : undefined;
        const segments = createSegments(this, name, {
            transit,
            attachmentId: attached.attachment.id,
            cidr: args.cidr,
            members,
            internet: egress !== undefined,
        });

        this.vpcId = vpcId;
        this.resolverAddresses = vpc.resolverAddresses;
        this.gatewayId = transit.gateway.id;
        this.gatewayArn = transit.gateway.arn;
        this.tables = {
            spoke: transit.spokeTable?.id,
            hub: transit.hubTable.id,
            clients: transit.clientsTable?.id,
        };
        this.attachmentId = attached.attachment.id;
        this.endpointIds = Object.fromEntries([...endpoints].map(([service, { id }]) => [service, id]));
        this.zoneIds = Object.fromEntries(this.zones.map(({ name: zone, id }) => [zone, id]));
        this.endpointRanges = Object.values(subnets.endpoint);
        this.endpointTables = endpointTier.map(({ zone, routeTable }) => ({
            zone,
            tier: "endpoint",
            routeTableId: routeTable.id,
        }));
        this.shared = [...new Set([...this.shares.values()].flat())];
        this.egressAddresses = [...(egress?.addresses ?? [])];
        const clientsSpoke = this.connectClients(name, args);
        this.ready = [
            ...waysBack,
            ...endpoints.values(),
            ...this.zones.flatMap(({ ready }) => ready),
            ...vpc.ready,
            ...(egress?.ready ?? []),
            ...segments,
            ...clientsSpoke,
        ];
        this.registerOutputs({
            vpcId: this.vpcId,
            gatewayId: this.gatewayId,
            attachmentId: this.attachmentId,
            endpointIds: this.endpointIds,
            zoneIds: this.zoneIds,
            resolverAddresses: this.resolverAddresses,
            egressAddresses: this.egressAddresses,
        });
    }

    /** What shares the gateway with an account: what that account's attachments wait for. Empty for the hub's own. */
    sharedWith(account: string): readonly pulumi.Resource[] {
        return this.shares.get(account) ?? [];
    }

    /** Services whose endpoints an audience may call and find. */
    servicesFor(audience: Audience): ServiceKey[] {
        return this.services.filter((service) => audiencesOf(service, this.endpoints).includes(audience));
    }

    /** Private zones an audience's VPCs need, by name. On-premises VPCs are `clients`. */
    zonesFor(audience: Audience): Record<string, pulumi.Output<string>> {
        const services = this.servicesFor(audience);
        return Object.fromEntries(
            this.zones.filter(({ service }) => services.includes(service)).map(({ name: zone, id }) => [zone, id]),
        );
    }

    /** The company network's attachment that is on the gateway already. */
    private connectClients(name: string, { members: { clients }, tags }: HubArgs): readonly pulumi.Resource[] {
        if (clients?.attachment === undefined) {
            return [];
        }
        const { attachment, overGateway } = clients;
        return new Spoke(
            `${name}-clients`,
            {
                attachmentId: attachment,
                role: "clients",
                tables: this.tables,
                ranges: overGateway,
                accept: false,
                tags,
            },
            { parent: this },
        ).ready;
    }
}

function firewallOf({ firewall, logsKeyArn, networkKeyArn, protections }: HubArgs) {
    return firewall === undefined || networkKeyArn === undefined
        ? undefined
        : { ...firewall, domains: allowedDomains(firewall.allow), protections, keyArn: networkKeyArn, logsKeyArn };
}
