import assert from "node:assert/strict";
import {
    ENDPOINT_PROFILES,
    ENDPOINT_SERVICES,
    FEATURES,
    type Feature,
    partitionOf,
    type ServiceKey,
    serviceNamed,
    servicesFor,
} from "../../../policy-pack/facts";

/** Typed from the PrivateLink guide and aws-cdk-lib's table of exceptions, not from our code. */
const NAMES: readonly (readonly [ServiceKey, string, string, readonly string[]])[] = [
    ["s3", "eu-west-1", "com.amazonaws.eu-west-1.s3", []],
    ["sagemaker.api", "eu-west-1", "com.amazonaws.eu-west-1.sagemaker.api", ["api.sagemaker.eu-west-1.amazonaws.com"]],
    [
        "sagemaker.runtime",
        "eu-west-1",
        "com.amazonaws.eu-west-1.sagemaker.runtime",
        ["runtime.sagemaker.eu-west-1.amazonaws.com"],
    ],
    [
        "studio",
        "eu-west-1",
        "aws.sagemaker.eu-west-1.studio",
        ["studio.eu-west-1.sagemaker.aws", "*.studio.eu-west-1.sagemaker.aws"],
    ],
    ["sts", "eu-west-1", "com.amazonaws.eu-west-1.sts", ["sts.eu-west-1.amazonaws.com"]],
    ["ecr.api", "us-gov-west-1", "com.amazonaws.us-gov-west-1.ecr.api", ["api.ecr.us-gov-west-1.amazonaws.com"]],
    [
        "ecr.dkr",
        "eu-west-1",
        "com.amazonaws.eu-west-1.ecr.dkr",
        ["dkr.ecr.eu-west-1.amazonaws.com", "*.dkr.ecr.eu-west-1.amazonaws.com"],
    ],
    ["sts", "cn-north-1", "cn.com.amazonaws.cn-north-1.sts", ["sts.cn-north-1.amazonaws.com.cn"]],
    ["s3", "cn-north-1", "com.amazonaws.cn-north-1.s3", []],
    ["logs", "cn-northwest-1", "com.amazonaws.cn-northwest-1.logs", ["logs.cn-northwest-1.amazonaws.com.cn"]],
    [
        "ecr.dkr",
        "eusc-de-east-1",
        "eu.amazonaws.eusc-de-east-1.ecr.dkr",
        ["dkr.ecr.eusc-de-east-1.amazonaws.eu", "*.dkr.ecr.eusc-de-east-1.amazonaws.eu"],
    ],
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
        "com.amazonaws.eu-west-1.ec2",
        "sts",
        "",
        "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
    ]) {
        it(`"${name}" is not in it`, () => assert.equal(serviceNamed(name), undefined));
    }

    it("each row is keyed by itself and sourced", () => {
        for (const [key, service] of Object.entries(ENDPOINT_SERVICES)) {
            assert.equal(service.key, key);
            assert.match(service.source, /^https:\/\/docs\.aws\.amazon\.com\//);
        }
    });

    const features: readonly (readonly [readonly Feature[], readonly ServiceKey[]])[] = [
        [[], []],
        [["studio"], ["s3", "sagemaker.api", "sagemaker.runtime", "studio", "sts", "logs"]],
        [["jobs"], ["s3", "sagemaker.api", "sts", "logs", "ecr.api", "ecr.dkr", "monitoring", "kms"]],
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
    for (const [list, expected] of features) {
        it(`features ${list.join(", ") || "none"}: each service once, in the catalogue's order`, () => {
            assert.deepEqual(servicesFor(list), expected);
        });
    }

    it("the default endpoint profiles ask for nothing that feature studio does not make", () => {
        const asked = [...ENDPOINT_PROFILES.base.services, ...ENDPOINT_PROFILES.studio.services];
        assert.deepEqual(
            asked.filter((key) => !FEATURES.studio.services.includes(key)),
            [],
        );
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
