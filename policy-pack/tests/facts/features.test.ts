import assert from "node:assert/strict";

import fc from "fast-check";

import {
    CATALOGUE_ORDER,
    chosenServices,
    type EndpointChoice,
    ENDPOINT_SERVICES,
    type Feature,
    FEATURES,
    INTERFACE_ENDPOINT_QUOTA,
    interfacesByFeature,
    isFeatureOffered,
    isOffered,
    type ServiceKey,
    servicesFor,
} from "../../facts";

const STUDIO: readonly ServiceKey[] = ["s3", "sagemaker.api", "sagemaker.runtime", "studio", "sts", "logs"];
const JOBS: readonly ServiceKey[] = ["s3", "sagemaker.api", "sts", "logs", "ecr.api", "ecr.dkr", "monitoring", "kms"];

/** By feature, in the catalogue's order; from the facts of AWS's pages, not from our table. */
const NEEDED: Readonly<Record<Feature, readonly ServiceKey[]>> = {
    studio: STUDIO,
    jobs: JOBS,
    canvas: [
        "s3",
        "sagemaker.api",
        "sagemaker.runtime",
        "sts",
        "logs",
        "ecr.api",
        "ecr.dkr",
        "monitoring",
        "sagemaker-data-science-assistant",
        "notebook",
        "athena",
        "glue",
        "redshift-data",
        "rds",
        "secretsmanager",
        "emr-serverless",
        "bedrock-runtime",
        "textract",
        "comprehend",
        "rekognition",
        "kendra",
        "q",
        "ssm",
        "ec2",
        "application-autoscaling",
    ],
    jumpstart: ["s3", "sagemaker.api", "sagemaker.runtime", "sts", "logs"],
    featureStore: ["s3", "sagemaker.api", "kms", "sagemaker.featurestore-runtime", "athena", "glue"],
    projects: [
        "s3",
        "sagemaker.api",
        "servicecatalog",
        "codeconnections.api",
        "codebuild",
        "codepipeline",
        "cloudformation",
        "events",
    ],
    mlflow: ["s3", "sagemaker.api", "experiments", "mlflow"],
    bedrock: ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
    emr: [
        "s3",
        "sts",
        "elasticmapreduce",
        "emr-containers",
        "emr-serverless",
        "emr-serverless-services.livy",
        "emr-serverless.dashboard",
    ],
    glue: ["s3", "sts", "glue", "glue.sessions"],
    dataAccess: [
        "s3",
        "dynamodb",
        "athena",
        "lakeformation",
        "redshift",
        "redshift-data",
        "redshift-serverless",
        "rds",
    ],
    codeArtifact: ["s3", "codeartifact.api", "codeartifact.repositories"],
    remoteIde: ["sagemaker.api", "ssm", "ssmmessages"],
    observability: ["logs", "monitoring", "events", "cloudtrail", "config", "xray", "sns", "sqs"],
    accessApi: ["sagemaker.api", "studio", "sts", "dynamodb", "execute-api", "lambda", "cognito-idp"],
};

const ALL = Object.keys(FEATURES) as Feature[];

function choice(changes: Partial<EndpointChoice> = {}): EndpointChoice {
    return { features: ["studio"], region: "eu-west-1", add: [], remove: [], fips: false, ...changes };
}

describe("endpoints by feature", () => {
    for (const feature of ALL) {
        it(`${feature}: each service once, in the catalogue's order, from AWS's page`, () => {
            assert.deepEqual(servicesFor([feature]), NEEDED[feature]);
            assert.match(FEATURES[feature].source, /^https:\/\/docs\.aws\.amazon\.com\//);
        });
    }

    const joined: readonly (readonly [readonly Feature[], readonly ServiceKey[]])[] = [
        [[], []],
        [
            ["jobs", "studio", "jobs"],
            [
                "s3",
                "sagemaker.api",
                "sagemaker.runtime",
                "studio",
                "sts",
                "logs",
                "ecr.api",
                "ecr.dkr",
                "monitoring",
                "kms",
            ],
        ],
    ];
    for (const [features, expected] of joined) {
        it(`${features.join(", ") || "no feature"} together`, () => assert.deepEqual(servicesFor(features), expected));
    }

    it("no feature needs Forecast, CodeCommit or a FIPS name", () => {
        assert.deepEqual(
            servicesFor(ALL).filter((key) => /forecast|codecommit|fips/.test(key)),
            [],
        );
    });

    it("a feature is offered where all it cannot do without is", () => {
        const regions = ["us-east-1", "eu-west-1", "eu-north-1", "sa-east-1", "ap-northeast-3"];
        assert.deepEqual(
            regions.filter((region) => isFeatureOffered("canvas", region)),
            ["us-east-1", "eu-west-1", "eu-north-1", "sa-east-1"],
        );
        assert.ok(isFeatureOffered("studio", "ap-northeast-3"));
        for (const region of (FEATURES.canvas.offered as { only: readonly string[] }).only) {
            assert.deepEqual(
                FEATURES.canvas.services.filter((key) => !isOffered(key, region)),
                [],
                region,
            );
        }
    });
});

describe("chosen endpoints", () => {
    const rows: readonly (readonly [string, Partial<EndpointChoice>, readonly ServiceKey[]])[] = [
        ["the features' own", {}, STUDIO],
        ["with one added", { add: ["secretsmanager"] }, [...STUDIO, "secretsmanager"]],
        ["one added twice and there already", { add: ["sts", "sts"] }, STUDIO],
        ["with one removed", { remove: ["sagemaker.runtime"] }, STUDIO.filter((key) => key !== "sagemaker.runtime")],
        ["removed what was added", { add: ["xray"], remove: ["xray"] }, STUDIO],
        [
            "FIPS where the Region has it",
            { fips: true, region: "us-east-1" },
            [
                "s3",
                "sagemaker.api",
                "sagemaker.api-fips",
                "sagemaker.runtime",
                "sagemaker.runtime-fips",
                "studio",
                "sts",
                "sts-fips",
                "logs",
            ],
        ],
        ["FIPS where the Region has hardly any", { fips: true, features: ["jobs"] }, [...JOBS, "kms-fips"]],
        ["FIPS without one", { fips: true, features: ["jobs"], remove: ["kms-fips"] }, JOBS],
        ["FIPS of what is removed", { fips: true, features: ["jobs"], remove: ["kms"] }, JOBS.slice(0, -1)],
        ["one FIPS name alone", { add: ["kms-fips"] }, [...STUDIO, "kms-fips"]],
        ["what the Region lacks is not dropped", { add: ["forecast"], region: "eu-west-2" }, [...STUDIO, "forecast"]],
        [
            "nor a feature's own",
            { features: ["codeArtifact"], region: "us-west-1" },
            ["s3", "codeartifact.api", "codeartifact.repositories"],
        ],
    ];
    for (const [what, changes, expected] of rows) {
        it(what, () => assert.deepEqual(chosenServices(choice(changes)), expected));
    }

    it("Canvas's regional parts come and go with the Region", () => {
        const parts: readonly ServiceKey[] = ["textract", "comprehend", "rekognition", "kendra", "q"];
        const of = (region: string): ServiceKey[] =>
            chosenServices(choice({ features: ["canvas"], region })).filter((key) => parts.includes(key));
        assert.deepEqual(["us-east-1", "eu-west-1", "eu-west-3", "eu-north-1"].map(of), [
            ["textract", "comprehend", "rekognition", "kendra", "q"],
            ["textract", "comprehend", "rekognition", "kendra"],
            ["textract"],
            [],
        ]);
        assert.ok(chosenServices(choice({ features: ["canvas"], add: ["q"] })).includes("q"));
    });

    it("holds what is added, nothing that is removed, each once, in order; FIPS only adds", () => {
        const keys = fc.subarray([...CATALOGUE_ORDER]);
        const regions = fc.constantFrom("eu-west-1", "us-east-1", "us-gov-west-1", "cn-north-1");
        fc.assert(
            fc.property(fc.subarray(ALL), regions, keys, keys, (features, region, add, remove) => {
                const plain = chosenServices({ features, region, add, remove, fips: false });
                const fips = chosenServices({ features, region, add, remove, fips: true });
                assert.deepEqual(
                    plain,
                    CATALOGUE_ORDER.filter((key) => plain.includes(key)),
                );
                assert.ok(add.every((key) => plain.includes(key) !== remove.includes(key)));
                assert.ok(remove.every((key) => !fips.includes(key)));
                assert.deepEqual(
                    fips.filter((key) => plain.includes(key)),
                    plain,
                );
                for (const key of fips.filter((each) => !plain.includes(each))) {
                    assert.ok(key.endsWith("-fips") && isOffered(key, region), key);
                }
            }),
        );
    });
});

describe("interface endpoints by feature", () => {
    it("most saved first; what is shared saves nothing; gateways do not count", () => {
        assert.deepEqual(interfacesByFeature(["studio", "jobs", "glue", "studio"]), [
            { feature: "jobs", interfaces: JOBS.slice(1), only: ["ecr.api", "ecr.dkr", "monitoring", "kms"] },
            { feature: "studio", interfaces: STUDIO.slice(1), only: ["sagemaker.runtime", "studio"] },
            { feature: "glue", interfaces: ["sts", "glue", "glue.sessions"], only: ["glue", "glue.sessions"] },
        ]);
    });

    it("knows the Region's part of Canvas", () => {
        const [inIreland] = interfacesByFeature(["canvas"], "eu-west-1");
        const [anywhere] = interfacesByFeature(["canvas"]);
        assert.deepEqual(
            anywhere?.interfaces.filter((key) => !inIreland?.interfaces.includes(key)),
            ["q"],
        );
    });

    it("all features together are more than one VPC takes, in every Region", () => {
        for (const region of ["us-east-1", "eu-west-1", "ap-southeast-7"]) {
            const count = chosenServices(choice({ features: ALL, region })).filter(
                (key) => ENDPOINT_SERVICES[key].type === "Interface",
            ).length;
            assert.ok(count > INTERFACE_ENDPOINT_QUOTA.value, `${region}: ${count}`);
        }
        assert.equal(INTERFACE_ENDPOINT_QUOTA.value, 50);
    });
});
