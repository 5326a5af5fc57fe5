import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkTokens, type Subnet } from "../../../policy-pack/graph/network";

const DOMAIN = "aws:sagemaker/domain:Domain";
const GROUPS = [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP] as const;

/** Something that runs in the VPC: where its interfaces stand and which groups they carry. */
export interface Workload {
    readonly name: string;
    readonly subnets: readonly Subnet[];
    readonly groups: readonly GraphResource[];
}

/** The network a domain lives in. */
export interface DomainNetwork {
    readonly domain: GraphResource;
    readonly vpc: GraphResource | undefined;
    readonly subnets: readonly Subnet[];
    readonly workloads: readonly Workload[];
    /** Why part of it cannot be told. */
    readonly undecided: readonly string[];
}

/**
 * Network of each domain. Private spaces carry the domain's default groups whatever their profile adds; shared spaces
 * carry the groups of the space settings; jobs carry the group the stack hands out for them.
 */
export function domainNetworks(
    graph: ResourceGraph,
    network: Network,
    outputs: Readonly<Record<string, unknown>>,
): DomainNetwork[] {
    return graph.ofType(DOMAIN).map((domain) => {
        const vpc = graph.refs(domain, "vpcId", [networkTokens.VPC]);
        const placed = graph.refs(domain, "subnetIds", [networkTokens.SUBNET]);
        const subnets = placed.found.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
        const groups = (path: string): readonly GraphResource[] => graph.refs(domain, path, GROUPS).found;
        const jobs = typeof outputs.jobsGroupId === "string" ? graph.identifiedBy(outputs.jobsGroupId, GROUPS) : [];
        return {
            domain,
            vpc: vpc.found[0],
            subnets,
            workloads: [
                { name: "Studio apps", subnets, groups: groups("defaultUserSettings.securityGroups") },
                { name: "shared spaces", subnets, groups: groups("defaultSpaceSettings.securityGroups") },
                ...(jobs.length > 0 ? [{ name: "jobs", subnets, groups: jobs }] : []),
            ],
            undecided: [
                ...(vpc.found.length === 0 ? [`${domain.name}: vpcId is not in this stack or not known`] : []),
                ...(placed.undecided || placed.external.length > 0 || subnets.length === 0
                    ? [`${domain.name}: not every subnet is in this stack or known`]
                    : []),
            ],
        };
    });
}
