import { type ReplacementTable, TERRAFORM } from "./row";

const FACTS = "ForceNew in the schema";

/** Container images and what SageMaker makes of them. */
export const IMAGES: ReplacementTable = {
    "aws:ecr/repository:Repository": {
        paths: ["encryptionConfigurations", "name"],
        source: `${TERRAFORM}/ecr, ${FACTS}`,
    },
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": {
        paths: ["policy", "repository"],
        source: `${TERRAFORM}/ecr, ${FACTS}`,
    },
    "aws:sagemaker/image:Image": { paths: ["imageName"], source: `${TERRAFORM}/sagemaker, ${FACTS}` },
    "aws:sagemaker/imageVersion:ImageVersion": {
        paths: ["baseImage", "imageName"],
        source: `${TERRAFORM}/sagemaker, ${FACTS}`,
    },
};
