import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { networkOf, type Route, type Subnet } from "../../graph/topology";
import { type Finding, nist, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";
import { behindNat } from "./behindNat";
import { domainHosts, type Host, HOST_TYPES, workloadHosts } from "./hosts";

interface EgressConfig extends Record<string, unknown> {
    readonly noInternet: boolean;
}

/** P52: behind a NAT gateway alone, data leaves to any address of the internet, on any port. */
export const egressInspected = stackPolicy<EgressConfig>({
    id: "P52",
    name: "sagemaker-vpc-egress-inspected",
    title: "What leaves to the internet passes a firewall",
    description: "The way from a SageMaker subnet to the internet must lead through a firewall, or not exist.",
    why: "Behind a NAT gateway alone, data leaves to any address of the internet, on any port, and nobody sees it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7(8)", "Boundary Protection | Route Traffic to Authenticated Proxy Servers"),
    publishedIds: ["prowler:networkfirewall_in_all_vpc", "checkov:CKV2_AWS_35"],
    remediationSteps:
        "Route the subnet's default route to the firewall endpoint of its zone and the firewall's subnet to the NAT gateway, or remove the default route.",
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/architectures.html",
    config: {
        properties: {
            noInternet: {
                type: "boolean",
                description: "whether even an inspected way to the internet is a violation",
            },
        },
        defaults: { noInternet: false },
    },
    subjects: HOST_TYPES,
    checkStack: (graph, config) =>
        [...domainHosts(graph), ...workloadHosts(graph)].flatMap((host) => checkHost(graph, host, config)),
});

function checkHost(graph: ResourceGraph, host: Host, config: EgressConfig): Finding[] {
    const { resource, subnets, externalSubnets, undecided: why } = host;
    const network = networkOf(graph);
    return [
        ...why.map((each) => undecided(resource, `${each}, so its way to the internet cannot be judged.`)),
        ...externalSubnets.map((id) =>
            undecided(
                resource,
                `subnet ${id} is not defined in this stack, so its way to the internet cannot be judged.`,
            ),
        ),
        ...subnets.flatMap((subnet) => {
            const model = network.subnet(subnet);
            return model === undefined ? [] : checkSubnet(graph, resource, model, config);
        }),
    ];
}

function checkSubnet(
    graph: ResourceGraph,
    host: GraphResource,
    { resource, table }: Subnet,
    config: EgressConfig,
): Finding[] {
    if (!table.decided) {
        return [undecided(host, `the route table of ${label(resource)} is not decided: ${table.why}.`)];
    }
    const place = `${label(resource)} uses ${table.table.name}`;
    return [
        ...table.table.undecided.map((why) => undecided(host, `${place}, whose routes are not all decided: ${why}.`)),
        ...table.table.routes.flatMap((route) => checkRoute(graph, host, place, route, config)),
    ];
}

/** Internet gateways are P51's concern; endpoints, transit gateways and private connections lead to inspection. */
function checkRoute(
    graph: ResourceGraph,
    host: GraphResource,
    place: string,
    route: Route,
    { noInternet }: EgressConfig,
): Finding[] {
    const { destination, target } = route;
    const anywhere = destination.kind === "prefix-list" ? false : isAnywhere(destination.value);
    const to = isUnknown(destination.value) ? "a destination not known yet" : destination.value;
    const text = `traffic to ${to} of ${label(host)}`;
    if (noInternet && target.kind !== "local" && anywhere !== false) {
        return isUnknown(anywhere)
            ? [undecided(route.resource, `whether it sends ${text} to the internet is not known: ${place}.`)]
            : [
                  violation(
                      route.resource,
                      `sends ${text} out of the VPC, and noInternet allows no way to the internet: ${place}. Remove the route.`,
                  ),
              ];
    }
    if (target.kind === "nat-gateway") {
        return behindNat(graph, target).map(({ sure, why }) =>
            sure
                ? violation(
                      route.resource,
                      `sends ${text} ${why} without a firewall: ${place}. Put the firewall endpoint of the zone before the NAT gateway.`,
                  )
                : undecided(route.resource, `whether a firewall inspects ${text} is not known: ${why}; ${place}.`),
        );
    }
    if (target.kind === "network-interface" && anywhere !== false) {
        const why = "whether a firewall is behind it cannot be told";
        return [undecided(route.resource, `sends ${text} to a network interface, and ${why}: ${place}.`)];
    }
    const { possible = [] } = target;
    const mayBeNat = target.kind === "unknown" && (possible.length === 0 || possible.includes("nat-gateway"));
    return mayBeNat ? [undecided(route.resource, `the target of ${text} is not known: ${place}.`)] : [];
}
