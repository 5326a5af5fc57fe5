import { strict as assert } from "node:assert";

import { bucketNames, studioBuckets } from "../../../components/security";
import { asList } from "../../../policy-pack/iam";
import { countByType, inputsOf, one, type RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { BUCKET, build, KEY, NAMES, POLICY, policyOf } from "./fixture";

const PUBLIC_ACCESS = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";

const DATA = [
    ["buckets-data", NAMES.data],
    ["buckets-models", NAMES.models],
    ["buckets-canvas", NAMES.canvas],
] as const;
const ALL = [...DATA, ["buckets-access-logs", NAMES.accessLogs]] as const;

describe("Buckets", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build({ canvas: true });
    });

    /** Inputs that a resource was registered with, of those named. */
    const inputs = (type: string, name: string, ...keys: string[]): unknown[] => {
        const props = inputsOf(recording, type, name);
        return keys.map((key) => props[key]);
    };

    it("are four with Canvas and three without it, each complete", async () => {
        const parts = [BUCKET, PUBLIC_ACCESS, OWNERSHIP, ENCRYPTION, VERSIONING, LIFECYCLE, POLICY, LOGGING];
        const counted = (counts: Readonly<Record<string, number>>): unknown[] => parts.map((type) => counts[type]);
        assert.deepEqual(counted(countByType(recording)), [4, 4, 4, 4, 4, 4, 4, 3]);
        assert.deepEqual(counted(countByType(await build())), [3, 3, 3, 3, 3, 3, 3, 2]);
    });

    for (const [name, bucket] of ALL) {
        it(`${name} is private, versioned and protected, and stays as long as it holds something`, () => {
            assert.deepEqual(inputs(BUCKET, name, "bucket", "forceDestroy", "tags"), [
                bucket,
                false,
                { project: "fixture", Name: name },
            ]);
            assert.equal(one(recording, BUCKET, name).protect, true);
            assert.deepEqual(
                inputs(
                    PUBLIC_ACCESS,
                    name,
                    "bucket",
                    "blockPublicAcls",
                    "blockPublicPolicy",
                    "ignorePublicAcls",
                    "restrictPublicBuckets",
                ),
                [bucket, true, true, true, true],
            );
            assert.deepEqual(inputs(OWNERSHIP, name, "bucket", "rule"), [
                bucket,
                { objectOwnership: "BucketOwnerEnforced" },
            ]);
            assert.deepEqual(inputs(VERSIONING, name, "bucket", "versioningConfiguration"), [
                bucket,
                { status: "Enabled" },
            ]);
            assert.equal(inputsOf(recording, POLICY, name)["bucket"], bucket);
        });
    }

    for (const [name, bucket] of DATA) {
        it(`${name} is encrypted with the stack's key, logged elsewhere, and keeps what is not deleted`, () => {
            assert.deepEqual(inputs(ENCRYPTION, name, "bucket", "rules"), [
                bucket,
                [
                    {
                        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
                        bucketKeyEnabled: true,
                    },
                ],
            ]);
            assert.deepEqual(inputs(LOGGING, name, "bucket", "targetBucket", "targetPrefix"), [
                bucket,
                NAMES.accessLogs,
                `${bucket}/`,
            ]);
            assert.deepEqual(inputsOf(recording, LIFECYCLE, name)["rules"], [
                {
                    id: "retention",
                    status: "Enabled",
                    filter: {},
                    noncurrentVersionExpiration: { noncurrentDays: 30 },
                    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                },
                {
                    id: "delete-markers",
                    status: "Enabled",
                    filter: {},
                    expiration: { expiredObjectDeleteMarker: true },
                },
            ]);
        });
    }

    it("keep access logs under S3's own key, for their time, and no logs about them", () => {
        assert.deepEqual(inputsOf(recording, ENCRYPTION, "buckets-access-logs")["rules"], [
            { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ]);
        const [rule] = inputsOf(recording, LIFECYCLE, "buckets-access-logs")["rules"] as readonly unknown[];
        assert.deepEqual(rule, {
            id: "retention",
            status: "Enabled",
            filter: {},
            expiration: { days: 365 },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        });
        assert.deepEqual(
            recording.resources.filter(({ type, name }) => type === LOGGING && name === "buckets-access-logs"),
            [],
        );
    });

    it("take the access logs of the stack's other buckets too, each into its folder", async () => {
        const document = policyOf(await build({ otherLogSources: ["fixture-records"] }), "buckets-access-logs");
        const delivery = asList(document.Statement).find(({ Sid }) => Sid === "DeliverAccessLogs");
        const arn = `arn:aws:s3:::${NAMES.accessLogs}`;
        assert.deepEqual(
            [delivery?.Resource, delivery?.Condition?.["ArnEquals"]],
            [
                [NAMES.data, NAMES.models, "fixture-records"].map((source) => `${arn}/${source}/*`),
                {
                    "aws:SourceArn": [NAMES.data, NAMES.models, "fixture-records"].map(
                        (source) => `arn:aws:s3:::${source}`,
                    ),
                },
            ],
        );
    });

    it("are kept and emptied as the stack says", async () => {
        const given = await build({ noncurrentDays: 90, accessLogDays: 731, emptyOnDestroy: true, protect: false });
        const rules = (name: string): readonly Record<string, unknown>[] =>
            inputsOf(given, LIFECYCLE, name)["rules"] as readonly Record<string, unknown>[];
        assert.deepEqual(rules("buckets-data")[0]?.["noncurrentVersionExpiration"], { noncurrentDays: 90 });
        assert.deepEqual(rules("buckets-access-logs")[0]?.["expiration"], { days: 731 });
        for (const name of ["buckets-data", "buckets-models", "buckets-access-logs"]) {
            const { props, protect } = one(given, BUCKET, name);
            assert.deepEqual([props["forceDestroy"], protect], [true, false], name);
        }
    });

    it("name one another at a first preview already", async () => {
        const early = await build({ canvas: true }, true);
        assert.equal(inputsOf(early, ENCRYPTION, "buckets-data")["bucket"], NAMES.data);
        assert.equal(inputsOf(early, LOGGING, "buckets-data")["targetBucket"], NAMES.accessLogs);
    });
});

describe("Names of buckets", () => {
    it("are known beforehand and of the stack alone", () => {
        assert.match(NAMES.data, /^fixture-test-data-[0-9a-f]{8}$/);
        assert.match(NAMES.models, /^fixture-test-models-[0-9a-f]{8}$/);
        assert.match(NAMES.accessLogs, /^fixture-test-access-logs-[0-9a-f]{8}$/);
        const other = bucketNames({ ...PLACE, stack: "other" });
        assert.deepEqual(
            Object.values(NAMES).filter((name) => Object.values(other).includes(name)),
            [],
        );
    });

    it("of Canvas has the word its policies go by, and no kind of name is cut off it", () => {
        const long = { ...PLACE, project: "p".repeat(60), stack: "s".repeat(60) };
        assert.match(bucketNames(long).canvas, /-sagemaker-canvas-[0-9a-f]{8}$/);
        assert.equal(bucketNames(long).canvas.length, 63);
    });

    it("for endpoints and roles are those Studio works with, of what is made", () => {
        const named = (create: boolean, canvas: boolean): string[] => studioBuckets(PLACE, { create, canvas });
        assert.deepEqual(named(true, true), [NAMES.data, NAMES.models, NAMES.canvas]);
        assert.deepEqual(named(true, false), [NAMES.data, NAMES.models]);
        assert.deepEqual(named(false, true), []);
    });
});
