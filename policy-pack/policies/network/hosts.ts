import { type GraphResource, readPath, resolveMany, resolveOne, type ResourceGraph } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { DOMAIN } from "../domain/tokens";

/** A SageMaker resource that runs in subnets. */
export interface Host {
    readonly resource: GraphResource;
    readonly subnets: readonly GraphResource[];
    /** Subnets made elsewhere. */
    readonly externalSubnets: readonly string[];
    /** VPCs of this stack the host is in: one, unless its subnets contradict each other. */
    readonly vpcs: readonly GraphResource[];
    readonly externalVpcs: readonly string[];
    /** What cannot be resolved. */
    readonly undecided: readonly string[];
}

/** Where SageMaker resources other than domains name their subnets. */
const SUBNET_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/notebookInstance:NotebookInstance": ["subnetId"],
    "aws:sagemaker/model:Model": ["vpcConfig.subnets"],
    "aws:sagemaker/trainingJob:TrainingJob": ["vpcConfig.subnets"],
};

/** Types of resources that may be hosts. */
export const HOST_TYPES = [DOMAIN, ...Object.keys(SUBNET_PATHS)];

/** Domains, with their VPC and subnets. */
export function domainHosts(graph: ResourceGraph): Host[] {
    return graph.ofType(DOMAIN).map((domain) => {
        const host = hostAt(graph, domain, ["subnetIds"]);
        const vpc = resolveOne(graph, domain, "vpcId", [networkTokens.VPC]);
        return {
            ...host,
            vpcs: vpc.undecided === undefined && vpc.found.length > 0 ? vpc.found : host.vpcs,
            externalVpcs: vpc.external,
            undecided: [
                ...host.undecided,
                ...(vpc.undecided !== undefined && host.vpcs.length === 0 ? [vpc.undecided] : []),
            ],
        };
    });
}

/** Notebooks, models and jobs that run in a VPC; those outside have no subnets and are no hosts. */
export function workloadHosts(graph: ResourceGraph): Host[] {
    return Object.entries(SUBNET_PATHS).flatMap(([type, paths]) =>
        graph
            .ofType(type)
            .filter((resource) => paths.some((path) => readPath(resource.props, path) !== undefined))
            .map((resource) => hostAt(graph, resource, paths)),
    );
}

function hostAt(graph: ResourceGraph, resource: GraphResource, paths: readonly string[]): Host {
    const lists = paths.map((path) => resolveMany(graph, resource, path, [networkTokens.SUBNET]));
    const subnets = [...new Set(lists.flatMap(({ found }) => found))];
    const vpcs = subnets.map((subnet) => resolveOne(graph, subnet, "vpcId", [networkTokens.VPC]));
    return {
        resource,
        subnets,
        externalSubnets: lists.flatMap(({ external }) => external),
        vpcs: [...new Set(vpcs.flatMap(({ found, undecided }) => (undecided === undefined ? found : [])))],
        externalVpcs: [...new Set(vpcs.flatMap(({ external }) => external))],
        undecided: lists.flatMap(({ undecided }) => (undecided === undefined ? [] : [undecided])),
    };
}
