import { type GraphResource, readPath, resolveMany, type ResourceGraph } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { DOMAIN } from "../domain/tokens";

/** One setting that puts what runs in a VPC into security groups. */
export interface AppGroups {
    readonly path: string;
    readonly found: readonly GraphResource[];
    readonly external: readonly string[];
    readonly undecided?: string;
}

/** Where SageMaker resources name their groups. A profile's groups only add to those of the domain's user settings. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
    [DOMAIN]: ["defaultUserSettings.securityGroups", "defaultSpaceSettings.securityGroups"],
    "aws:sagemaker/notebookInstance:NotebookInstance": ["securityGroups"],
    "aws:sagemaker/model:Model": ["vpcConfig.securityGroupIds"],
    "aws:sagemaker/trainingJob:TrainingJob": ["vpcConfig.securityGroupIds"],
};

/** The settings of a resource that name security groups; a setting that is absent is left out. */
export function appGroups(graph: ResourceGraph, resource: GraphResource): AppGroups[] {
    return (PATHS[resource.type] ?? [])
        .filter((path) => readPath(resource.props, path) !== undefined)
        .map((path) => ({
            path,
            ...resolveMany(graph, resource, path, [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP]),
        }));
}
