import { strict as assert } from "node:assert";

import {
    AppInstanceType,
    ClusterInstanceType,
    ProcessingInstanceType,
    ProductionVariantInstanceType,
    TrainingInstanceType,
    TransformInstanceType,
} from "@aws-sdk/client-sagemaker";

import { JOB_INSTANCE_TYPES, LOCAL_STORAGE_FAMILIES } from "../../facts";

const ENUMS = [TrainingInstanceType, ProcessingInstanceType, TransformInstanceType, ProductionVariantInstanceType];
const familyOf = (type: string): string => type.split(".")[1]!;
const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

describe("instance types of SageMaker", () => {
    it("for jobs and endpoints are those of the SDK", () => {
        const known = distinct(ENUMS.flatMap((types): string[] => Object.values(types)));
        assert.deepEqual(distinct(JOB_INSTANCE_TYPES), known);
    });

    it("with local storage are of families SageMaker has", () => {
        const all = [...ENUMS, AppInstanceType, ClusterInstanceType].flatMap((types): string[] => Object.values(types));
        const families = all.filter((type) => type.startsWith("ml.")).map(familyOf);
        assert.deepEqual(
            LOCAL_STORAGE_FAMILIES.filter((family) => !families.includes(family)),
            [],
        );
    });

    it("with a `d` of local disks in their name have local storage, and their siblings without it have none", () => {
        const named = distinct(JOB_INSTANCE_TYPES.map(familyOf)).filter((family) => /^[cmr]\d[a-z]*d$/.test(family));
        assert.deepEqual(named, ["c5d", "c6gd", "m5d", "m6gd", "r5d", "r6gd", "r7gd"]);
        assert.deepEqual(
            named.filter((family) => !LOCAL_STORAGE_FAMILIES.includes(family)),
            [],
        );
        assert.deepEqual(
            named.filter((family) => LOCAL_STORAGE_FAMILIES.includes(family.slice(0, -1))),
            [],
        );
    });

    it("that AWS's documentation names for local storage have it, and those it names for EBS have none", () => {
        // SageMaker API reference, ResourceConfig.VolumeSizeInGB: ml.p4d, ml.g4dn and ml.g5; ml.c5 and ml.p2.
        assert.deepEqual(
            ["p4d", "g4dn", "g5", "c5", "p2"].map((family) => LOCAL_STORAGE_FAMILIES.includes(family)),
            [true, true, true, false, false],
        );
    });
});
