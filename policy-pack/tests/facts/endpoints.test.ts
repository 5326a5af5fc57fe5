import assert from "node:assert/strict";

import fc from "fast-check";

import {
    CATALOGUE_ORDER,
    ENDPOINT_PROFILES,
    ENDPOINT_SERVICES,
    FEATURES,
    isOffered,
    partitionOf,
    type ServiceKey,
    serviceNamed,
} from "../../facts";

/** Typed from the PrivateLink guide and aws-cdk-lib's table of exceptions, not from our code. */
const NAMES: readonly (readonly [ServiceKey, string, string, readonly string[]])[] = [
    ["s3", "eu-west-1", "com.amazonaws.eu-west-1.s3", []],
    ["dynamodb", "eu-west-1", "com.amazonaws.eu-west-1.dynamodb", []],
    ["sagemaker.api", "eu-west-1", "com.amazonaws.eu-west-1.sagemaker.api", ["api.sagemaker.eu-west-1.amazonaws.com"]],
    [
        "sagemaker.api-fips",
        "us-west-2",
        "com.amazonaws.us-west-2.sagemaker.api-fips",
        ["api-fips.sagemaker.us-west-2.amazonaws.com"],
    ],
    [
        "sagemaker.runtime",
        "eu-west-1",
        "com.amazonaws.eu-west-1.sagemaker.runtime",
        ["runtime.sagemaker.eu-west-1.amazonaws.com"],
    ],
    [
        "sagemaker.runtime-fips",
        "us-east-1",
        "com.amazonaws.us-east-1.sagemaker.runtime-fips",
        ["runtime-fips.sagemaker.us-east-1.amazonaws.com"],
    ],
    [
        "sagemaker.featurestore-runtime",
        "eu-west-1",
        "com.amazonaws.eu-west-1.sagemaker.featurestore-runtime",
        ["featurestore-runtime.sagemaker.eu-west-1.amazonaws.com"],
    ],
    [
        "studio",
        "eu-west-1",
        "aws.sagemaker.eu-west-1.studio",
        ["studio.eu-west-1.sagemaker.aws", "*.studio.eu-west-1.sagemaker.aws"],
    ],
    [
        "notebook",
        "eu-west-1",
        "aws.sagemaker.eu-west-1.notebook",
        ["notebook.eu-west-1.sagemaker.aws", "*.notebook.eu-west-1.sagemaker.aws"],
    ],
    [
        "experiments",
        "eu-west-1",
        "aws.sagemaker.eu-west-1.experiments",
        ["eu-west-1.experiments.sagemaker.aws", "*.eu-west-1.experiments.sagemaker.aws"],
    ],
    ["mlflow", "eu-west-1", "aws.sagemaker.eu-west-1.mlflow", []],
    ["partner-app", "eu-west-1", "aws.sagemaker.eu-west-1.partner-app", []],
    ["sts", "eu-west-1", "com.amazonaws.eu-west-1.sts", ["sts.eu-west-1.amazonaws.com"]],
    ["kms-fips", "eu-west-1", "com.amazonaws.eu-west-1.kms-fips", ["kms-fips.eu-west-1.amazonaws.com"]],
    ["ecr.api", "us-gov-west-1", "com.amazonaws.us-gov-west-1.ecr.api", ["api.ecr.us-gov-west-1.amazonaws.com"]],
    [
        "ecr.dkr",
        "eu-west-1",
        "com.amazonaws.eu-west-1.ecr.dkr",
        ["dkr.ecr.eu-west-1.amazonaws.com", "*.dkr.ecr.eu-west-1.amazonaws.com"],
    ],
    ["glue.sessions", "eu-west-1", "com.amazonaws.eu-west-1.glue.sessions", []],
    [
        "emr-serverless-services.livy",
        "eu-west-1",
        "com.amazonaws.eu-west-1.emr-serverless-services.livy",
        ["*.livy.emr-serverless-services.eu-west-1.amazonaws.com"],
    ],
    [
        "codeconnections.api",
        "eu-west-1",
        "com.amazonaws.eu-west-1.codeconnections.api",
        ["codeconnections.eu-west-1.amazonaws.com"],
    ],
    [
        "codeartifact.repositories",
        "eu-west-1",
        "com.amazonaws.eu-west-1.codeartifact.repositories",
        ["*.d.codeartifact.eu-west-1.amazonaws.com"],
    ],
    ["execute-api", "eu-west-1", "com.amazonaws.eu-west-1.execute-api", ["*.execute-api.eu-west-1.amazonaws.com"]],
    [
        "bedrock-runtime",
        "eu-west-1",
        "com.amazonaws.eu-west-1.bedrock-runtime",
        ["bedrock-runtime.eu-west-1.amazonaws.com"],
    ],
    ["sts", "cn-north-1", "cn.com.amazonaws.cn-north-1.sts", ["sts.cn-north-1.amazonaws.com.cn"]],
    ["athena", "cn-north-1", "cn.com.amazonaws.cn-north-1.athena", ["athena.cn-north-1.amazonaws.com.cn"]],
    ["s3", "cn-north-1", "com.amazonaws.cn-north-1.s3", []],
    ["glue", "cn-north-1", "com.amazonaws.cn-north-1.glue", ["glue.cn-north-1.amazonaws.com.cn"]],
    ["logs", "cn-northwest-1", "com.amazonaws.cn-northwest-1.logs", ["logs.cn-northwest-1.amazonaws.com.cn"]],
    [
        "elasticfilesystem-fips",
        "cn-north-1",
        "cn.com.amazonaws.cn-north-1.elasticfilesystem-fips",
        ["elasticfilesystem-fips.cn-north-1.amazonaws.com.cn"],
    ],
    [
        "ecr.dkr",
        "eusc-de-east-1",
        "eu.amazonaws.eusc-de-east-1.ecr.dkr",
        ["dkr.ecr.eusc-de-east-1.amazonaws.eu", "*.dkr.ecr.eusc-de-east-1.amazonaws.eu"],
    ],
    ["kms", "eusc-de-east-1", "com.amazonaws.eusc-de-east-1.kms", ["kms.eusc-de-east-1.amazonaws.eu"]],
];

describe("endpoint catalogue", () => {
    for (const [key, region, serviceName, dns] of NAMES) {
        it(`${key} in ${region}`, () => {
            const service = ENDPOINT_SERVICES[key];
            assert.equal(service.serviceName(region), serviceName);
            assert.deepEqual(service.privateDnsNames(region), dns);
            assert.deepEqual(serviceNamed(serviceName), { key, region });
        });
    }

    for (const name of [
        "com.amazonaws.eu-west-1.studio",
        "com.amazonaws.eu-west-1.notebook",
        "com.amazonaws.eu-west-1.s3express",
        "com.amazonaws.cn-north-1.sts",
        "com.amazonaws.iam",
        "sts",
        "",
        "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
    ]) {
        it(`"${name}" is not in it`, () => assert.equal(serviceNamed(name), undefined));
    }

    it("each row is keyed by itself and sourced", () => {
        for (const [key, service] of Object.entries(ENDPOINT_SERVICES)) {
            assert.equal(service.key, key);
            for (const page of [service.source, ...(service.offered === undefined ? [] : [service.offered.source])]) {
                assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//, key);
            }
        }
    });

    it("gateways are S3 and DynamoDB", () => {
        assert.deepEqual(
            CATALOGUE_ORDER.filter((key) => ENDPOINT_SERVICES[key].type === "Gateway"),
            ["s3", "dynamodb"],
        );
    });

    it("no two services share a name, and every name is read back, in any Region", () => {
        const regions = fc.constantFrom("eu-west-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1", "ap-southeast-7");
        fc.assert(
            fc.property(regions, fc.constantFrom(...CATALOGUE_ORDER), (region, key) => {
                assert.deepEqual(serviceNamed(ENDPOINT_SERVICES[key].serviceName(region)), { key, region });
            }),
            { numRuns: 500 },
        );
    });

    it("what becomes of a service's name in a resource's name is its own", () => {
        const suffixes = CATALOGUE_ORDER.map((key) => key.replace(/\./g, "-"));
        assert.deepEqual([...new Set(suffixes)], suffixes);
    });

    describe("FIPS", () => {
        it("each row stands right behind its service, which names it", () => {
            for (const [index, key] of CATALOGUE_ORDER.entries()) {
                if (key.endsWith("-fips")) {
                    const before = CATALOGUE_ORDER[index - 1];
                    assert.equal(before, key.replace(/-fips$/, ""));
                    assert.equal(ENDPOINT_SERVICES[before].fips, key);
                    assert.equal(ENDPOINT_SERVICES[key].fips, undefined);
                } else {
                    assert.ok([undefined, `${key}-fips`].includes(ENDPOINT_SERVICES[key].fips), key);
                }
            }
        });

        it("each has a name that says so, and a limit of Regions", () => {
            for (const key of CATALOGUE_ORDER.filter((each) => each.endsWith("-fips"))) {
                const { privateDnsNames, offered } = ENDPOINT_SERVICES[key];
                assert.deepEqual(
                    privateDnsNames("us-east-1").filter((name) => !/-fips\./.test(name)),
                    [],
                    key,
                );
                assert.notEqual(privateDnsNames("us-east-1").length, 0, key);
                assert.notEqual(offered, undefined, key);
            }
        });
    });

    const offered: readonly (readonly [ServiceKey, readonly string[], readonly string[]])[] = [
        ["s3", ["eu-west-1", "cn-north-1", "ap-southeast-7"], []],
        ["q", ["us-east-1"], ["eu-west-1", "us-west-2"]],
        ["codeartifact.api", ["eu-west-1", "us-west-2"], ["us-west-1", "sa-east-1"]],
        ["forecast", ["eu-west-1"], ["eu-west-2"]],
        ["comprehend", ["eu-west-2"], ["eu-west-3"]],
        ["kendra", ["eu-west-1"], ["eu-central-1"]],
        ["sagemaker-geospatial", ["us-west-2"], ["us-east-1"]],
        ["sagemaker.featurestore-runtime", ["eu-west-1"], ["ca-west-1", "me-central-1"]],
        ["sagemaker.api-fips", ["us-east-1", "ca-west-1", "us-gov-east-1"], ["eu-west-1"]],
        ["sagemaker.runtime-fips", ["us-west-1"], ["ca-central-1", "us-gov-west-1", "eu-west-1"]],
        ["kms-fips", ["eu-west-1", "us-gov-west-1"], ["cn-north-1", "ap-southeast-6"]],
        ["cognito-idp", ["eu-west-1"], ["cn-north-1"]],
    ];
    for (const [key, where, whereNot] of offered) {
        it(`${key} is offered in ${where.join(", ")}${whereNot.length > 0 ? `, not in ${whereNot.join(", ")}` : ""}`, () => {
            assert.deepEqual(
                [...where, ...whereNot].filter((region) => isOffered(key, region)),
                where,
            );
        });
    }

    it("the default endpoint profiles ask for nothing that feature studio does not make", () => {
        const asked = [...ENDPOINT_PROFILES.base.services, ...ENDPOINT_PROFILES.studio.services];
        assert.deepEqual(
            asked.filter((key) => !FEATURES.studio.services.includes(key)),
            [],
        );
    });

    it("endpoint profiles by name", () => {
        const services = Object.fromEntries(
            Object.entries(ENDPOINT_PROFILES).map(([name, profile]) => [name, profile.services.join(" ")]),
        );
        assert.deepEqual(services, {
            base: "s3 sagemaker.api sagemaker.runtime sts logs",
            studio: "studio",
            notebook: "notebook",
            images: "s3 ecr.api ecr.dkr",
            "keys-and-monitoring": "monitoring kms",
            projects: "servicecatalog ssm",
            ci: "codecommit git-codecommit codepipeline codebuild",
            canvas: "sagemaker.featurestore-runtime athena glue redshift-data textract comprehend rekognition",
            "feature-store": "sagemaker.featurestore-runtime",
            "access-hub": "sagemaker.api studio sts dynamodb execute-api",
        });
    });

    it("partitions by Region", () => {
        assert.deepEqual(
            ["eu-west-1", "cn-north-1", "us-gov-east-1", "eusc-de-east-1", "il-central-1"].map(
                (region) => partitionOf(region).id,
            ),
            ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws"],
        );
    });
});
