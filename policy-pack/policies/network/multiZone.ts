import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { type Network, networkOf, type Subnet } from "../../graph/topology";
import { DOMAIN } from "../domain/tokens";
import { type Finding, nist, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { domainHosts, type Host } from "./hosts";

interface ZonesConfig extends Record<string, unknown> {
    readonly minimumZones: number;
}

/** P50: home directories and apps of a domain in one zone are gone with it. */
export const multiZone = stackPolicy<ZonesConfig>({
    id: "P50",
    name: "sagemaker-domain-multi-az",
    title: "Domain spans several zones",
    description: "The subnets of a domain must lie in several availability zones.",
    why: "All apps of a domain in a single zone stop with it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("CP-10", "System Recovery and Reconstitution"),
    publishedIds: ["prowler:vpc_subnet_different_az", "prowler:vpc_endpoint_multi_az_enabled", "nist:SC-36"],
    remediationSteps: "Give the domain subnets in more zones. Subnets can be added while no app runs.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-vpc.html",
    config: {
        properties: { minimumZones: { type: "integer", minimum: 1, maximum: 6, description: "1 to 6" } },
        defaults: { minimumZones: 2 },
    },
    subjects: [DOMAIN],
    checkStack: (graph, { minimumZones }) => domainHosts(graph).flatMap((host) => checkHost(graph, host, minimumZones)),
});

function checkHost(graph: ResourceGraph, host: Host, minimum: number): Finding[] {
    const { resource, subnets, externalSubnets, undecided: why } = host;
    const network = networkOf(graph);
    const models = subnets.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
    const certain = zonesCertain(network, models);
    if (certain.length >= minimum) {
        return [];
    }
    const open = [
        ...why,
        ...externalSubnets.map((id) => `subnet ${id} is not defined in this stack`),
        ...models.filter((subnet) => !certain.includes(subnet) && isOpen(network, subnet, certain)).map(zoneUnknown),
    ];
    if (open.length > 0) {
        return [undecided(resource, `${open.join("; ")}, so whether it spans ${minimum} zones cannot be told.`)];
    }
    return [
        violation(
            resource,
            `${count(
                models.map(({ resource: subnet }) => subnet),
                certain.length,
            )} Add subnets in other zones until there are ${minimum}.`,
        ),
    ];
}

/** One subnet of each zone that is certainly none of the zones before. */
function zonesCertain(network: Network, subnets: readonly Subnet[]): readonly Subnet[] {
    return subnets.reduce<readonly Subnet[]>(
        (apart, subnet) =>
            apart.every((other) => network.sameZone(subnet, other) === false) && hasZone(subnet)
                ? [...apart, subnet]
                : apart,
        [],
    );
}

function hasZone({ zone }: Subnet): boolean {
    return !isUnknown(zone);
}

function isOpen(network: Network, subnet: Subnet, certain: readonly Subnet[]): boolean {
    return !certain.some((other) => network.sameZone(subnet, other) === true);
}

function zoneUnknown({ resource }: Subnet): string {
    return `the zone of ${label(resource)} is not known`;
}

function count(subnets: readonly GraphResource[], zones: number): string {
    const names = subnets.map(({ name }) => name).join(", ");
    return subnets.length === 0
        ? "names no subnet."
        : `its subnets (${names}) lie in ${zones} ${zones === 1 ? "zone" : "zones"}.`;
}
