import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { networkOf, type Route, type RouteTable, type TargetKind } from "../../graph/topology";
import { DOMAIN } from "../domain/tokens";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { domainHosts, type Host } from "./hosts";

/** Targets behind which the internet begins. A NAT gateway is the concern of P52. */
const INTERNET: readonly TargetKind[] = ["internet-gateway", "egress-only-internet-gateway", "carrier-gateway"];

/** P51: a subnet with a route to an internet gateway is public, whatever the domain's own setting says. */
export const subnetsPrivate = stackPolicy({
    id: "P51",
    name: "sagemaker-domain-subnets-private",
    title: "Domain subnets have no route to an internet gateway",
    description: "The route table of a domain subnet must have no route to an internet gateway.",
    why: "A route to an internet gateway turns a private subnet into a public one: traffic goes past firewall and endpoints, and a public address is all that is missing to be reached.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["cdk-nag:VPCNoUnrestrictedRouteToIGW", "prowler:vpc_subnet_separate_private_public"],
    remediationSteps: "Remove the route, or give the domain's subnets a route table of their own without it.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html",
    config: NO_CONFIG,
    subjects: [DOMAIN],
    checkStack: (graph) => domainHosts(graph).flatMap((host) => checkHost(graph, host)),
});

function checkHost(graph: ResourceGraph, host: Host): Finding[] {
    const { resource, subnets, externalSubnets, undecided: why } = host;
    return [
        ...why.map((each) => undecided(resource, `${each}, so its routes cannot be judged.`)),
        ...externalSubnets.map((id) =>
            undecided(resource, `subnet ${id} is not defined in this stack, so its routes cannot be judged.`),
        ),
        ...subnets.flatMap((subnet) => checkSubnet(graph, resource, subnet)),
    ];
}

function checkSubnet(graph: ResourceGraph, domain: GraphResource, subnet: GraphResource): Finding[] {
    const table = networkOf(graph).subnet(subnet)?.table;
    if (table === undefined) {
        return [];
    }
    if (table.decided) {
        return checkTable(domain, subnet, table.table);
    }
    return [undecided(domain, `the route table of ${label(subnet)} is not decided: ${table.why}.`)];
}

function checkTable(domain: GraphResource, subnet: GraphResource, table: RouteTable): Finding[] {
    const place = `${label(subnet)} uses ${table.name}`;
    return [
        ...table.undecided.map((why) => undecided(domain, `${place}, whose routes are not all decided: ${why}.`)),
        ...table.routes.flatMap((route): Finding[] => {
            const { kind, possible = [] } = route.target;
            if (INTERNET.includes(kind)) {
                const target = kind.replaceAll("-", " ");
                return [
                    violation(
                        route.resource,
                        `sends ${destination(route)} of ${label(domain)} to an ${target}: ${place}. Remove the route.`,
                    ),
                ];
            }
            const open =
                kind === "unknown" && (possible.length === 0 || possible.some((each) => INTERNET.includes(each)));
            return open
                ? [undecided(route.resource, `the target of ${destination(route)} is not known: ${place}.`)]
                : [];
        }),
    ];
}

function destination({ destination: { value } }: Route): string {
    return isUnknown(value) ? "traffic to a destination not known yet" : `traffic to ${value}`;
}
