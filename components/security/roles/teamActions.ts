import type { Feature } from "../../../policy-pack/facts";
import type { ActionSetName } from "../../names";
import { counting, SETS } from "./personas/personas";

/** Actions by what says whose their resource is. */
export interface TeamActions {
    /** Carry `aws:RequestTag`: what they make is tagged. */
    readonly creating: readonly string[];
    /** Carry `aws:ResourceTag`: what they act on has been tagged. */
    readonly acting: readonly string[];
}

/**
 * Actions whose resources AWS lets nobody tag, so that a name has to say whose they are: executions have no tags, and a
 * version of a model takes those of its group. Sources: SageMaker developer guide, AddTags; API CreateModelPackage, Tags.
 */
export const NAMED_ACTIONS = {
    /** On `pipeline/NAME/execution/ID`. */
    executions: [
        "sagemaker:DescribePipelineDefinitionForExecution",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineParametersForExecution",
        "sagemaker:RetryPipelineExecution",
        "sagemaker:SendPipelineExecutionStepFailure",
        "sagemaker:SendPipelineExecutionStepSuccess",
        "sagemaker:StopPipelineExecution",
        "sagemaker:UpdatePipelineExecution",
    ],
    /** On `model-package/GROUP/VERSION`. */
    versions: ["sagemaker:CreateModelPackage"],
} as const;

const NAMED: readonly string[] = [...NAMED_ACTIONS.executions, ...NAMED_ACTIONS.versions];

/** Sets whose things belong to a person, as spaces, or to all, as tracking servers. */
const NO_TEAMS: readonly ActionSetName[] = ["reading", "studio", "administration", "mlflow", "remoteIde"];

/** The actions with these features that have to respect teams, each once and sorted. */
export function teamActions(features: readonly Feature[]): TeamActions {
    const all = counting(Object.keys(SETS) as ActionSetName[], features)
        .filter((set) => !NO_TEAMS.includes(set))
        .flatMap((set) => SETS[set].grants)
        // Not the lists, which know no resource, nor what belongs to AWS.
        .filter(({ resources }) => resources.every((resource) => resource.startsWith("sagemaker:")))
        .flatMap(({ actions }) => actions);
    const tagged = [...new Set(all)]
        .filter((action) => !NAMED.includes(action) && action !== "sagemaker:AddTags")
        .sort();
    return {
        creating: tagged.filter((action) => isCreation(action)),
        acting: tagged.filter((action) => !isCreation(action)),
    };
}

function isCreation(action: string): boolean {
    return action.startsWith("sagemaker:Create");
}
