import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import { ANYWHERE } from "../../network/egress/destinations";
import { createFirewall, type FirewallArgs } from "../../network/egress/firewall";
import { createInternetGateway } from "../../network/egress/internetGateway";
import { createNat } from "../../network/egress/nat";
import { inZone, zonesMustAgree } from "../../network/egress/zones";
import { rangeSuffix } from "../../network/securityGroups";
import type { ZoneSubnet } from "../../network/subnets";
import type { Tags } from "../../tags";

export interface CentralEgressArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    /** IPv4 range of the hub's VPC. */
    readonly cidr: string;
    /** IPv4 ranges of the lines of business: inside, for the firewall's rules, and where answers go back to. */
    readonly lobRanges: readonly string[];
    readonly subnets: Readonly<Record<"nat" | "firewall", Readonly<Record<string, string>>>>;
    /** Where traffic of the lines of business arrives from the gateway. */
    readonly transit: readonly ZoneSubnet[];
    readonly gatewayId: pulumi.Input<string>;
    /** The hub's attachment, in appliance mode; a route to the gateway needs it. */
    readonly attachment: pulumi.Resource;
    readonly firewall: FirewallArgs | undefined;
    readonly tags: Tags;
}

export interface CentralEgress {
    /** What must stand before lines of business may send anything this way. */
    readonly ready: readonly pulumi.Resource[];
    /** Public addresses they are seen with, in order of zone. */
    readonly addresses: readonly pulumi.Output<string>[];
}

/**
 * The lines of business's way to the internet: gateway, firewall, NAT, each zone by itself, and back by the same firewall
 * endpoint. The gateway keeps both directions of a connection in one zone only because the attachment is in appliance
 * mode; otherwise the engine would see half of it and drop it.
 *
 * @throws pulumi.RunError when a range for a zone is missing, the firewall's settings are, or a quota is exceeded
 */
export function createCentralEgress(parent: pulumi.Resource, name: string, args: CentralEgressArgs): CentralEgress {
    const { attachment, gatewayId, lobRanges, subnets, tags, transit, vpcId } = args;
    zonesMustAgree(transit, { nat: subnets.nat, firewall: subnets.firewall }, "hub");
    const internetGateway = createInternetGateway(parent, name, { vpcId, tags });
    const nats = createNat(parent, name, { vpcId, ranges: subnets.nat, internetGateway, tags });
    const firewalls = createFirewall(parent, name, { ...args, homeNet: [args.cidr, ...lobRanges], nats });
    return {
        ready: transit.map(({ zone, routeTable }) => {
            const nat = inZone(nats, zone);
            const firewall = inZone(firewalls, zone);
            const back = lobRanges.flatMap((range) => [
                new aws.ec2.Route(
                    `${name}-nat-${zone}-to-${rangeSuffix(range)}`,
                    { routeTableId: nat.routeTableId, destinationCidrBlock: range, vpcEndpointId: firewall.endpointId },
                    { parent },
                ),
                new aws.ec2.Route(
                    `${name}-firewall-${zone}-to-${rangeSuffix(range)}`,
                    {
                        routeTableId: firewall.routeTableId,
                        destinationCidrBlock: range,
                        transitGatewayId: gatewayId,
                    },
                    { parent, dependsOn: [attachment] },
                ),
            ]);
            return new aws.ec2.Route(
                `${name}-transit-${zone}-default`,
                { routeTableId: routeTable.id, destinationCidrBlock: ANYWHERE, vpcEndpointId: firewall.endpointId },
                // First the rest of the way and its logs: what is sent before is lost, or passes unseen.
                { parent, dependsOn: [...back, ...nat.ready, ...firewall.ready] },
            );
        }),
        addresses: transit.map(({ zone }) => inZone(nats, zone).address),
    };
}
