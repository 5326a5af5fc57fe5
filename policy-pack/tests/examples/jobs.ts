import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const KEY: Sketch = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };
const SUBNET: Sketch = { type: "aws:ec2/subnet:Subnet", name: "private", props: { cidrBlock: "10.0.0.0/24" } };
const GROUP: Sketch = { type: "aws:ec2/securityGroup:SecurityGroup", name: "jobs", props: { egress: [] } };

function training(props: Record<string, unknown>): Sketch {
    const type = "aws:sagemaker/trainingJob:TrainingJob";
    return { type, name: "training", props: { trainingJobName: "training", ...props } };
}

function features(offline: Record<string, unknown>): Sketch {
    return {
        type: "aws:sagemaker/featureGroup:FeatureGroup",
        name: "features",
        props: {
            featureGroupName: "features",
            offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://features", ...offline } },
        },
    };
}

const INSTANCES = { instanceType: "ml.m5.xlarge", instanceCount: 2 };

/** Of jobs and the feature store. */
export const JOB_EXAMPLES: Examples = {
    P30: {
        bad: [training({ enableNetworkIsolation: false })],
        good: [training({ enableNetworkIsolation: true })],
    },
    P31: {
        bad: [training({ resourceConfig: INSTANCES, enableInterContainerTrafficEncryption: false })],
        good: [training({ resourceConfig: INSTANCES, enableInterContainerTrafficEncryption: true })],
    },
    P32: {
        bad: [GROUP, training({ vpcConfig: { subnets: [], securityGroupIds: [ref("jobs")] } })],
        good: [SUBNET, GROUP, training({ vpcConfig: { subnets: [ref("private")], securityGroupIds: [ref("jobs")] } })],
    },
    P33: {
        bad: [
            KEY,
            training({
                resourceConfig: { ...INSTANCES, volumeKmsKeyId: ref("key", "arn") },
                outputDataConfig: { s3OutputPath: "s3://models" },
            }),
        ],
        good: [
            KEY,
            training({
                resourceConfig: { ...INSTANCES, volumeKmsKeyId: ref("key", "arn") },
                outputDataConfig: { s3OutputPath: "s3://models", kmsKeyId: ref("key", "arn") },
            }),
        ],
    },
    P34: {
        bad: [KEY, features({})],
        good: [KEY, features({ kmsKeyId: ref("key", "arn") })],
    },
};
