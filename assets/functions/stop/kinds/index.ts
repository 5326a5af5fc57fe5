import type { Kind } from "../sighting";
import type { KindOfWork } from "../work";
import { endpoint, endpointConfiguration, model, transformJob } from "./hosting";
import { autoMlJob, processingJob, trainingJob, tuningJob } from "./jobs";
import { app, domain, notebookInstance, pipelineExecution, space } from "./studio";

/** Kinds that stand somewhere; links are only asked for. */
export const WORK: Readonly<Record<Exclude<Kind, "link" | "notebook link">, KindOfWork>> = {
    "training job": trainingJob,
    "processing job": processingJob,
    "transform job": transformJob,
    "tuning job": tuningJob,
    "AutoML job": autoMlJob,
    "pipeline execution": pipelineExecution,
    "notebook instance": notebookInstance,
    model,
    "endpoint configuration": endpointConfiguration,
    endpoint,
    app,
    space,
    domain,
};
