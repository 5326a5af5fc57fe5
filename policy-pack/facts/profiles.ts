import type { ServiceKey } from "./endpoints";

/** A named set of endpoints that policy P48 can demand of a VPC. */
export type EndpointProfile = "base" | "studio" | "images" | "keys-and-monitoring";

/** One endpoint profile. */
export interface EndpointProfileFacts {
    readonly description: string;
    readonly services: readonly ServiceKey[];
}

/**
 * Endpoint profiles as AWS's documentation and samples group them. Only services of the endpoint catalogue appear; a
 * profile joins when all of its services do.
 */
export const ENDPOINT_PROFILES: Readonly<Record<EndpointProfile, EndpointProfileFacts>> = {
    base: {
        description: "VPC-only domain without internet access",
        services: ["s3", "sagemaker.api", "sagemaker.runtime", "sts", "logs"],
    },
    studio: { description: "Studio's user interface over the private network", services: ["studio"] },
    images: { description: "Container images from ECR; layers come from S3", services: ["s3", "ecr.api", "ecr.dkr"] },
    "keys-and-monitoring": { description: "KMS calls and CloudWatch metrics", services: ["monitoring", "kms"] },
};

/** Services that AWS offers as a gateway and as an interface endpoint; P48 accepts either. */
export const EITHER_TYPE: readonly ServiceKey[] = ["s3"];
