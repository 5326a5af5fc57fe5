import type { Kind, Sighting } from "./sighting";

type Fields = Readonly<Record<string, unknown>>;

/** An event as EventBridge delivers it. */
export interface BusEvent {
    readonly id: string;
    readonly source: string;
    readonly "detail-type": string;
    readonly detail: Fields;
}

interface Form {
    readonly kind: Kind;
    /** Fields that identify the thing, as SageMaker's Describe action names them. */
    readonly by: readonly string[];
    /** Fields that a thing may have or not. */
    readonly perhaps?: readonly string[];
    /** Where a call's fields stand. Default: its request. */
    readonly in?: "responseElements";
}

const NOTEBOOK: Form = { kind: "notebook instance", by: ["NotebookInstanceName"] };
const SPACE: Form = { kind: "space", by: ["DomainId", "SpaceName"] };
const AUTOML: Form = { kind: "AutoML job", by: ["AutoMLJobName"] };
const ENDPOINT: Form = { kind: "endpoint", by: ["EndpointName"] };

/**
 * API calls that start something, by event name. Fields of a call are those of the API, their first letter in lower
 * case. Sources: SageMaker API reference; developer guide, "Log Amazon SageMaker API calls with AWS CloudTrail".
 */
export const CALLS: Readonly<Record<string, Form>> = {
    CreateTrainingJob: { kind: "training job", by: ["TrainingJobName"] },
    CreateProcessingJob: { kind: "processing job", by: ["ProcessingJobName"] },
    CreateTransformJob: { kind: "transform job", by: ["TransformJobName"] },
    CreateHyperParameterTuningJob: { kind: "tuning job", by: ["HyperParameterTuningJobName"] },
    CreateAutoMLJob: AUTOML,
    CreateAutoMLJobV2: AUTOML,
    // The request names the pipeline alone.
    StartPipelineExecution: { kind: "pipeline execution", by: ["PipelineExecutionArn"], in: "responseElements" },
    CreateNotebookInstance: NOTEBOOK,
    UpdateNotebookInstance: NOTEBOOK,
    StartNotebookInstance: NOTEBOOK,
    CreateModel: { kind: "model", by: ["ModelName"] },
    CreateEndpointConfig: { kind: "endpoint configuration", by: ["EndpointConfigName"] },
    CreateEndpoint: ENDPOINT,
    UpdateEndpoint: ENDPOINT,
    CreateApp: {
        kind: "app",
        by: ["DomainId", "AppType", "AppName"],
        perhaps: ["SpaceName", "UserProfileName"],
    },
    CreateSpace: SPACE,
    UpdateSpace: SPACE,
    UpdateDomain: { kind: "domain", by: ["DomainId"] },
    CreatePresignedDomainUrl: { kind: "link", by: ["DomainId", "UserProfileName"] },
    CreatePresignedNotebookInstanceUrl: { kind: "notebook link", by: ["NotebookInstanceName"] },
};

/**
 * State changes SageMaker itself reports, by detail type. There are none for AutoML jobs, apps, spaces and domains.
 * Sources: SageMaker developer guide, "Events that Amazon SageMaker AI sends to Amazon EventBridge"; EventBridge events
 * reference, "Amazon SageMaker AI events" (notebook instances and endpoint configurations).
 */
export const STATES: Readonly<Record<string, Form>> = {
    "SageMaker Training Job State Change": { kind: "training job", by: ["TrainingJobName"] },
    "SageMaker Processing Job State Change": { kind: "processing job", by: ["ProcessingJobName"] },
    "SageMaker Transform Job State Change": { kind: "transform job", by: ["TransformJobName"] },
    "SageMaker HyperParameter Tuning Job State Change": { kind: "tuning job", by: ["HyperParameterTuningJobName"] },
    "SageMaker Model Building Pipeline Execution Status Change": {
        kind: "pipeline execution",
        by: ["PipelineExecutionArn"],
    },
    "SageMaker Notebook Instance State Change": NOTEBOOK,
    "SageMaker Model State Change": { kind: "model", by: ["ModelName"] },
    "SageMaker Endpoint Config State Change": { kind: "endpoint configuration", by: ["EndpointConfigName"] },
    "SageMaker Endpoint State Change": ENDPOINT,
};

/** Detail type of API calls that CloudTrail recorded. */
export const CALL = "AWS API Call via CloudTrail";

/**
 * What an event is about; undefined for one that is not ours to judge: another service's, a call that failed or that
 * starts nothing.
 *
 * @throws Error when an event of a known kind does not say what it is about: it must not pass unseen.
 */
export function sightingOf(event: BusEvent): Sighting | undefined {
    if (event.source !== "aws.sagemaker") {
        return undefined;
    }
    const { detail } = event;
    if (event["detail-type"] !== CALL) {
        const form = STATES[event["detail-type"]];
        return form && { kind: form.kind, subject: subject(event, form, detail), trigger: "state", event: event.id };
    }
    const form = CALLS[String(detail["eventName"])];
    if (
        form === undefined ||
        detail["eventSource"] !== "sagemaker.amazonaws.com" ||
        detail["errorCode"] !== undefined
    ) {
        return undefined;
    }
    const caller = callerOf(fields(detail["userIdentity"]));
    return {
        kind: form.kind,
        subject: subject(event, form, fields(detail[form.in ?? "requestParameters"])),
        trigger: "call",
        ...(caller !== undefined && { caller }),
        event: event.id,
    };
}

function subject(event: BusEvent, form: Form, found: Fields): Record<string, string> {
    // API calls and the events of pipelines begin their fields in lower case.
    const lower = new Map(Object.entries(found).map(([key, value]) => [key.toLowerCase(), value]));
    const pick = (name: string): [string, string][] => {
        const value = lower.get(name.toLowerCase());
        return typeof value === "string" && value !== "" ? [[name, value]] : [];
    };
    const missing = form.by.filter((name) => pick(name).length === 0);
    if (missing.length > 0) {
        throw new Error(`Event ${event.id} (${event["detail-type"]}) of a ${form.kind} lacks ${missing.join(", ")}`);
    }
    return Object.fromEntries([...form.by, ...(form.perhaps ?? [])].flatMap(pick));
}

/** Role of a session, or the user itself. Source: CloudTrail user guide, "CloudTrail userIdentity element". */
function callerOf(identity: Fields): string | undefined {
    const issuer = fields(fields(identity["sessionContext"])["sessionIssuer"])["arn"];
    const own = identity["arn"];
    return typeof issuer === "string" ? issuer : typeof own === "string" ? own : undefined;
}

function fields(value: unknown): Fields {
    return typeof value === "object" && value !== null ? (value as Fields) : {};
}
