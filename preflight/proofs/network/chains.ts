import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";
import { isDefault, isFirewall, type PathEnd, type Step } from "./paths";

/** A link of a stated way out. */
export type Link = "firewall endpoint" | "NAT gateway" | "internet gateway";

/**
 * The ways out that a setting of `network.egress` states, each link in the zone of the subnet it serves. Where the VPC
 * brings its own firewall, the firewall may stand behind the NAT gateway too.
 */
export function statedChains(egress: "nat" | "firewall", ownEgress: boolean): readonly (readonly Link[])[] {
    if (egress === "nat") {
        return [["NAT gateway", "internet gateway"]];
    }
    const firewallFirst: readonly Link[] = ["firewall endpoint", "NAT gateway", "internet gateway"];
    const natFirst: readonly Link[] = ["NAT gateway", "firewall endpoint", "internet gateway"];
    return ownEgress ? [firewallFirst, natFirst] : [firewallFirst];
}

/** The chain in words. */
export function chainText(chain: readonly Link[]): string {
    return ["subnet", ...chain].join(" > ");
}

/** Judges one way to the internet: whether it is a stated one, in one zone, for every address. */
export function judgeWay(
    graph: ResourceGraph,
    network: Network,
    subnet: Subnet,
    { hops, steps }: PathEnd,
    chains: readonly (readonly Link[])[],
): Finding {
    const text = hops.join(" > ");
    const links = steps.map(linkOf);
    const stated = chains.map(chainText).join(", or ");
    if (!chains.some((chain) => chain.length === links.length && chain.every((link, at) => link === links[at]))) {
        return { verdict: "broken", text, fix: `Remove the route: the only way out is ${stated}.` };
    }
    const partial = steps.find(({ route }) => !isDefault(route));
    if (partial !== undefined) {
        const fix = `Remove route ${partial.route.resource.name}, or make it the default route 0.0.0.0/0.`;
        return { verdict: "broken", text, fix };
    }
    return otherZone(network, subnet, steps, text) ?? unfit(graph, subnet, steps, text) ?? { verdict: "holds", text };
}

function linkOf({ route: { target } }: Pick<Step, "route">): Link | "other" {
    if (target.kind === "nat-gateway") {
        return "NAT gateway";
    }
    if (target.kind === "internet-gateway") {
        return "internet gateway";
    }
    return target.kind === "vpc-endpoint" && isFirewall(target.resource) ? "firewall endpoint" : "other";
}

function otherZone(network: Network, subnet: Subnet, steps: readonly Step[], text: string): Finding | undefined {
    const findings = steps.flatMap(({ route, place, uncertain }): Finding[] => {
        const name = route.target.resource?.name ?? "the target";
        if (place === undefined) {
            return [];
        }
        if (uncertain === true) {
            return [{ verdict: "not proven", text: `${text}: which endpoint of ${name} is meant is not known` }];
        }
        const same = network.sameZone(subnet, place);
        if (same === true) {
            return [];
        }
        return isUnknown(same)
            ? [{ verdict: "not proven", text: `${text}: the zone of subnet ${place.resource.name} is not known` }]
            : [
                  {
                      verdict: "broken",
                      text: `${text}: subnet ${place.resource.name} is in another zone than ${subnet.resource.name}`,
                      fix: `Lead route ${route.resource.name} to the ${linkOf({ route })} of its own zone.`,
                  },
              ];
    });
    return findings.find(({ verdict }) => verdict === "broken") ?? findings[0];
}

/** A link that is there and leads nowhere: a private NAT gateway, a gateway that is not attached to the VPC. */
function unfit(graph: ResourceGraph, subnet: Subnet, steps: readonly Step[], text: string): Finding | undefined {
    const findings = steps.flatMap(({ route: { target } }): Finding[] => {
        const { resource } = target;
        if (resource === undefined) {
            return [];
        }
        if (resource.type === tokens.NAT_GATEWAY && (resource.props.connectivityType ?? "public") !== "public") {
            return isUnknown(resource.props.connectivityType)
                ? [{ verdict: "not proven", text: `${text}: whether ${resource.name} is public is not known` }]
                : [{ verdict: "broken", text: `${text}: ${resource.name} is private`, fix: "Make it public." }];
        }
        return resource.type === tokens.INTERNET_GATEWAY ? attached(graph, subnet, resource, text) : [];
    });
    return findings[0];
}

function attached(graph: ResourceGraph, subnet: Subnet, gateway: GraphResource, text: string): Finding[] {
    const attachments = graph
        .ofType(tokens.INTERNET_GATEWAY_ATTACHMENT)
        .filter((each) =>
            resolveOne(graph, each, "internetGatewayId", [tokens.INTERNET_GATEWAY]).found.includes(gateway),
        );
    const places = [gateway, ...attachments].map((each) => resolveOne(graph, each, "vpcId", [tokens.VPC]));
    if (places.some(({ found, undecided }) => undecided === undefined && sharesOne(found, subnet.vpc.found))) {
        return [];
    }
    const open = places.some(({ undecided, external }) => undecided !== undefined || external.length > 0);
    return [
        open
            ? { verdict: "not proven", text: `${text}: the VPC of ${gateway.name} is not known` }
            : {
                  verdict: "broken",
                  text: `${text}: ${gateway.name} is not attached to the VPC`,
                  fix: `Set vpcId of ${gateway.name}.`,
              },
    ];
}

function sharesOne(one: readonly GraphResource[], other: readonly GraphResource[]): boolean {
    return one.some((each) => other.includes(each));
}
