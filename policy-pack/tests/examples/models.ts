import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const KEY: Sketch = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };
const SUBNET: Sketch = { type: "aws:ec2/subnet:Subnet", name: "private", props: { cidrBlock: "10.0.0.0/24" } };
const GROUP: Sketch = { type: "aws:ec2/securityGroup:SecurityGroup", name: "models", props: { egress: [] } };

const ROLE = "arn:aws:iam::111122223333:role/scoring";
const IMAGE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/scoring:1";

function model(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/model:Model", name: "scoring", props };
}

function endpoint(variant: Record<string, unknown>, props: Record<string, unknown> = {}): Sketch {
    return {
        type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
        name: "scoring",
        props: { productionVariants: [{ modelName: "scoring", instanceType: "ml.m5.large", ...variant }], ...props },
    };
}

/** Of models and endpoints. */
export const MODEL_EXAMPLES: Examples = {
    P25: {
        bad: [model({ executionRoleArn: ROLE, enableNetworkIsolation: false })],
        good: [model({ executionRoleArn: ROLE, enableNetworkIsolation: true })],
    },
    P26: {
        bad: [
            SUBNET,
            model({ executionRoleArn: ROLE, vpcConfig: { subnets: [ref("private")], securityGroupIds: [] } }),
        ],
        good: [
            SUBNET,
            GROUP,
            model({
                executionRoleArn: ROLE,
                vpcConfig: { subnets: [ref("private")], securityGroupIds: [ref("models")] },
            }),
        ],
    },
    P27: {
        bad: [
            model({
                executionRoleArn: ROLE,
                primaryContainer: { image: "444455556666.dkr.ecr.eu-west-1.amazonaws.com/scoring:1" },
            }),
        ],
        good: [model({ executionRoleArn: ROLE, primaryContainer: { image: IMAGE } })],
    },
    P28: {
        bad: [KEY, endpoint({ initialInstanceCount: 2 })],
        good: [KEY, endpoint({ initialInstanceCount: 2 }, { kmsKeyArn: ref("key", "arn") })],
    },
    P29: {
        bad: [endpoint({ initialInstanceCount: 1 })],
        good: [endpoint({ initialInstanceCount: 2 })],
    },
};
