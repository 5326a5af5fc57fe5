import type { SdkDefaults } from "../../components/defaults";

const ROLES = "arn:aws:iam::111122223333:role/fixture/test";
const KEYS = "arn:aws:kms:eu-west-1:111122223333:key";

/** Defaults of a team, every value another. */
export const DEFAULTS: SdkDefaults = {
    subnetIds: ["subnet-1", "subnet-2"],
    groupIds: ["sg-jobs", "sg-training"],
    volumeKeyArn: `${KEYS}/volumes`,
    outputKeyArn: `${KEYS}/outputs`,
    bucket: "fixture-data",
    prefix: "teams/research",
    roles: {
        job: `${ROLES}/job_research`,
        model: `${ROLES}/model_research`,
        monitor: `${ROLES}/monitor_research`,
        pipeline: `${ROLES}/pipeline_research`,
    },
    isolation: true,
    interContainerEncryption: true,
    tags: { team: "research" },
};

/** Values by path; arrays are values. */
export function leaves(value: unknown, path: readonly string[] = []): [string, unknown][] {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]))
        : [[path.join("."), value]];
}
