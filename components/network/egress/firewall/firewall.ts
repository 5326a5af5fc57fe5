import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../../names";
import type { Tags } from "../../../tags";
import { createTier } from "../../subnets";
import { ANYWHERE } from "../destinations";
import type { ZoneNat } from "../nat";
import { inZone } from "../zones";
import { ownKey } from "./encryption";
import { endpointId } from "./endpointId";
import { createFirewallLogs } from "./logging";
import { createFirewallPolicy } from "./policy";

/** What the firewall lets through, and how it is kept. */
export interface FirewallArgs {
    /** Domains that TLS and HTTP may go to, expanded: `pypi.org`, or `.example.com` for it and everything below it. */
    readonly domains: readonly string[];
    /** IPv4 ranges that NTP may go to. */
    readonly timeServers: readonly string[];
    /** Names of AWS managed rule groups, without the order AWS appends. */
    readonly threatGroups: readonly string[];
    /**
     * Whether AWS refuses to delete the firewall and to change its subnets or its policy. Off, and deployed, before a
     * destroy, a change of zones and a change away from the firewall.
     */
    readonly protections: boolean;
    /** Key for the firewall, its policy and its rule groups. */
    readonly keyArn: pulumi.Input<string>;
    /** Key for the log groups. */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
}

export interface FirewallPlaceArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    /** Ranges that count as inside. */
    readonly homeNet: readonly string[];
    /** Range of the endpoint's subnet by zone. */
    readonly subnets: Readonly<Record<"firewall", Readonly<Record<string, string>>>>;
    /** Where each zone's endpoint hands on what passed. */
    readonly nats: readonly ZoneNat[];
    readonly firewall?: FirewallArgs;
    readonly tags: Tags;
}

/** The firewall's endpoint in a zone. */
export interface ZoneFirewall {
    readonly zone: string;
    /** Table of the endpoint's subnet. */
    readonly routeTableId: pulumi.Output<string>;
    /** Unknown until the firewall stands. */
    readonly endpointId: pulumi.Output<string>;
    /** What must stand before traffic may be sent to it: the rest of the way, and the logs. */
    readonly ready: readonly pulumi.Resource[];
}

/** Twice the provider's default: AWS makes and removes the endpoints zone by zone, minutes each. */
const TIMEOUTS = { create: "60m", update: "60m", delete: "60m" } as const;

/**
 * Makes the firewall with an endpoint in a subnet of its own per zone.
 *
 * `availabilityZoneChangeProtection` is left alone: it belongs to firewalls attached to a transit gateway; the zones of
 * this one follow from its subnets. Source: Network Firewall API, UpdateAvailabilityZoneChangeProtection.
 *
 * @throws pulumi.RunError when the firewall's settings are missing or exceed a quota
 */
export function createFirewall(parent: pulumi.Resource, name: string, args: FirewallPlaceArgs): ZoneFirewall[] {
    const { firewall: settings, tags } = args;
    if (settings === undefined) {
        throw new pulumi.RunError(
            "network.firewall is missing: egress by firewall lets through what firewall.allow names",
        );
    }
    const tier = createTier(parent, name, {
        vpcId: args.vpcId,
        tier: "firewall",
        ranges: args.subnets.firewall,
        tags,
    });
    const policy = createFirewallPolicy(parent, name, { ...args, ...settings });
    const firewallName = physicalName(args.place, "firewall", "firewall");
    const firewall = new aws.networkfirewall.Firewall(
        `${name}-firewall`,
        {
            name: firewallName,
            description: "Lets Studio reach what the stack allows, and nothing else",
            vpcId: args.vpcId,
            firewallPolicyArn: policy.arn,
            subnetMappings: tier.map(({ subnet }) => ({ subnetId: subnet.id, ipAddressType: "IPV4" })),
            deleteProtection: settings.protections,
            subnetChangeProtection: settings.protections,
            firewallPolicyChangeProtection: settings.protections,
            encryptionConfiguration: ownKey(settings.keyArn),
            tags: { ...tags, Name: `${name}-firewall` },
        },
        { parent, customTimeouts: TIMEOUTS },
    );
    const logs = createFirewallLogs(parent, name, { ...args, ...settings, firewallArn: firewall.arn });

    return tier.map(({ zone, subnet, routeTable, association }) => {
        const toNat = new aws.ec2.Route(
            `${name}-firewall-${zone}-default`,
            {
                routeTableId: routeTable.id,
                destinationCidrBlock: ANYWHERE,
                natGatewayId: inZone(args.nats, zone).natGatewayId,
            },
            { parent },
        );
        return {
            zone,
            routeTableId: routeTable.id,
            endpointId: pulumi
                .all([firewall.firewallStatuses, subnet.id, subnet.availabilityZone, subnet.availabilityZoneId])
                .apply(([statuses, subnetId, ...zones]) =>
                    endpointId(statuses, { firewall: firewallName, subnetId, zones: [zone, ...zones] }),
                ),
            ready: [association, toNat, logs],
        };
    });
}
