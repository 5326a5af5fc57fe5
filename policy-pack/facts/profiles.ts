import type { ServiceKey } from "./endpoints";

/** A named set of endpoints that policy P48 can demand of a VPC. */
export type EndpointProfile =
    | "base"
    | "studio"
    | "notebook"
    | "images"
    | "keys-and-monitoring"
    | "projects"
    | "ci"
    | "canvas"
    | "feature-store"
    | "access-hub";

/** One endpoint profile. */
export interface EndpointProfileFacts {
    readonly description: string;
    readonly services: readonly ServiceKey[];
}

/** Endpoint profiles as AWS's documentation and samples group them. */
export const ENDPOINT_PROFILES: Readonly<Record<EndpointProfile, EndpointProfileFacts>> = {
    base: {
        description: "VPC-only domain without internet access",
        services: ["s3", "sagemaker.api", "sagemaker.runtime", "sts", "logs"],
    },
    studio: { description: "Studio's user interface over the private network", services: ["studio"] },
    notebook: { description: "Notebook instances over the private network", services: ["notebook"] },
    images: { description: "Container images from ECR; layers come from S3", services: ["s3", "ecr.api", "ecr.dkr"] },
    "keys-and-monitoring": { description: "KMS calls and CloudWatch metrics", services: ["monitoring", "kms"] },
    projects: { description: "SageMaker Projects and parameters", services: ["servicecatalog", "ssm"] },
    ci: {
        description: "Builds and pipelines from CodeCommit",
        services: ["codecommit", "git-codecommit", "codepipeline", "codebuild"],
    },
    canvas: {
        // The sample also lists Forecast, which is closed to new customers.
        description: "Canvas's data sources and ready-made models",
        services: [
            "sagemaker.featurestore-runtime",
            "athena",
            "glue",
            "redshift-data",
            "textract",
            "comprehend",
            "rekognition",
        ],
    },
    "feature-store": { description: "Feature Store's online store", services: ["sagemaker.featurestore-runtime"] },
    "access-hub": {
        description: "A central access portal that opens Studio for other accounts",
        services: ["sagemaker.api", "studio", "sts", "dynamodb", "execute-api"],
    },
};

/** Services that AWS offers as a gateway and as an interface endpoint; P48 accepts either. */
export const EITHER_TYPE: readonly ServiceKey[] = ["s3", "dynamodb"];
