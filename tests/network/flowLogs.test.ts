import { strict as assert } from "node:assert";

import * as pulumi from "@pulumi/pulumi";

import { createFlowLogs, type FlowLogArgs } from "../../components/network/flowLogs";
import { type Caller, derivedContext, evaluate, type PolicyDocument } from "../../policy-pack/iam";
import { countByType, inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/logs";

const ARGS: FlowLogArgs = {
    place: PLACE,
    partition: "aws",
    vpcId: "vpc-1",
    keyArn: KEY,
    retentionDays: 365,
    tags: {},
};

function build(changes: Partial<FlowLogArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        const host = new pulumi.ComponentResource("fixture:network:Host", "host", {}, inPlace());
        createFlowLogs(host, "net", { ...ARGS, ...changes });
    }, STACK);
}

function types(recording: RecordedComponent): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(countByType(recording)).filter(([type]) => type.startsWith("aws:")));
}

const EVERYTHING = {
    vpcId: "vpc-1",
    trafficType: "ALL",
    maxAggregationInterval: 60,
};

describe("Flow logs to a log group", () => {
    it("are the default: a group with key and retention, and a role", async () => {
        const recording = await build();
        assert.deepEqual(types(recording), {
            "aws:cloudwatch/logGroup:LogGroup": 1,
            [FLOW_LOG]: 1,
            "aws:iam/role:Role": 1,
            "aws:iam/rolePolicy:RolePolicy": 1,
        });
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup");
        const { vpcId, trafficType, maxAggregationInterval, logDestinationType, logDestination, iamRoleArn } = inputsOf(
            recording,
            FLOW_LOG,
        );
        assert.deepEqual(
            { vpcId, trafficType, maxAggregationInterval, logDestinationType, logDestination, iamRoleArn },
            {
                ...EVERYTHING,
                logDestinationType: "cloud-watch-logs",
                logDestination: group["arn"],
                iamRoleArn: inputsOf(recording, "aws:iam/role:Role")["arn"],
            },
        );
        assert.deepEqual([group["kmsKeyId"], group["retentionInDays"]], [KEY, 365]);
    });
});

describe("Flow logs to a bucket", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build({ destination: "bucket" });
    });

    it("make a bucket in place of group and role", () => {
        assert.deepEqual(types(recording), {
            [FLOW_LOG]: 1,
            [BUCKET]: 1,
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 1,
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 1,
            [POLICY]: 1,
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 1,
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 1,
            "aws:s3/bucketVersioning:BucketVersioning": 1,
        });
    });

    it("record the same traffic in the same fields, in files a query engine reads", async () => {
        const { vpcId, trafficType, maxAggregationInterval, ...found } = inputsOf(recording, FLOW_LOG);
        assert.deepEqual({ vpcId, trafficType, maxAggregationInterval }, EVERYTHING);
        assert.equal(found["logFormat"], inputsOf(await build(), FLOW_LOG)["logFormat"]);
        assert.deepEqual(
            [found["logDestinationType"], found["logDestination"], found["iamRoleArn"], found["destinationOptions"]],
            [
                "s3",
                inputsOf(recording, BUCKET)["arn"],
                undefined,
                { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
            ],
        );
    });

    it("start when the bucket is closed to others: policy, encryption and versions first", () => {
        const { dependencies } = one(recording, FLOW_LOG);
        const needed = [
            POLICY,
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "aws:s3/bucketVersioning:BucketVersioning",
        ].map((type) => one(recording, type).urn);
        assert.deepEqual(
            needed.filter((urn) => !dependencies.includes(urn)),
            [],
        );
    });

    it("lie in a private, encrypted, versioned bucket of this stack", () => {
        const bucket = inputsOf(recording, BUCKET)["bucket"];
        assert.match(String(bucket), /^fixture-test-flow-logs-[0-9a-f]{8}$/);
        const settings = (type: string): Readonly<Record<string, unknown>> => {
            const props = inputsOf(recording, type);
            assert.equal(props["bucket"], bucket, type);
            return props;
        };
        const closed = settings("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        assert.deepEqual(
            ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map(
                (key) => closed[key],
            ),
            [true, true, true, true],
        );
        assert.deepEqual(settings("aws:s3/bucketOwnershipControls:BucketOwnershipControls")["rule"], {
            objectOwnership: "BucketOwnerEnforced",
        });
        assert.deepEqual(
            settings("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")["rules"],
            [
                {
                    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
                    bucketKeyEnabled: true,
                },
            ],
        );
        assert.deepEqual(settings("aws:s3/bucketVersioning:BucketVersioning")["versioningConfiguration"], {
            status: "Enabled",
        });
    });

    it("go after the retention, deleted ones thirty days after their deletion", () => {
        const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
        assert.deepEqual(inputsOf(recording, type)["rules"], [
            {
                id: "retention",
                status: "Enabled",
                filter: {},
                expiration: { days: 365 },
                noncurrentVersionExpiration: { noncurrentDays: 30 },
                abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
            },
            { id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } },
        ]);
    });

    it("outlive a destroy unless the caller says otherwise", async () => {
        assert.equal(one(recording, BUCKET).protect, true);
        assert.equal(inputsOf(recording, BUCKET)["forceDestroy"], false);
        const given = await build({ destination: "bucket", protect: false, forceDestroy: true });
        assert.equal(one(given, BUCKET).protect, false);
        assert.equal(inputsOf(given, BUCKET)["forceDestroy"], true);
    });

    describe("bucket policy", () => {
        const NAME = "arn:aws:s3:::BUCKET";
        const OWN_FOLDER = `${NAME}/AWSLogs/aws-account-id=${PLACE.account}/aws-service=vpcflowlogs/x.log.parquet`;
        const DELIVERY: Caller = { arn: "delivery.logs.amazonaws.com", account: "", type: "service" };
        const ADMINISTRATOR: Caller = {
            arn: `arn:aws:sts::${PLACE.account}:assumed-role/administrator/s`,
            roleArn: `arn:aws:iam::${PLACE.account}:role/administrator`,
            account: PLACE.account,
            type: "role-session",
        };
        const FROM_HERE = {
            "aws:SourceAccount": PLACE.account,
            "aws:SourceArn": `arn:aws:logs:eu-west-1:${PLACE.account}:delivery-source:x`,
            "aws:SecureTransport": "true",
            "s3:x-amz-acl": "bucket-owner-full-control",
        };

        const rows: readonly (readonly [
            what: string,
            caller: Caller,
            action: string,
            resource: string,
            context: Record<string, string>,
            allowed: boolean,
        ])[] = [
            ["a delivery of this account", DELIVERY, "s3:PutObject", OWN_FOLDER, {}, true],
            ["the check before it", DELIVERY, "s3:GetBucketAcl", NAME, {}, true],
            ["a listing before it", DELIVERY, "s3:ListBucket", NAME, {}, true],
            ["the delivery service reading logs", DELIVERY, "s3:GetObject", OWN_FOLDER, {}, false],
            ["the delivery service deleting logs", DELIVERY, "s3:DeleteObject", OWN_FOLDER, {}, false],
            [
                "a delivery to another folder",
                DELIVERY,
                "s3:PutObject",
                `${NAME}/AWSLogs/aws-account-id=444455556666/x`,
                {},
                false,
            ],
            [
                "a delivery for another account",
                DELIVERY,
                "s3:PutObject",
                OWN_FOLDER,
                { "aws:SourceAccount": "444455556666" },
                false,
            ],
            [
                "a delivery of another region",
                DELIVERY,
                "s3:PutObject",
                OWN_FOLDER,
                { "aws:SourceArn": `arn:aws:logs:us-east-1:${PLACE.account}:delivery-source:x` },
                false,
            ],
            [
                "a delivery another account keeps control of",
                DELIVERY,
                "s3:PutObject",
                OWN_FOLDER,
                { "s3:x-amz-acl": "private" },
                false,
            ],
            ["a delivery without TLS", DELIVERY, "s3:PutObject", OWN_FOLDER, { "aws:SecureTransport": "false" }, false],
            ["an administrator of the account", ADMINISTRATOR, "s3:GetObject", OWN_FOLDER, {}, true],
            [
                "an administrator without TLS",
                ADMINISTRATOR,
                "s3:GetObject",
                OWN_FOLDER,
                { "aws:SecureTransport": "false" },
                false,
            ],
        ];
        for (const [what, caller, action, resource, context, allowed] of rows) {
            it(`${allowed ? "admits" : "stops"} ${what}`, () => {
                const bucket = String(inputsOf(recording, BUCKET)["bucket"]);
                const request = {
                    caller,
                    action,
                    resource: resource.replace("BUCKET", bucket),
                    resourceAccount: PLACE.account,
                    context: {
                        ...derivedContext({ caller, resourceAccount: PLACE.account }),
                        ...FROM_HERE,
                        ...context,
                    },
                };
                const decision = evaluate(request, {
                    identity: [
                        {
                            name: "everything",
                            document: {
                                Version: "2012-10-17",
                                Statement: { Effect: "Allow", Action: "*", Resource: "*" },
                            },
                        },
                    ],
                    resource: {
                        name: "bucket",
                        document: JSON.parse(String(inputsOf(recording, POLICY)["policy"])) as PolicyDocument,
                    },
                });
                assert.equal(decision.verdict, allowed ? "allowed" : "denied", decision.reason);
            });
        }
    });
});
