import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { mustBeOn } from "../jobs/flag";
import { repair } from "../remediation";
import { MODEL } from "./tokens";

const SWITCH = "enableNetworkIsolation";

/** P25: what answers requests cannot pass them on. */
export const modelNetworkIsolation = resourcePolicy({
    id: "P25",
    name: "sagemaker-model-network-isolation-enabled",
    title: "Models run in network isolation",
    description: "The model must run in network isolation.",
    why: "The container of a model sees every request, and few people read what it runs. In isolation it can call nobody and has no credentials, so that a tampered model or package cannot send the data away.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7(5)", "Boundary Protection | Deny by Default — Allow by Exception"),
    publishedIds: [
        "fsbp:SageMaker.5",
        "config:SAGEMAKER_MODEL_ISOLATION_ENABLED",
        "checkov:CKV_AWS_370",
        "prowler:sagemaker_models_network_isolation_enabled",
        "prowler:AISF-ML-01",
        "aws-sample:SM-11",
    ],
    remediationSteps: `Set ${SWITCH}: true on the model. A container that has to call another service needs an exception.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
    config: NO_CONFIG,
    types: [MODEL],
    checkResource: (model) => mustBeOn(model, SWITCH),
    remediate: (props) => repair(props, SWITCH, (value) => value !== true, true),
});
