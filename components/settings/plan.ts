import { type AddressPlan, type AddressProblem, planAddresses, planInExisting, type Room, roomOf } from "../addresses";
import type { TopValues } from "./schema";
import { isInterface, servicesMade } from "./services";

type Network = Omit<TopValues["network"], "subnets">;

/** The address plan of a network: of our own VPC, or of what is made in an existing one. */
export function addressPlan(
    network: TopValues["network"],
    region: string,
): { ok: AddressPlan } | { problems: AddressProblem[] } {
    const { cidr, zones, subnets: explicit, vpc } = network;
    if (vpc === undefined) {
        return planAddresses({ cidr, zones, explicit });
    }
    const studio = Object.fromEntries(Object.entries(vpc.studio).map(([zone, subnet]) => [zone, subnet.cidr]));
    return planInExisting({ cidr, zones, studio, explicit, made: madeInExisting(network, region) });
}

/** Addresses that each studio and endpoint subnet has and needs, to print or to check. */
export function roomOfNetwork(network: Network, { studio, endpoint }: AddressPlan, region: string): Room[] {
    return roomOf({
        studio,
        endpoint,
        interfaceEndpoints: servicesMade(network, region).filter(isInterface).length,
        resolver: network.clients?.resolver ?? false,
        stated: network.capacity,
    });
}

/** The way out this stack makes; `isolated` when it makes none. */
export function egressMade({ egress, vpc }: Pick<Network, "egress" | "vpc">): Network["egress"] {
    return vpc?.ownEgress === true ? "isolated" : egress;
}

function madeInExisting(
    network: Network,
    region: string,
): Partial<Record<"endpoint" | "firewall" | "nat" | "transit", string>> {
    const interfaces = servicesMade(network, region).filter(isInterface);
    const egress = egressMade(network);
    return {
        ...(interfaces.length > 0
            ? { endpoint: `the VPC gets endpoints of ${interfaces.join(", ")}` }
            : network.clients?.resolver === true && {
                  endpoint: "clients.resolver makes an inbound resolver endpoint",
              }),
        ...(egress === "firewall" && { firewall: "egress: firewall makes firewall endpoints" }),
        ...(egress !== "isolated" && { nat: `egress: ${egress} makes NAT gateways` }),
        ...(network.clients?.via?.startsWith("tgw-") === true && {
            transit: "clients.via attaches the VPC to a transit gateway",
        }),
    };
}
