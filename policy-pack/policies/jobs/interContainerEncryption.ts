import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { any } from "../identity/statements";
import { repair, section } from "../remediation";
import { mustBeOn, shownFlag } from "./flag";
import { runsOnSeveral } from "./instances";
import { type JobPart, jobsIn, repairJobs } from "./parts";
import { join, readable } from "./paths";
import { typesWith } from "./shapes";

interface EncryptionConfig extends Record<string, unknown> {
    readonly evenForOneInstance: boolean;
}

const SWITCH = "enableInterContainerTrafficEncryption";

/** P31: what instances of one job tell each other, which is training data and gradients. */
export const jobInterContainerEncryption = resourcePolicy<EncryptionConfig>({
    id: "P31",
    name: "sagemaker-job-inter-container-encryption-enabled",
    title: "Jobs encrypt the traffic between their instances",
    description: "The job that runs on several instances must encrypt the traffic between their containers.",
    why: "Distributed jobs send parts of the data and of the model from instance to instance. Without encryption that traffic crosses the network readable, which rules on encryption in transit forbid.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("SC-8", "Transmission Confidentiality and Integrity"),
    publishedIds: [
        "fsbp:SageMaker.9",
        "fsbp:SageMaker.10",
        "fsbp:SageMaker.13",
        "fsbp:SageMaker.15",
        "config:SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT",
        "config:SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT",
        "checkov:CKV_AWS_369",
        "prowler:sagemaker_training_jobs_intercontainer_encryption_enabled",
    ],
    remediationSteps: `Set ${SWITCH}: true on the job, or in its networkConfig. Its security groups must let its instances reach each other.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html",
    config: {
        properties: {
            evenForOneInstance: {
                type: "boolean",
                description: "whether jobs on a single instance must encrypt too, so that adding one changes nothing",
            },
        },
        defaults: { evenForOneInstance: false },
    },
    types: typesWith("switches"),
    checkResource: (resource, { evenForOneInstance }) =>
        jobsIn(resource).flatMap((part) => checkJob(resource, part, evenForOneInstance)),
    remediate: (props, { evenForOneInstance }) =>
        repairJobs(props, (job, { switches = "", compute = [] }) => {
            const several = compute.some((block) => readable(() => runsOnSeveral(job, block), "maybe") === "yes");
            if (!several && !evenForOneInstance) {
                return false;
            }
            const block = switches === "" ? job : section(job, switches);
            return block !== undefined && repair(block, SWITCH, (value) => value !== true, true);
        }),
});

function checkJob(resource: GraphResource, { shape, path }: JobPart, evenForOneInstance: boolean): Finding[] {
    const { switches, compute = [] } = shape;
    if (switches === undefined) {
        return [];
    }
    const place = join(path, switches, SWITCH);
    const value = readPath(resource.props, place);
    const several = evenForOneInstance
        ? "yes"
        : any(compute.map((block) => runsOnSeveral(resource.props, join(path, block))));
    if (value === true || several === "no") {
        return [];
    }
    if (isUnknown(value) || evenForOneInstance) {
        return mustBeOn(resource, place);
    }
    return several === "yes"
        ? [
              violation(
                  resource,
                  `${place} is ${shownFlag(value)}, and the job runs on several instances. Set it to true.`,
              ),
          ]
        : [
              undecided(
                  resource,
                  `${place} is ${shownFlag(value)}, and the number of instances is not known yet; with more than one it must be true.`,
              ),
          ];
}
