import { strict as assert } from "node:assert";

import { endpointPolicy, type EndpointPolicyArgs } from "../../../components/network/endpointPolicies";
import type { Feature, ServiceKey } from "../../../policy-pack/facts";
import type { RequestContext } from "../../../policy-pack/iam";
import {
    ACCOUNT,
    ALL_FEATURES,
    ALL_SERVICES,
    ARGS,
    arn,
    documentOf,
    FOREIGN,
    ORGANIZATION,
    OWN,
    passes,
    session,
    STRANGER,
    statementsOf,
} from "./fixture";

const PARAMETER = arn("ssm", "parameter/p");

describe("Endpoint policies: what the arguments change", () => {
    describe("onlyRoles", () => {
        const args: EndpointPolicyArgs = { ...ARGS, onlyRoles: { ssm: [`arn:aws:iam::${ACCOUNT}:role/mlops`] } };
        const attempt = (service: ServiceKey, role: string, account: string = ACCOUNT): boolean =>
            passes({
                service,
                action: "ssm:GetParameter",
                resource: PARAMETER,
                caller: session(account, role),
                args,
            });

        it("lets the named role pass, and no other", () => {
            assert.deepEqual(
                [attempt("ssm", "mlops"), attempt("ssm", "someone"), attempt("ssm", "mlops", FOREIGN)],
                [true, false, false],
            );
        });

        it("counts for the FIPS endpoint of the service", () => {
            assert.deepEqual([attempt("ssm-fips", "mlops"), attempt("ssm-fips", "someone")], [true, false]);
        });

        it("takes the FIPS endpoint's own roles first", () => {
            const own = { ...args, onlyRoles: { ...args.onlyRoles, "ssm-fips": [`arn:aws:iam::${ACCOUNT}:role/x`] } };
            const answers = ["x", "mlops"].map((role) =>
                passes({
                    service: "ssm-fips",
                    action: "ssm:GetParameter",
                    resource: PARAMETER,
                    caller: session(ACCOUNT, role),
                    args: own,
                }),
            );
            assert.deepEqual(answers, [true, false]);
        });

        it("leaves every other service alone", () => {
            for (const service of ALL_SERVICES.filter((key) => !key.startsWith("ssm"))) {
                assert.deepEqual(endpointPolicy(service, args), endpointPolicy(service, ARGS), service);
            }
        });

        it("closes a service of which no role is named", () => {
            const none = { ...ARGS, onlyRoles: { ssm: [] } };
            assert.equal(
                passes({ service: "ssm", action: "ssm:GetParameter", resource: PARAMETER, caller: OWN, args: none }),
                false,
            );
        });
    });

    describe("organization", () => {
        const args = { ...ARGS, organization: ORGANIZATION };
        const member = { "aws:PrincipalOrgID": ORGANIZATION };
        const decrypt = { service: "kms", action: "kms:Decrypt", resource: arn("kms", "key/1"), args } as const;

        it("lets principals of its accounts pass, whichever account", () => {
            const answers = [OWN, STRANGER].map((caller) => passes({ ...decrypt, caller, context: member }));
            assert.deepEqual(answers, [true, true]);
        });

        it("stops principals of another organization or of none", () => {
            const contexts: RequestContext[] = [{ "aws:PrincipalOrgID": "o-somebodyelse" }, {}];
            assert.deepEqual(
                contexts.map((context) => passes({ ...decrypt, caller: OWN, context })),
                [false, false],
            );
        });

        it("leaves the resources those of the account", () => {
            const foreign = { ...decrypt, resource: arn("kms", "key/1", FOREIGN) };
            assert.equal(passes({ ...foreign, caller: OWN, context: member }), false);
        });
    });

    describe("dataBuckets", () => {
        it("lets none pass when there are none", () => {
            const args: EndpointPolicyArgs = { ...ARGS, features: ["studio", "jobs"], dataBuckets: [] };
            const get = (resource: string): boolean =>
                passes({ service: "s3", action: "s3:GetObject", resource, caller: OWN, args });
            assert.equal(get("arn:aws:s3:::example-data/a"), false);
            assert.equal(get("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer"), true);
        });
    });

    describe("features", () => {
        /** What must not pass without the feature, though every other feature is on. */
        const rows: readonly (readonly [Feature, ServiceKey, string, string])[] = [
            [
                "jobs",
                "sagemaker.api",
                "sagemaker:CreateHyperParameterTuningJob",
                arn("sagemaker", "hyper-parameter-tuning-job/h"),
            ],
            ["jobs", "sagemaker.api", "sagemaker:ListTransformJobs", "*"],
            ["studio", "sagemaker.api", "sagemaker:CreateApp", arn("sagemaker", "app/d-1/s/jupyterlab/default")],
            ["canvas", "s3", "s3:PutObject", "arn:aws:s3:::sagemaker-eu-west-1-111122223333/Canvas/a"],
            ["canvas", "s3", "s3:ListAllMyBuckets", "*"],
            ["jumpstart", "sagemaker.api", "sagemaker:ListHubs", "*"],
            ["featureStore", "sagemaker.api", "sagemaker:CreateFeatureGroup", arn("sagemaker", "feature-group/f")],
            ["projects", "sagemaker.api", "sagemaker:CreateProject", arn("sagemaker", "project/p")],
            ["mlflow", "sagemaker.api", "sagemaker:ListMlflowApps", "*"],
            ["remoteIde", "sagemaker.api", "sagemaker:StartSession", arn("sagemaker", "space/d-1/s")],
            ["remoteIde", "ssm", "ssm:ResumeSession", arn("ssm", "session/s")],
            ["codeArtifact", "s3", "s3:GetObject", "arn:aws:s3:::assets-438097961670-eu-west-1/a"],
        ];
        for (const [feature, service, action, resource] of rows) {
            it(`${action} on ${resource} passes with ${feature} only`, () => {
                const without = { ...ARGS, features: ALL_FEATURES.filter((other) => other !== feature) };
                const only = { ...ARGS, features: [feature] };
                const answers = [ARGS, only, without].map((args) =>
                    passes({ service, action, resource, caller: OWN, args }),
                );
                assert.deepEqual(answers, [true, true, false]);
            });
        }

        it("reads JumpStart's buckets for JumpStart and for Canvas", () => {
            const resource = "arn:aws:s3:::jumpstart-private-cache-prod-eu-west-1/m";
            const answers = (["jumpstart", "canvas", "jobs"] as const).map((feature) =>
                passes({
                    service: "s3",
                    action: "s3:GetObject",
                    resource,
                    caller: OWN,
                    args: { ...ARGS, features: [feature] },
                }),
            );
            assert.deepEqual(answers, [true, true, false]);
        });
    });

    it("evaluation data are read in their own Region only", () => {
        const read = (region: string): boolean =>
            passes({
                service: "s3",
                action: "s3:GetObject",
                resource: "arn:aws:s3:::fmeval/datasets/trex.jsonl",
                caller: OWN,
                args: { ...ARGS, region },
            });
        assert.deepEqual([read("us-west-2"), read("eu-west-1")], [true, false]);
    });

    it("partition and Region stand in every ARN", () => {
        const args = { ...ARGS, partition: "aws-cn", region: "cn-north-1" };
        for (const service of ALL_SERVICES.filter((key) => endpointPolicy(key, args) !== undefined)) {
            const text = JSON.stringify(documentOf(service, args));
            assert.doesNotMatch(text, /arn:aws:|eu-west-1|[{](partition|region|account)[}]/, service);
        }
    });

    it("services that evaluate no policy get none", () => {
        assert.deepEqual(
            ALL_SERVICES.filter((key) => endpointPolicy(key, ARGS) === undefined),
            ["redshift-data", "redshift-data-fips", "codepipeline"],
        );
    });

    it("S3 names every bucket of AWS in full", () => {
        const resources = statementsOf("s3", { ...ARGS, region: "us-west-2" })
            .filter(({ Sid }) => ["JumpStart", "EvaluationData", "Packages", "ContainerLayers"].includes(Sid ?? ""))
            .map(({ Sid, Action, Resource }) => [Sid, Action, Resource]);
        assert.deepEqual(resources, [
            [
                "JumpStart",
                ["s3:GetObject"],
                [
                    "arn:aws:s3:::jumpstart-cache-prod-us-west-2/*",
                    "arn:aws:s3:::jumpstart-private-cache-prod-us-west-2/*",
                ],
            ],
            ["EvaluationData", ["s3:GetObject"], ["arn:aws:s3:::fmeval/*"]],
            ["Packages", ["s3:GetObject"], ["arn:aws:s3:::assets-787052242323-us-west-2/*"]],
            ["ContainerLayers", ["s3:GetObject"], ["arn:aws:s3:::prod-us-west-2-starport-layer-bucket/*"]],
        ]);
    });
});
