import { strict as assert } from "node:assert";

import { type GuardrailArgs, guardrailDocuments } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import { ARGS, IMAGE, named, SCRIPT, underGuardrails } from "./fixture";

type Row = readonly [what: string, action: string, context: RequestContext, expected: string];

const AWS_IMAGE = "arn:aws:sagemaker:eu-west-1:885854791233:image/sagemaker-distribution-cpu";
const version = (image: string): string => `${image.replace(":image/", ":image-version/")}/3`;
const APPS = ["CreateApp", "CreateSpace", "UpdateSpace"];
const ofApps = (what: string, context: RequestContext, expected: string): Row[] =>
    APPS.map((action) => [what, action, context, expected]);

const ROWS: readonly Row[] = [
    ...ofApps("what the domain starts it with", {}, "allowed"),
    ...ofApps("an instance type of the list", { "sagemaker:InstanceTypes": ["ml.t3.medium"] }, "allowed"),
    ...ofApps("a type of a family of the list", { "sagemaker:InstanceTypes": ["ml.m5.24xlarge"] }, "allowed"),
    ...ofApps("the type of apps without an instance", { "sagemaker:InstanceTypes": ["system"] }, "allowed"),
    ...ofApps("a type for jobs only", { "sagemaker:InstanceTypes": ["ml.g5.2xlarge"] }, "OtherAppInstances"),
    ...ofApps("a type among others", { "sagemaker:InstanceTypes": ["system", "ml.p5.48xlarge"] }, "OtherAppInstances"),
    ...ofApps("the image of the domain", { "sagemaker:ImageArns": [IMAGE] }, "allowed"),
    ...ofApps("AWS's image", { "sagemaker:ImageArns": [AWS_IMAGE] }, "allowed"),
    ...ofApps("another image", { "sagemaker:ImageArns": [`${IMAGE}-of-mine`] }, "OtherImages"),
    ...ofApps("an image beside the right one", { "sagemaker:ImageArns": [IMAGE, `${IMAGE}2`] }, "OtherImages"),
    ...ofApps("a version of the domain's image", { "sagemaker:ImageVersionArns": [version(IMAGE)] }, "allowed"),
    ...ofApps("a version of AWS's image", { "sagemaker:ImageVersionArns": [version(AWS_IMAGE)] }, "allowed"),
    ...ofApps("a version of another", { "sagemaker:ImageVersionArns": [version(`${IMAGE}2`)] }, "OtherImageVersions"),
    ...ofApps("the domain's script", { "sagemaker:StudioLifecycleConfigArns": [`${SCRIPT}-01234567`] }, "allowed"),
    ...ofApps(
        "a script of somebody's beside it",
        { "sagemaker:StudioLifecycleConfigArns": [`${SCRIPT}-01234567`, SCRIPT] },
        "OtherScripts",
    ),
    ["a gated model", "CreateModel", { "sagemaker:DirectGatedModelAccess": "true" }, "NoGatedModels"],
    ["a token", "CallWithBearerToken", {}, "NoBearerTokens"],
    ...[
        "CreateNotebookInstance",
        "CreateNotebookInstanceLifecycleConfig",
        "CreatePresignedNotebookInstanceUrl",
        "StartNotebookInstance",
        "UpdateNotebookInstance",
        "UpdateNotebookInstanceLifecycleConfig",
    ].map((action): Row => ["a notebook instance", action, {}, "NoNotebookInstances"]),
    ["an end of notebook instances", "StopNotebookInstance", {}, "allowed"],
    ...[
        "CreateImage",
        "CreateImageVersion",
        "CreateStudioLifecycleConfig",
        "DeleteImage",
        "DeleteImageVersion",
        "DeleteStudioLifecycleConfig",
        "UpdateImage",
        "UpdateImageVersion",
    ].map((action): Row => ["what starts in apps", action, {}, "StartingContentIsTheDeployers"]),
    ["a look at images", "DescribeImage", {}, "allowed"],
];

/** What a request of a model comes with, so that its network is no matter. */
const PLACED: RequestContext = {
    "sagemaker:VpcSubnets": ["subnet-a"],
    "sagemaker:VpcSecurityGroupIds": ["sg-jobs"],
    "sagemaker:NetworkIsolation": "true",
};

const ask = (action: string, context: RequestContext, changes: Partial<GuardrailArgs> = {}): string =>
    underGuardrails(named(guardrailDocuments({ ...ARGS, ...changes })), `sagemaker:${action}`, context);

describe("Guardrails of roles: apps and doors", () => {
    for (const [what, action, context, expected] of ROWS) {
        it(`${action} with ${what}: ${expected}`, () => {
            assert.equal(ask(action, action === "CreateModel" ? { ...PLACED, ...context } : context), expected);
        });
    }
});

describe("Guardrails of roles by setting", () => {
    const TRAINING: RequestContext = {
        ...PLACED,
        "sagemaker:VolumeKmsKeyArn": ARGS.volumeKeyArns[0] as string,
        "sagemaker:OutputKmsKeyArn": ARGS.outputKeyArns[0] as string,
        "sagemaker:InterContainerTrafficEncryption": "true",
        "sagemaker:InstanceTypes": ["ml.p5.48xlarge"],
        "sagemaker:MaxRuntimeInSeconds": "3600",
    };
    const without = (key: string): RequestContext =>
        Object.fromEntries(Object.entries(TRAINING).filter(([name]) => name !== `sagemaker:${key}`));
    const rows: readonly (readonly [string, Partial<GuardrailArgs>, string, RequestContext, string])[] = [
        ["a type outside the list", {}, "CreateTrainingJob", TRAINING, "OtherJobInstances"],
        ["no list for jobs", { instances: { apps: [], jobs: [] } }, "CreateTrainingJob", TRAINING, "allowed"],
        [
            "no list, no type",
            { instances: { apps: [], jobs: [] } },
            "CreateTrainingJob",
            without("InstanceTypes"),
            "allowed",
        ],
        [
            "no list for apps",
            { instances: { apps: [], jobs: ["ml.m5.*"] } },
            "CreateApp",
            { "sagemaker:InstanceTypes": ["ml.p5.48xlarge"] },
            "allowed",
        ],
        [
            "a shorter run",
            { maxRuntimeHours: 1, instances: { apps: [], jobs: [] } },
            "CreateTrainingJob",
            { ...TRAINING, "sagemaker:MaxRuntimeInSeconds": "3601" },
            "TooLongRunTime",
        ],
        [
            "isolation left to people",
            { isolation: false },
            "CreateModel",
            { ...PLACED, "sagemaker:NetworkIsolation": "false" },
            "allowed",
        ],
        [
            "encryption left to people",
            { interContainerEncryption: false, instances: { apps: [], jobs: [] } },
            "CreateTrainingJob",
            without("InterContainerTrafficEncryption"),
            "allowed",
        ],
        ["no group for jobs: any group", { groupIds: [] }, "CreateModel", PLACED, "OtherGroups"],
        [
            "a domain without scripts: any script",
            { scriptArns: [] },
            "CreateSpace",
            { "sagemaker:StudioLifecycleConfigArns": [`${SCRIPT}-01234567`] },
            "OtherScripts",
        ],
        ["a domain without scripts: none", { scriptArns: [] }, "CreateSpace", {}, "allowed"],
        [
            "a domain without images of its own: AWS's",
            { imageArns: [] },
            "CreateApp",
            { "sagemaker:ImageArns": [AWS_IMAGE] },
            "allowed",
        ],
        [
            "a domain without images of its own: any other",
            { imageArns: [] },
            "CreateApp",
            { "sagemaker:ImageArns": [IMAGE] },
            "OtherImages",
        ],
    ];
    for (const [what, changes, action, context, expected] of rows) {
        it(`${what}: ${expected}`, () => assert.equal(ask(action, context, changes), expected));
    }
});
