import { type GraphResource, readPath } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { uncertain } from "../findings";
import { missingKey } from "../keys";
import { needsVolumeKey, typesIn } from "./instances";
import { type JobPart, jobsIn } from "./parts";
import { join } from "./paths";
import { typesWith } from "./shapes";

const OUTPUT = "what it writes stays under the key it was written with";
const VOLUME = "the volume of a job takes no other key later";
const CONTENT = "the content is stored under the key it was written with";

/** P33: volumes of jobs and what they leave in S3. */
export const jobStorageKey = resourcePolicy({
    id: "P33",
    name: "sagemaker-job-storage-kms-key-configured",
    title: "Jobs encrypt volumes and results with a customer managed key",
    description: "The job must encrypt its volumes and everything that it writes with a customer managed KMS key.",
    why: "Jobs copy the data to their volumes and leave models, labels and reports in S3. Without a key of your own, read access to the bucket is all that protects them, and nobody can end that access by disabling a key.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28", "Protection of Information at Rest"),
    publishedIds: [
        "checkov:CKV_AWS_367",
        "checkov:CKV_AWS_368",
        "checkov:CKV_AWS_372",
        "prowler:sagemaker_training_jobs_volume_and_output_encryption_enabled",
    ],
    remediationSteps:
        "Set kmsKeyId of each output and volumeKmsKeyId of each cluster to a customer managed key. Instance types with local storage take no volume key.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html",
    config: NO_CONFIG,
    types: typesWith("compute", "outputs", "keys"),
    readsDependencies: true,
    checkResource: (resource) => jobsIn(resource).flatMap((part) => checkJob(resource, part)),
});

function checkJob(resource: GraphResource, { shape, path }: JobPart): Finding[] {
    const { compute = [], outputs = [], keys = [] } = shape;
    const present = (block: string): boolean => readPath(resource.props, block) !== undefined;
    return [
        ...outputs
            .map((block) => join(path, block))
            .filter(present)
            .flatMap((block) => missingKey(resource, join(block, "kmsKeyId"), OUTPUT)),
        ...compute
            .map((block) => join(path, block))
            .filter(present)
            .flatMap((block) => checkVolume(resource, block)),
        ...keys.flatMap((key) =>
            missingKey(resource, join(path, key), key.endsWith("volumeKmsKeyId") ? VOLUME : CONTENT),
        ),
    ];
}

function checkVolume(resource: GraphResource, block: string): Finding[] {
    const needed = needsVolumeKey(typesIn(resource.props, block));
    return needed === "no"
        ? []
        : uncertain(
              missingKey(resource, join(block, "volumeKmsKeyId"), VOLUME),
              needed === "maybe" ? `an instance type in ${block} is not known yet and may have a volume` : undefined,
          );
}
