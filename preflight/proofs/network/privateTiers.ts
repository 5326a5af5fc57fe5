import { type GraphResource, resolveMany, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkTokens as tokens, type Route, type Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";
import { routeText } from "./paths";

const INTERNET = ["internet-gateway", "egress-only-internet-gateway", "carrier-gateway"];

/**
 * Shows that no subnet in which apps, jobs, endpoints, resolvers or the transit gateway's interfaces stand is public:
 * none has a route of its own to an internet gateway, whatever the way out of the VPC is.
 */
export function privateTiersProof(
    graph: ResourceGraph,
    network: Network,
    vpcs: readonly GraphResource[],
    studio: readonly Subnet[],
    undecided: readonly Finding[],
): Proof {
    const tiers = [
        { tier: "studio", subnets: studio },
        { tier: "endpoint", subnets: endpointSubnets(graph, network, vpcs) },
        { tier: "transit", subnets: transitSubnets(graph, network, vpcs) },
    ];
    const against = tiers.flatMap(({ tier, subnets }) =>
        [...new Set(subnets)].flatMap((subnet) => publicRoutes(subnet, `${tier} subnet ${subnet.resource.name}`)),
    );
    const none: Finding = { verdict: "holds", text: "none of their route tables has a route to an internet gateway" };
    const findings = [...against, ...undecided];
    return toProof(
        "network.private-tiers",
        "No studio, endpoint or transit subnet is public",
        findings.length > 0 ? findings : [none],
    );
}

function publicRoutes({ table }: Subnet, where: string): Finding[] {
    if (!table.decided) {
        return [{ verdict: "not proven", text: `${where}: its route table is not decided: ${table.why}` }];
    }
    const { name, routes, undecided } = table.table;
    return [
        ...undecided.map((why): Finding => ({ verdict: "not proven", text: `${where}: ${why}` })),
        ...routes.flatMap((route): Finding[] => {
            const text = `${where}, route table ${name}: ${routeText(route)}`;
            if (INTERNET.includes(route.target.kind)) {
                return [{ verdict: "broken", text, fix: `Remove route ${route.resource.name} from ${name}.` }];
            }
            const fix = `Make the target of route ${route.resource.name} readable: a resource of this stack, or an id.`;
            return mayBePublic(route) ? [{ verdict: "not proven", text, fix }] : [];
        }),
    ];
}

function mayBePublic({ target: { kind, possible = [] } }: Route): boolean {
    return kind === "unknown" && (possible.length === 0 || possible.some((each) => INTERNET.includes(each)));
}

function endpointSubnets(graph: ResourceGraph, network: Network, vpcs: readonly GraphResource[]): Subnet[] {
    const interfaces = network.endpoints
        .filter(({ type, vpc }) => type !== "Gateway" && vpc.found.some((found) => vpcs.includes(found)))
        .flatMap(({ subnets }) => subnets.found);
    const resolvers = graph.ofType(tokens.RESOLVER_ENDPOINT).flatMap((resolver) => {
        const addresses = resolver.props.ipAddresses;
        const count = Array.isArray(addresses) ? addresses.length : 0;
        return Array.from({ length: count }, (_, index) => `ipAddresses.${index}.subnetId`).flatMap(
            (path) => resolveOne(graph, resolver, path, [tokens.SUBNET]).found,
        );
    });
    return models(network, [...interfaces, ...resolvers]);
}

function transitSubnets(graph: ResourceGraph, network: Network, vpcs: readonly GraphResource[]): Subnet[] {
    const attachments = graph
        .ofType(tokens.TRANSIT_ATTACHMENT)
        .filter((each) => resolveOne(graph, each, "vpcId", [tokens.VPC]).found.some((found) => vpcs.includes(found)));
    return models(
        network,
        attachments.flatMap((each) => resolveMany(graph, each, "subnetIds", [tokens.SUBNET]).found),
    );
}

function models(network: Network, subnets: readonly GraphResource[]): Subnet[] {
    return subnets.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
}
