import {
    type GraphResource,
    isUnknown,
    readPath,
    resolveMany,
    resolveOne,
    type Resolution,
    type ResourceGraph,
} from "../../../policy-pack/graph";
import { type Network, networkTokens, type Subnet } from "../../../policy-pack/graph/network";
import { outside } from "./existing";
import { type Finding, unproven } from "./findings";
import { jobsGroups } from "./jobs";

/** Type token of a domain. */
export const DOMAIN = "aws:sagemaker/domain:Domain";
const GROUPS = [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP] as const;

/** Something that runs in the VPC: where its interfaces stand and which groups they carry. */
export interface Workload {
    readonly name: string;
    readonly subnets: readonly Subnet[];
    readonly groups: readonly GraphResource[];
    /** Ids of groups made elsewhere. They may admit more than `groups` do, never less. */
    readonly externalGroups: readonly string[];
    /** Why its subnets or groups cannot be told; nothing can be shown of it then. */
    readonly undecided: readonly Finding[];
}

/** The network a domain lives in. */
export interface DomainNetwork {
    readonly domain: GraphResource;
    /** Absent when it is not in this stack or not known for certain. */
    readonly vpc: GraphResource | undefined;
    readonly subnets: readonly Subnet[];
    readonly workloads: readonly Workload[];
    /** Why its VPC cannot be told. */
    readonly undecidedVpc: readonly Finding[];
    /** Why it may have other subnets than those above. */
    readonly undecidedSubnets: readonly Finding[];
}

/**
 * Network of each domain. Private spaces carry the domain's default groups whatever their profile adds; shared spaces
 * carry the groups of the space settings; jobs, where the stack has them, the group the stack hands out for them.
 *
 * @param isAsked domains to look at. Default: all.
 */
export function domainNetworks(
    graph: ResourceGraph,
    network: Network,
    outputs: Readonly<Record<string, unknown>>,
    hasJobs: boolean,
    isAsked: (domain: GraphResource) => boolean = () => true,
): DomainNetwork[] {
    const domains = graph.ofType(DOMAIN).filter(isAsked);
    return domains.map((domain) => {
        const { vpc, undecidedVpc, externalVpc } = vpcOf(graph, domain);
        const placed = resolveList(graph, domain, "subnetIds", [networkTokens.SUBNET]);
        const subnets = placed.found.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
        const undecidedSubnets = missingSubnets(domain, placed, externalVpc);
        const spaces = (name: string, path: string): Workload => {
            const { found, external, undecided } = resolveList(graph, domain, path, GROUPS);
            const why = undecided === undefined ? [] : [unproven(`${name}: ${undecided}`)];
            return {
                name,
                subnets,
                groups: found,
                externalGroups: external,
                undecided: [...undecidedSubnets, ...why],
            };
        };
        const jobs = (): Workload => {
            const { groups, undecided } = jobsGroups(graph, outputs, vpc);
            return {
                name: "jobs",
                subnets,
                groups,
                externalGroups: [],
                undecided: [...undecidedSubnets, ...undecided.map(unproven)],
            };
        };
        return {
            domain,
            vpc,
            subnets,
            workloads: [
                spaces("Studio apps", "defaultUserSettings.securityGroups"),
                spaces("shared spaces", "defaultSpaceSettings.securityGroups"),
                ...(hasJobs ? [jobs()] : []),
            ],
            undecidedVpc,
            undecidedSubnets,
        };
    });
}

interface Placed extends Pick<DomainNetwork, "vpc" | "undecidedVpc"> {
    /** Id of a VPC made elsewhere. */
    readonly externalVpc?: string;
}

function vpcOf(graph: ResourceGraph, domain: GraphResource): Placed {
    const { found, external, undecided } = resolveOne(graph, domain, "vpcId", [networkTokens.VPC]);
    const [vpc] = undecided === undefined ? found : [];
    if (vpc !== undefined) {
        return { vpc, undecidedVpc: [] };
    }
    const [id] = external;
    if (undecided === undefined && id !== undefined) {
        const text = `${domain.name}: VPC ${id} is not in this stack`;
        return { vpc, undecidedVpc: [outside(text, id)], externalVpc: id };
    }
    return { vpc, undecidedVpc: [unproven(`${domain.name}: ${undecided ?? "vpcId is not set"}`)] };
}

function missingSubnets(
    domain: GraphResource,
    { found, external, undecided }: Resolution,
    vpcId: string | undefined,
): Finding[] {
    const findings = [
        ...(undecided === undefined ? [] : [unproven(`${domain.name}: ${undecided}`)]),
        ...external.map((id) => outside(`${domain.name}: ${id} of subnetIds is not in this stack`, vpcId)),
    ];
    return findings.length === 0 && found.length === 0
        ? [unproven(`${domain.name}: subnetIds names no subnet`)]
        : findings;
}

/** What a list names. One that is unknown as a whole may hold more, or less, than what it depends on. */
function resolveList(graph: ResourceGraph, domain: GraphResource, path: string, types: readonly string[]): Resolution {
    const resolution = resolveMany(graph, domain, path, types);
    return isUnknown(readPath(domain.props, path))
        ? { ...resolution, undecided: `${path} is not known yet` }
        : resolution;
}
