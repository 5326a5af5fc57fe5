import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { repair, section } from "../remediation";
import { mustBeOn } from "./flag";
import { jobsIn, repairJobs } from "./parts";
import { join } from "./paths";
import { typesWith } from "./shapes";

const SWITCH = "enableNetworkIsolation";

/** P30: code of a job cannot send the data it was given anywhere. */
export const jobNetworkIsolation = resourcePolicy({
    id: "P30",
    name: "sagemaker-job-network-isolation-enabled",
    title: "Jobs run in network isolation",
    description: "The training, tuning, processing or monitoring job must run in network isolation.",
    why: "A job runs code and packages that few people read, with data in reach. In isolation its containers have neither network nor credentials: SageMaker alone moves the data in and the results out.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:SageMaker.11",
        "fsbp:SageMaker.12",
        "fsbp:SageMaker.14",
        "config:SAGEMAKER_DATA_QUALITY_JOB_ISOLATION",
        "config:SAGEMAKER_MODEL_BIAS_JOB_ISOLATION",
        "config:SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION",
        "config:SAGEMAKER_MODEL_EXPLAINABILITY_JOB_NETWORK_ISOLATION",
        "prowler:sagemaker_training_jobs_network_isolation_enabled",
        "prowler:AISF-ML-03",
        "aws-sample:SM-13",
        "aws-sample:SM-16",
        "aws-sample:SM-19",
    ],
    remediationSteps: `Set ${SWITCH}: true on the job, or in its networkConfig. A job that has to call another service, as monitoring with Athena or EMR does, needs an exception.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
    config: NO_CONFIG,
    types: typesWith("switches"),
    checkResource: (resource) =>
        jobsIn(resource).flatMap(({ shape: { switches }, path }) =>
            switches === undefined ? [] : mustBeOn(resource, join(path, switches, SWITCH)),
        ),
    remediate: (props) =>
        repairJobs(props, (job, { switches = "" }) => {
            const block = switches === "" ? job : section(job, switches);
            return block !== undefined && repair(block, SWITCH, (value) => value !== true, true);
        }),
});
