import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { jobsIn } from "./parts";
import { join } from "./paths";
import { typesWith } from "./shapes";
import { missingNetwork } from "./vpcConfig";

/** P32: data of a job comes and goes through the VPC's endpoints. */
export const jobInVpc = resourcePolicy({
    id: "P32",
    name: "sagemaker-job-in-vpc",
    title: "Jobs run in the VPC",
    description:
        "The training, tuning, processing, monitoring or automated labelling job must name subnets and groups.",
    why: "A job without subnets runs in a network of SageMaker, with a way to the internet and past endpoint policies, flow logs and firewall. Isolation alone does not change the way its data takes.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "prowler:sagemaker_training_jobs_vpc_settings_configured",
        "aws-sample:SM-17",
        "aws-sample:SM-18",
        "aws-sample:SM-19",
    ],
    remediationSteps:
        "Set subnets and securityGroupIds in the job's vpcConfig; monitoring jobs have it in networkConfig.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",
    config: NO_CONFIG,
    types: typesWith("vpc"),
    readsDependencies: true,
    checkResource: (resource) =>
        jobsIn(resource).flatMap(({ shape: { vpc }, path }) =>
            vpc === undefined ? [] : missingNetwork(resource, join(path, vpc)),
        ),
});
