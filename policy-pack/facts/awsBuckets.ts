/** Where ECR keeps image layers, to be fetched with links it signs. Source: ECR user guide, "Minimum Amazon S3 bucket permissions for Amazon ECR". */
export function imageLayerBucket(region: string): string {
    return `prod-${region}-starport-layer-bucket`;
}

/** Where JumpStart keeps models, scripts and notebooks. Source: SageMaker Python SDK, `jumpstart/constants.py`. */
export function jumpStartBuckets(region: string): string[] {
    return [`jumpstart-cache-prod-${region}`, `jumpstart-private-cache-prod-${region}`];
}

/** Region of the one bucket with Canvas's data sets for evaluating foundation models. Source: fmeval, `constants.py`. */
const EVALUATION_REGION = "us-west-2";

/**
 * Data sets with which Canvas evaluates foundation models. A gateway endpoint carries requests to buckets of its own
 * Region only, so elsewhere there is nothing to allow.
 */
export function evaluationBuckets(region: string): string[] {
    return region === EVALUATION_REGION ? ["fmeval"] : [];
}

/** CodeArtifact's accounts, which are part of the names of its asset buckets. */
const CODE_ARTIFACT_ACCOUNTS: Readonly<Record<string, string>> = {
    "ap-northeast-1": "660291247815",
    "ap-south-1": "681137435769",
    "ap-southeast-1": "421485864821",
    "ap-southeast-2": "860415559748",
    "eu-central-1": "769407342218",
    "eu-north-1": "611884512288",
    "eu-south-1": "484130244270",
    "eu-west-1": "438097961670",
    "eu-west-2": "247805302724",
    "eu-west-3": "762466490029",
    "us-east-1": "193858265520",
    "us-east-2": "250872398865",
    "us-west-2": "787052242323",
};

/** Where CodeArtifact keeps packages, to be fetched with links it signs; none where it is not. Source: CodeArtifact user guide, "Create the Amazon S3 gateway endpoint". */
export function packageBuckets(region: string): string[] {
    const account = CODE_ARTIFACT_ACCOUNTS[region];
    return account === undefined ? [] : [`assets-${account}-${region}`];
}

/**
 * Where Amazon Linux 2023 keeps its packages, to be fetched without a signature. Source: AL2023 user guide, "Deterministic
 * upgrades", whose repositories stand in S3; the name is the one `dnf` resolves in every Region of the partition `aws`.
 */
export function linuxRepositoryBuckets(region: string): string[] {
    return [`al2023-repos-${region}-de612dc2`];
}
