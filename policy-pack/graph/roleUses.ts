import type { ResourceGraph } from "./graph";
import { ROLE } from "./identity";
import { resolveOne } from "./resolve";
import type { GraphResource } from "./types";
import { readPath } from "./unknown";

/** One use of a role by a SageMaker resource. */
export interface RoleUse {
    readonly user: GraphResource;
    readonly path: string;
    /** The role, when it is in this stack and certain. */
    readonly role?: GraphResource;
    /** ARN of a role made elsewhere. */
    readonly external?: string;
    /** Why the role is not certain. */
    readonly undecided?: string;
    /** With `undecided`: the roles it may be; empty when it may be any. */
    readonly candidates?: readonly GraphResource[];
}

/** Where people's Studio resources name the role that their apps run as. */
export const STUDIO_ROLE_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/domain:Domain": ["defaultUserSettings.executionRole", "defaultSpaceSettings.executionRole"],
    "aws:sagemaker/userProfile:UserProfile": ["userSettings.executionRole"],
};

/**
 * Where SageMaker's other resources name the role they run as; a `*` stands for each item of a list. Left out are roles
 * that another service takes, such as AWS IoT for devices.
 */
export const JOB_ROLE_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/algorithm:Algorithm": ["validationSpecification.validationRole"],
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["roleArn"],
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": ["executionRoleArn"],
    "aws:sagemaker/featureGroup:FeatureGroup": ["roleArn"],
    "aws:sagemaker/flowDefinition:FlowDefinition": ["roleArn"],
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
        "trainingJobDefinition.roleArn",
        "trainingJobDefinitions.*.roleArn",
    ],
    "aws:sagemaker/image:Image": ["roleArn"],
    "aws:sagemaker/labelingJob:LabelingJob": ["roleArn"],
    "aws:sagemaker/mlflowApp:MlflowApp": ["roleArn"],
    "aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer": ["roleArn"],
    "aws:sagemaker/model:Model": ["executionRoleArn"],
    "aws:sagemaker/monitoringSchedule:MonitoringSchedule": ["monitoringScheduleConfig.monitoringJobDefinition.roleArn"],
    "aws:sagemaker/notebookInstance:NotebookInstance": ["roleArn"],
    "aws:sagemaker/pipeline:Pipeline": ["roleArn"],
    "aws:sagemaker/trainingJob:TrainingJob": ["roleArn"],
    "aws-native:sagemaker:DataQualityJobDefinition": ["roleArn"],
    "aws-native:sagemaker:ModelBiasJobDefinition": ["roleArn"],
    "aws-native:sagemaker:ModelExplainabilityJobDefinition": ["roleArn"],
    "aws-native:sagemaker:ModelQualityJobDefinition": ["roleArn"],
    "aws-native:sagemaker:MonitoringSchedule": ["monitoringScheduleConfig.monitoringJobDefinition.roleArn"],
    "aws-native:sagemaker:ProcessingJob": ["roleArn"],
};

/** Every place of the given kinds that names an execution role; a place without one is left out. */
export function rolesUsedBy(
    graph: ResourceGraph,
    paths: Readonly<Record<string, readonly string[]>> = STUDIO_ROLE_PATHS,
): RoleUse[] {
    return Object.entries(paths).flatMap(([type, list]) =>
        graph
            .ofType(type)
            .flatMap((user) => list.flatMap((path) => placesOf(user, path)).flatMap((path) => use(graph, user, path))),
    );
}

/** The paths that one with a `*` stands for; a list that is not known yet stands for its items. */
function placesOf({ props }: GraphResource, path: string): string[] {
    const [list = path, item] = path.split(".*.");
    if (item === undefined) {
        return [path];
    }
    const items = readPath(props, list);
    return Array.isArray(items) ? items.map((_, index) => `${list}.${index}.${item}`) : [`${list}.${item}`];
}

function use(graph: ResourceGraph, user: GraphResource, path: string): RoleUse[] {
    if (readPath(user.props, path) === undefined) {
        return [];
    }
    const { found, external, undecided } = resolveOne(graph, user, path, [ROLE]);
    if (undecided !== undefined) {
        return [{ user, path, undecided, candidates: found }];
    }
    return [
        ...found.map((role): RoleUse => ({ user, path, role })),
        ...external.map((arn): RoleUse => ({ user, path, external: arn })),
    ];
}
