import { strict as assert } from "node:assert";

import { guardrailDocuments, serviceControlPolicies } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import { ARGS, named, SERVICE_CONTROL_ARGS, underGuardrails, underServiceControl } from "./fixture";
import { contextOf, KEYS, type KeyName, type Shape, SHAPES } from "./requests";

type Ask = (action: string, context: RequestContext) => string;

const LAYERS: readonly (readonly [string, Ask])[] = [
    ["Guardrails of roles", (action, context) => underGuardrails(named(guardrailDocuments(ARGS)), action, context)],
    [
        "Service control policies",
        (action, context) => underServiceControl(named(serviceControlPolicies(SERVICE_CONTROL_ARGS)), action, context),
    ],
];

const find = (action: string): Shape => SHAPES.find((shape) => shape.action === action)!;
const TRAINING = find("CreateTrainingJob");
const SCHEDULE = find("CreateMonitoringSchedule");

/** Beyond one key at a time. */
const CASES: readonly (readonly [string, Shape, Parameters<typeof contextOf>[1], string])[] = [
    ["local storage without a volume key", TRAINING, { volume: undefined, instances: ["ml.g5.2xlarge"] }, "allowed"],
    ["local storage with another's key", TRAINING, { volume: "arn:x", instances: ["ml.g5.2xlarge"] }, "OtherVolumeKey"],
    [
        "one type with local storage and one without, no key",
        TRAINING,
        { volume: undefined, instances: ["ml.g5.2xlarge", "ml.m5.large"] },
        "MissingVolumeKey",
    ],
    [
        "a family that only begins like one with local storage",
        TRAINING,
        { volume: undefined, instances: ["ml.g5x.2xlarge"] },
        "MissingVolumeKey, OtherJobInstances",
    ],
    [
        "neither subnets nor groups",
        TRAINING,
        { subnets: undefined, groups: undefined },
        "MissingSubnets, MissingGroups",
    ],
    ["capacity AWS chooses", TRAINING, { volume: undefined, instances: undefined }, "MissingJobInstances"],
    [
        "a schedule that names its definition",
        SCHEDULE,
        {
            subnets: undefined,
            groups: undefined,
            volume: undefined,
            output: undefined,
            isolation: undefined,
            encryption: undefined,
            instances: undefined,
            time: undefined,
        },
        "allowed",
    ],
];

for (const [layer, ask] of LAYERS) {
    const outcome = (shape: Shape, changes: Parameters<typeof contextOf>[1] = {}): string =>
        ask(`sagemaker:${shape.action}`, contextOf(shape, changes));

    describe(`${layer}: jobs, models and endpoints`, () => {
        for (const shape of SHAPES) {
            describe(`${shape.what} (${shape.action})`, () => {
                it("is allowed as it should be", () => assert.equal(outcome(shape), "allowed"));
                for (const name of Object.keys(shape.keys) as KeyName[]) {
                    const [missing, wrong] = shape.keys[name]!;
                    it(`without ${KEYS[name].key}: ${missing}`, () => {
                        assert.equal(outcome(shape, { [name]: undefined }), missing);
                    });
                    for (const value of KEYS[name].wrong) {
                        it(`with ${KEYS[name].key} ${JSON.stringify(value)}: ${wrong}`, () => {
                            assert.equal(outcome(shape, { [name]: value }), wrong);
                        });
                    }
                }
            });
        }
        for (const [what, shape, changes, expected] of CASES) {
            it(`${what}: ${expected}`, () => assert.equal(outcome(shape, changes), expected));
        }
        it("a feature group with neither store needs no key", () => {
            assert.equal(ask("sagemaker:CreateFeatureGroup", {}), "allowed");
        });
    });
}
