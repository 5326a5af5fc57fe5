import type { Rules } from "../../../assets/functions/stop/rules";

export const ACCOUNT = "111122223333";
export const EXECUTION = `arn:aws:iam::${ACCOUNT}:role/studio-dev-execution-0a1b2c3d`;
const PATH = `arn:aws:iam::${ACCOUNT}:role/private-studio/dev/`;
export const JOB_ROLE = `${PATH}studio-dev-job-4e5f6071`;
export const USER_ROLE = `arn:aws:iam::${ACCOUNT}:role/studio-dev-user-9a9b9c9d`;
export const ADMIN = `arn:aws:iam::${ACCOUNT}:role/Admin`;
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/deployer`;
export const VOLUME_KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`;
export const OUTPUT_KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`;
export const TOPIC = `arn:aws:sns:eu-west-1:${ACCOUNT}:notices`;

export const RULES: Rules = {
    mode: "stop",
    scope: "deployment",
    domainId: "d-ours",
    roles: [EXECUTION, PATH],
    linkMakers: [USER_ROLE],
    exempt: [DEPLOYER],
    subnets: ["subnet-a", "subnet-b"],
    groups: ["sg-jobs"],
    volumeKeys: [VOLUME_KEY],
    outputKeys: [OUTPUT_KEY],
    selfEncrypting: ["ml.p4d.*", "ml.g5.*"],
    isolation: true,
    interContainerEncryption: true,
    instances: { apps: ["ml.t3.medium"], jobs: ["ml.m5.*", "ml.p4d.*"] },
    maxRuntimeHours: 24,
    remoteAccess: false,
};

/** Network of a job within the rules. */
export const VPC = { Subnets: ["subnet-a"], SecurityGroupIds: ["sg-jobs"] };
