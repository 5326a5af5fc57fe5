import assert from "node:assert/strict";
import { UNKNOWN } from "../../graph";
import { JOB_ROLE_PATHS, rolesUsedBy } from "../../graph/roleUses";
import { change, graphOf, ref, type Sketch } from "../fixture/build";
import { cleanStack } from "../fixture/stack";

describe("execution roles in use", () => {
    const uses = (stack: readonly Sketch[], ids: "known" | "unknown"): string[] =>
        rolesUsedBy(graphOf(stack, ids)).map(
            ({ user, path, role, external, undecided }) =>
                `${user.name} ${path}: ${role?.name ?? external ?? undecided ?? ""}`,
        );

    for (const ids of ["known", "unknown"] as const) {
        it(`domain, spaces and profiles, ids ${ids}`, () => {
            assert.deepEqual(uses(cleanStack(), ids), [
                "domain defaultUserSettings.executionRole: execution",
                "domain defaultSpaceSettings.executionRole: execution",
                "profile-ann userSettings.executionRole: execution",
            ]);
        });
    }

    it("of another stack, and not known", () => {
        const stack = change(
            change(cleanStack(), "domain", "defaultUserSettings.executionRole", "arn:aws:iam::1:role/far"),
            "profile-ann",
            "userSettings.executionRole",
            UNKNOWN,
        );
        assert.deepEqual(uses(stack, "known"), [
            "domain defaultUserSettings.executionRole: arn:aws:iam::1:role/far",
            "domain defaultSpaceSettings.executionRole: execution",
            "profile-ann userSettings.executionRole: userSettings.executionRole is not known yet",
        ]);
    });
});

describe("roles of tuning jobs", () => {
    const role = (name: string): Sketch => ({ type: "aws:iam/role:Role", name, props: {} });
    const tuning = (trainingJobDefinitions: unknown): Sketch[] => [
        role("one"),
        role("two"),
        {
            type: "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
            name: "tuning",
            props: { trainingJobDefinitions },
        },
    ];
    const uses = (stack: readonly Sketch[], ids: "known" | "unknown" = "known"): string[] =>
        rolesUsedBy(graphOf(stack, ids), JOB_ROLE_PATHS).map(
            ({ path, role: found, external, undecided }) => `${path}: ${found?.name ?? external ?? undecided ?? ""}`,
        );

    it("are those of each definition", () => {
        const definitions = [{ roleArn: ref("one", "arn") }, { roleArn: "arn:aws:iam::1:role/far" }];
        assert.deepEqual(uses(tuning(definitions)), [
            "trainingJobDefinitions.0.roleArn: one",
            "trainingJobDefinitions.1.roleArn: arn:aws:iam::1:role/far",
        ]);
    });

    it("are found by dependency while ids are unknown", () => {
        assert.deepEqual(uses(tuning([{ roleArn: ref("two", "arn") }]), "unknown"), [
            "trainingJobDefinitions.0.roleArn: two",
        ]);
    });

    it("are not known while the list is not", () => {
        assert.deepEqual(uses(tuning(UNKNOWN)), [
            "trainingJobDefinitions.roleArn: trainingJobDefinitions.roleArn is not known yet",
        ]);
        assert.deepEqual(uses(tuning(undefined)), []);
    });
});
