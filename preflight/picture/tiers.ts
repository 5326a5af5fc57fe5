import type { GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { resolveMany } from "../../policy-pack/graph";
import { type Network, networkTokens } from "../../policy-pack/graph/network";
import { type Tier, TIERS } from "./model";

/** What one subnet is for. */
export interface SubnetUse {
    readonly tier: Tier;
    /** What stands in it, most telling first. */
    readonly holds: readonly string[];
}

const SUBNET = [networkTokens.SUBNET];

/**
 * What stands in every subnet, read from the resources that name it; the name tells the tier of an empty one.
 *
 * @param jobs jobs run in the subnets of the domain; no resource shows it, because people start them
 */
export function subnetUses(
    graph: ResourceGraph,
    network: Network,
    jobs: boolean,
): ReadonlyMap<GraphResource, SubnetUse> {
    const found = new Map<GraphResource, Map<Tier, string[]>>();
    const note = (subnets: readonly GraphResource[], tier: Tier, what: string): void => {
        for (const subnet of subnets) {
            const tiers = found.get(subnet) ?? new Map<Tier, string[]>();
            tiers.set(tier, [...(tiers.get(tier) ?? []), what]);
            found.set(subnet, tiers);
        }
    };
    const standing = (type: string, tier: Tier, what: string): void =>
        graph.ofType(type).forEach((resource) =>
            note(
                network.subnetsOf(resource).map((subnet) => subnet.resource),
                tier,
                what,
            ),
        );
    standing(networkTokens.NAT_GATEWAY, "nat", "NAT gateway");
    standing(networkTokens.FIREWALL, "firewall", "firewall endpoint");
    for (const domain of graph.ofType("aws:sagemaker/domain:Domain")) {
        note(
            resolveMany(graph, domain, "subnetIds", SUBNET).found,
            "studio",
            jobs ? "Studio apps and jobs" : "Studio apps",
        );
    }
    for (const attachment of graph.ofType("aws:ec2transitgateway/vpcAttachment:VpcAttachment")) {
        note(resolveMany(graph, attachment, "subnetIds", SUBNET).found, "transit", "transit gateway attachment");
    }
    const interfaces = new Map<GraphResource, number>();
    for (const endpoint of network.endpoints.filter(({ type }) => type === "Interface")) {
        endpoint.subnets.found.forEach((subnet) => interfaces.set(subnet, (interfaces.get(subnet) ?? 0) + 1));
    }
    interfaces.forEach((count, subnet) =>
        note([subnet], "endpoint", `${count} interface ${count === 1 ? "endpoint" : "endpoints"}`),
    );
    for (const resolver of graph.ofType("aws:route53/resolverEndpoint:ResolverEndpoint")) {
        const addresses = Array.isArray(resolver.props.ipAddresses) ? resolver.props.ipAddresses : [];
        const subnets = addresses.flatMap(
            (_, index) => graph.refs(resolver, `ipAddresses.${index}.subnetId`, SUBNET).found,
        );
        note([...new Set(subnets)], "endpoint", "inbound resolver");
    }
    return new Map(
        network.subnets.map(({ resource }) => {
            const tiers = found.get(resource) ?? new Map<Tier, string[]>();
            const held = TIERS.filter((tier) => tiers.has(tier));
            const holds = [...new Set(held.flatMap((tier) => tiers.get(tier) ?? []))];
            return [resource, { tier: held[0] ?? tierOfName(resource.name), holds }];
        }),
    );
}

/** Tier by the logical names this project gives: `<network>-<tier>-<zone>`. */
function tierOfName(name: string): Tier {
    return TIERS.find((tier) => name.split("-").includes(tier)) ?? "other";
}
