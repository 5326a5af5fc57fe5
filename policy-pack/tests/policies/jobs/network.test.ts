import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { JOB_SHAPES } from "../../../policies/jobs/shapes";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, policy, verdict } from "../verdict";
import { NOT_KNOWN_YET, repairedByEngine } from "./engineRepair";
import { at, type Kind, KINDS, only, type Props, who } from "./kinds";

const ISOLATION = "enableNetworkIsolation";
const ENCRYPTION = "enableInterContainerTrafficEncryption";
const TRAINING = "aws:sagemaker/trainingJob:TrainingJob";
const TUNING = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob";
const SCHEDULE = "aws:sagemaker/monitoringSchedule:MonitoringSchedule";
const BOTH = { subnets: ["subnet-1"], securityGroupIds: ["sg-1"] };

/** A job with a network setting. */
function networked({ type, around, network }: Kind, key: string, value: unknown): Sketch[] {
    return only(type, around(at(`${network}${key}`, value)));
}

/** A job on a number of instances with the encryption switch. */
function sized(kind: Kind, instanceCount: unknown, encrypted: unknown): Props {
    const { around, network, cluster } = kind;
    return around({
        ...at(cluster, { instanceType: "ml.m5.large", instanceCount }),
        ...at(`${network}${ENCRYPTION}`, encrypted),
    });
}

describe("kinds of jobs", () => {
    it("the tests know every kind of job with network settings", () => {
        const kinds = Object.entries(JOB_SHAPES).filter(([, shapes]) =>
            shapes.some(({ switches }) => switches !== undefined),
        );
        assert.deepEqual(new Set(KINDS.map(({ type }) => type)), new Set(kinds.map(([type]) => type)));
    });
});

describe("P30 sagemaker-job-network-isolation-enabled", () => {
    for (const kind of KINDS) {
        const place = `${kind.path}${kind.network}${ISOLATION}`;
        describe(`${kind.type} ${kind.path}`, () => {
            const says = (found: string): string[] => [
                `violation: ${who(kind.type)} ${place} is ${found}. Set it to true.`,
            ];
            for (const [what, value, expected] of [
                ["on", true, []],
                ["off", false, says("false")],
                ["absent", undefined, says("not set, which means false")],
            ] as const) {
                it(what, () => assert.deepEqual(verdict("P30", networked(kind, ISOLATION, value)), expected));
            }
            it("no network settings at all", () => {
                assert.deepEqual(verdict("P30", only(kind.type, kind.around({}))), says("not set, which means false"));
            });
            const parents = place.split(".").map((_, depth, parts) => parts.slice(0, depth + 1).join("."));
            isUndecidedWithout(
                "P30",
                parents.map((path) => ["job", path] as const),
                networked(kind, ISOLATION, true),
            );

            it("repairs, once, and makes the block that is missing", () => {
                for (const job of [{}, at(`${kind.network}${ISOLATION}`, false)]) {
                    const props = kind.around(job);
                    assert.equal(policy("P30").remediate?.(props, {}), true);
                    assert.deepEqual(props, kind.around(at(`${kind.network}${ISOLATION}`, true)));
                    assert.equal(policy("P30").remediate?.(props, {}), false);
                }
            });
        });
    }

    it("each definition of a tuning job", () => {
        const definitions = [{ [ISOLATION]: true }, { [ISOLATION]: false }, {}];
        const props = { trainingJobDefinitions: definitions };
        const says = (index: number, found: string): string =>
            `violation: ${who(TUNING)} trainingJobDefinitions.${index}.${ISOLATION} is ${found}. Set it to true.`;
        assert.deepEqual(verdict("P30", only(TUNING, props)), [
            says(1, "false"),
            says(2, "not set, which means false"),
        ]);
        assert.equal(policy("P30").remediate?.(props, {}), true);
        assert.deepEqual(definitions, [{ [ISOLATION]: true }, { [ISOLATION]: true }, { [ISOLATION]: true }]);
    });

    it("repairs the definitions that are known under the engine, and keeps what is not", async () => {
        const definitions = [UNKNOWN, { [ISOLATION]: false, roleArn: UNKNOWN }, { [ISOLATION]: UNKNOWN }];
        assert.deepEqual(await repairedByEngine("P30", only(TUNING, { trainingJobDefinitions: definitions })), {
            trainingJobDefinitions: [
                NOT_KNOWN_YET,
                { [ISOLATION]: true, roleArn: NOT_KNOWN_YET },
                { [ISOLATION]: NOT_KNOWN_YET },
            ],
        });
        assert.equal(await repairedByEngine("P30", only(TUNING, { trainingJobDefinitions: UNKNOWN })), undefined);
    });

    it("a schedule that names a definition is judged by that definition, and left alone", () => {
        const props = {
            monitoringScheduleConfig: { monitoringJobDefinitionName: "quality", monitoringType: "DataQuality" },
        };
        const before = structuredClone(props);
        assert.deepEqual(verdict("P30", only(SCHEDULE, props)), []);
        assert.equal(policy("P30").remediate?.(props, {}), false);
        assert.deepEqual(props, before);
    });

    it("what is no job with network settings is left alone", () => {
        for (const props of [{ labelingJobName: "job" }, { modelCardName: "card" }]) {
            assert.equal(policy("P30").remediate?.(props, {}), false);
        }
    });
});

describe("P31 sagemaker-job-inter-container-encryption-enabled", () => {
    const repair = (props: Props, evenForOneInstance = false): boolean | undefined =>
        policy("P31").remediate?.(props, { evenForOneInstance });

    for (const kind of KINDS) {
        const place = `${kind.path}${kind.network}${ENCRYPTION}`;
        const says = (found: string): string[] => [
            `violation: ${who(kind.type)} ${place} is ${found}, and the job runs on several instances. Set it to true.`,
        ];
        const unsure = `undecided: ${who(kind.type)} ${place} is false, and the number of instances is not known yet; with more than one it must be true.`;
        describe(`${kind.type} ${kind.path}`, () => {
            for (const [what, count, encrypted, expected] of [
                ["several instances, encrypted", 2, true, []],
                ["several, not encrypted", 2, false, says("false")],
                ["several, absent", 2, undefined, says("not set, which means false")],
                ["one", 1, false, []],
                ["a number that is not set is one", undefined, undefined, []],
                ["a number that is not known yet, encrypted", UNKNOWN, true, []],
                ["a number that is not known yet", UNKNOWN, false, [unsure]],
            ] as const) {
                it(what, () =>
                    assert.deepEqual(verdict("P31", only(kind.type, sized(kind, count, encrypted))), expected),
                );
            }
            it("one, where one must encrypt too", () => {
                assert.deepEqual(verdict("P31", only(kind.type, sized(kind, 1, false)), { evenForOneInstance: true }), [
                    `violation: ${who(kind.type)} ${place} is false. Set it to true.`,
                ]);
            });
            isUndecidedWithout("P31", [["job", place]], only(kind.type, sized(kind, 2, true)));

            it("repairs several instances, and one where it must encrypt too", () => {
                const several = sized(kind, 2, false);
                assert.equal(repair(several), true);
                assert.deepEqual(several, sized(kind, 2, true));
                assert.equal(repair(several), false);
                const one = sized(kind, 1, false);
                assert.equal(repair(one), false);
                assert.deepEqual(one, sized(kind, 1, false));
                assert.equal(repair(one, true), true);
                assert.deepEqual(one, sized(kind, 1, true));
            });
        });
    }

    it("leaves a job whose number of instances is not known yet under the engine", async () => {
        const job = (instanceCount: unknown): Sketch[] =>
            only(TRAINING, { trainingJobName: "job", resourceConfig: { instanceCount } });
        assert.equal(await repairedByEngine("P31", job(UNKNOWN)), undefined);
        assert.deepEqual(await repairedByEngine("P31", job(2)), {
            trainingJobName: "job",
            resourceConfig: { instanceCount: 2 },
            [ENCRYPTION]: true,
        });
    });

    describe("how many instances", () => {
        const job = "undecided: TrainingJob job:";
        const found = "violation: TrainingJob job:";
        const unset = `${ENCRYPTION} is not set, which means false, and`;
        const several = [`${found} ${unset} the job runs on several instances. Set it to true.`];
        const unsure = [
            `${job} ${unset} the number of instances is not known yet; with more than one it must be true.`,
        ];
        const groups = (...counts: readonly unknown[]): Props => ({
            resourceConfig: { instanceGroups: counts.map((instanceCount) => ({ instanceCount })) },
        });
        const cases: readonly (readonly [what: string, props: Props, expected: readonly string[]])[] = [
            ["groups run together", groups(1, 1), several],
            ["a single group of one", groups(1), []],
            ["a group that is not known yet beside two", groups(2, UNKNOWN), several],
            ["a group that is not known yet beside one", groups(1, UNKNOWN), unsure],
            ["groups that are not known yet", { resourceConfig: { instanceGroups: UNKNOWN } }, unsure],
            ["resources that are not known yet", { resourceConfig: UNKNOWN }, unsure],
            ["a serverless job has none", { serverlessJobConfig: { jobType: "FINE_TUNING" } }, []],
        ];
        for (const [what, props, expected] of cases) {
            it(what, () => assert.deepEqual(verdict("P31", only(TRAINING, props)), expected));
        }

        it("configurations of a tuning job are alternatives", () => {
            const tuning = (...counts: readonly number[]): Sketch[] =>
                only(TUNING, {
                    trainingJobDefinition: {
                        hyperParameterTuningResourceConfig: {
                            instanceConfigs: counts.map((instanceCount) => ({ instanceCount })),
                        },
                    },
                });
            assert.deepEqual(verdict("P31", tuning(1, 1)), []);
            assert.deepEqual(verdict("P31", tuning(1, 2)), [
                `violation: ${who(TUNING)} trainingJobDefinition.${unset} the job runs on several instances. Set it to true.`,
            ]);
        });
    });
});

describe("P32 sagemaker-job-in-vpc", () => {
    const LABELING = "aws:sagemaker/labelingJob:LabelingJob";
    const kinds: readonly Kind[] = [
        ...KINDS,
        {
            type: LABELING,
            around: (job) => ({ labelingJobAlgorithmsConfig: job }),
            path: "labelingJobAlgorithmsConfig.",
            network: "labelingJobResourceConfig.",
            cluster: "",
            output: "",
        },
    ];
    for (const kind of kinds) {
        const place = `${kind.path}${kind.network}vpcConfig`;
        const subnets = `violation: ${who(kind.type)} ${place}.subnets is`;
        const groups = `violation: ${who(kind.type)} ${place}.securityGroupIds is`;
        describe(`${kind.type} ${kind.path}`, () => {
            for (const [what, value, expected] of [
                ["both", BOTH, []],
                [
                    "absent",
                    undefined,
                    [
                        `${subnets} not set. Name at least one subnet.`,
                        `${groups} not set. Name at least one security group.`,
                    ],
                ],
                ["no subnets", { ...BOTH, subnets: [] }, [`${subnets} empty. Name at least one subnet.`]],
                ["no groups", { subnets: ["subnet-1"] }, [`${groups} not set. Name at least one security group.`]],
            ] as const) {
                it(what, () => assert.deepEqual(verdict("P32", networked(kind, "vpcConfig", value)), expected));
            }
            isUndecidedWithout(
                "P32",
                [
                    ["job", place],
                    ["job", `${place}.subnets`],
                    ["job", `${place}.securityGroupIds`],
                ],
                networked(kind, "vpcConfig", BOTH),
            );
        });
    }

    it("takes lists of the stack's own subnets and groups as filled", () => {
        const stack: Sketch[] = [
            { type: "aws:ec2/subnet:Subnet", name: "private", props: {} },
            { type: "aws:ec2/securityGroup:SecurityGroup", name: "jobs", props: {} },
            ...only(TRAINING, { vpcConfig: { subnets: ref("private"), securityGroupIds: ref("jobs") } }),
        ];
        assert.deepEqual(verdict("P32", stack, {}, "unknown"), []);
    });

    it("labelling by people alone runs nowhere", () => {
        assert.deepEqual(verdict("P32", only(LABELING, { labelingJobName: "job" })), []);
    });
});
