import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Tags } from "../../tags";
import type { StudioSubnet } from "../vpc";
import { ANYWHERE } from "./destinations";
import { createFirewall, type FirewallArgs, type ZoneFirewall } from "./firewall";
import { createInternetGateway } from "./internetGateway";
import { createNat, type ZoneNat } from "./nat";
import { inZone, zonesMustAgree } from "./zones";

export interface EgressArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    /** Ranges that count as inside for the firewall's rules: those of the VPC. */
    readonly homeNet: readonly string[];
    /** `nat`: a NAT gateway per zone, nothing inspected. `firewall`: a firewall endpoint per zone, and behind it the NAT gateway. */
    readonly kind: "nat" | "firewall";
    /** Subnets that get a way out. */
    readonly studio: readonly StudioSubnet[];
    /** Range by zone; `firewall` counts only with `kind: firewall`. Zones are those of `studio`. */
    readonly subnets: Readonly<Record<"nat" | "firewall", Readonly<Record<string, string>>>>;
    /** The gateway the VPC has already. Default: one is made. */
    readonly internetGatewayId?: string;
    /** Required with `kind: firewall`. */
    readonly firewall?: FirewallArgs;
    readonly tags: Tags;
}

export interface Egress {
    /** What must stand before the domain: each studio subnet's way out, with all there is on it. */
    readonly ready: readonly pulumi.Resource[];
    /** Public addresses traffic comes from, in order of the studio subnets. */
    readonly addresses: readonly pulumi.Output<string>[];
}

/**
 * Gives each studio subnet a way to the internet that stays in its zone, by one default route under one logical name
 * whatever the kind, so that a change of kind changes the route's target and nothing that the subnet is made of.
 *
 * @throws pulumi.RunError when a range for a zone is missing, the firewall's settings are, or a quota is exceeded
 */
export function createEgress(parent: pulumi.Resource, name: string, args: EgressArgs): Egress {
    const { kind, studio, subnets, tags, vpcId } = args;
    zonesMustAgree(studio, { nat: subnets.nat, ...(kind === "firewall" ? { firewall: subnets.firewall } : {}) });

    const internetGateway = createInternetGateway(parent, name, { vpcId, existing: args.internetGatewayId, tags });
    const nats = createNat(parent, name, { vpcId, ranges: subnets.nat, internetGateway, tags });
    const firewalls = kind === "firewall" ? createFirewall(parent, name, { ...args, nats }) : undefined;

    return {
        ready: studio.map((subnet) => {
            const nat = inZone(nats, subnet.zone);
            return firewalls === undefined
                ? routeToNat(parent, name, subnet, nat)
                : routeToFirewall(parent, name, subnet, nat, inZone(firewalls, subnet.zone));
        }),
        addresses: studio.map(({ zone }) => inZone(nats, zone).address),
    };
}

function routeToNat(parent: pulumi.Resource, name: string, subnet: StudioSubnet, nat: ZoneNat): pulumi.Resource {
    return new aws.ec2.Route(
        `${name}-studio-${subnet.zone}-default`,
        {
            routeTableId: subnet.routeTableId,
            destinationCidrBlock: ANYWHERE,
            natGatewayId: nat.natGatewayId,
        },
        { parent, dependsOn: [...nat.ready] },
    );
}

/**
 * Out by the firewall endpoint of the zone, and back by the same one: the engine sees both directions of a connection or
 * drops it. The way back is more specific than the VPC's local route, which AWS allows for the range of one whole subnet.
 * Source: VPC user guide, "Subnet route tables".
 */
function routeToFirewall(
    parent: pulumi.Resource,
    name: string,
    { zone, cidr, routeTableId }: StudioSubnet,
    nat: ZoneNat,
    firewall: ZoneFirewall,
): pulumi.Resource {
    const back = new aws.ec2.Route(
        `${name}-nat-${zone}-to-studio`,
        { routeTableId: nat.routeTableId, destinationCidrBlock: cidr, vpcEndpointId: firewall.endpointId },
        { parent },
    );
    return new aws.ec2.Route(
        `${name}-studio-${zone}-default`,
        { routeTableId, destinationCidrBlock: ANYWHERE, vpcEndpointId: firewall.endpointId },
        // First the rest of the way and its logs: what is sent before is lost, or passes unseen.
        { parent, dependsOn: [back, ...nat.ready, ...firewall.ready] },
    );
}
