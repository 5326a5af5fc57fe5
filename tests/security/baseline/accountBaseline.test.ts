import assert from "node:assert/strict";

import { CONFIG_RULES, configRulesOf } from "../../../policy-pack/facts";
import { UNKNOWN } from "../../../policy-pack/graph";
import { REGION_NAMES } from "../../../components/settings/regions";
import { inputsOf, one } from "../../harness";
import { baseline, BOUNDARY, LOGS_KEY, made } from "./fixture";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET_PARTS = [
    "s3/bucket",
    "s3/bucketLifecycleConfiguration",
    "s3/bucketOwnershipControls",
    "s3/bucketPolicy",
    "s3/bucketPublicAccessBlock",
    "s3/bucketServerSideEncryptionConfiguration",
    "s3/bucketVersioning",
].map((part) => `${part} base-records`);
const TRAIL_PARTS = ["cloudtrail/trail", "cloudwatch/logGroup", "iam/role", "iam/rolePolicy"].map(
    (part) => `${part} base-trail`,
);
const TRAIL_NAME = "private-studio-account-trail-bcbcd9d5";

describe("account baseline", () => {
    it("makes nothing that is not asked for", async () => {
        assert.deepEqual(made(await baseline({})), []);
    });

    const PARTS = {
        logGroups: [
            { logGroups: true },
            ["notebook-instances", "processing-jobs", "studio", "training-jobs", "transform-jobs"].map(
                (group) => `cloudwatch/logGroup base-${group}`,
            ),
        ],
        trail: [{ trail: "management" }, [...TRAIL_PARTS, ...BUCKET_PARTS]],
        recorder: [
            { config: "recorder" },
            [
                "cfg/deliveryChannel base-config",
                "cfg/recorder base-config",
                "cfg/recorderStatus base-config",
                "iam/serviceLinkedRole base-config",
                ...BUCKET_PARTS,
                ...configRulesOf("eu-west-1").map(
                    ({ identifier }) => `cfg/rule base-config-${identifier.toLowerCase().replace(/_/g, "-")}`,
                ),
            ],
        ],
        accessAnalyzer: [{ accessAnalyzer: true }, ["accessanalyzer/analyzer base-analyzer"]],
        guardDuty: [
            { guardDuty: true },
            ["guardduty/detector base-guardduty", "guardduty/detectorFeature base-guardduty-s3"],
        ],
        macie: [{ macie: true }, ["macie2/account base-macie"]],
        securityHub: [
            { securityHub: true },
            ["securityhub/account base-securityhub", "securityhub/standardsSubscription base-best-practices"],
        ],
    } as const;
    for (const [part, [args, expected]] of Object.entries(PARTS)) {
        it(`makes ${part} and what it needs, and nothing else`, async () => {
            assert.deepEqual(made(await baseline(args)), [...expected].sort());
        });
    }

    it("gives SageMaker's groups key and retention before SageMaker makes them without", async () => {
        const recording = await baseline({ logGroups: true });
        const group = one(recording, "aws:cloudwatch/logGroup:LogGroup", "base-training-jobs");
        assert.deepEqual(
            [group.props["name"], group.props["kmsKeyId"], group.props["retentionInDays"], group.protect],
            ["/aws/sagemaker/TrainingJobs", LOGS_KEY, 365, true],
        );
    });

    it("makes a trail of one Region, signed, encrypted, into bucket and log group", async () => {
        const recording = await baseline({ trail: "management" });
        const all = inputsOf(recording, TRAIL);
        const computed = ["arn", "homeRegion", "region", "snsTopicArn", "tagsAll"];
        const props = Object.fromEntries(Object.entries(all).filter(([key]) => !computed.includes(key)));
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup", "base-trail");
        const bucket = inputsOf(recording, "aws:s3/bucket:Bucket");
        const role = inputsOf(recording, "aws:iam/role:Role");
        assert.deepEqual(props, {
            name: TRAIL_NAME,
            s3BucketName: bucket["bucket"],
            cloudWatchLogsGroupArn: `${String(group["arn"])}:*`,
            cloudWatchLogsRoleArn: role["arn"],
            kmsKeyId: LOGS_KEY,
            enableLogFileValidation: true,
            isMultiRegionTrail: false,
            includeGlobalServiceEvents: true,
            advancedEventSelectors: [
                {
                    name: "Management events",
                    fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
                },
            ],
            tags: { project: "private-studio", Name: "base-trail" },
        });
        assert.equal(role["permissionsBoundary"], BOUNDARY);
        assert.equal(role["path"], "/private-studio/dev/");
    });

    it("lets only this trail write, only into its own folder and stream", async () => {
        const recording = await baseline({ trail: "management" });
        const bucket = String(inputsOf(recording, "aws:s3/bucket:Bucket")["bucket"]);
        const trail = `arn:aws:cloudtrail:eu-west-1:111122223333:trail/${TRAIL_NAME}`;
        assert.equal(one(recording, TRAIL).id, trail);
        assert.deepEqual(statements(inputsOf(recording, "aws:s3/bucketPolicy:BucketPolicy")["policy"]).slice(0, 2), [
            {
                Sid: "TrailLooks",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: ["s3:GetBucketAcl"],
                Resource: `arn:aws:s3:::${bucket}`,
                Condition: { StringEquals: { "aws:SourceArn": trail } },
            },
            {
                Sid: "TrailWrites",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: `arn:aws:s3:::${bucket}/AWSLogs/111122223333/*`,
                Condition: {
                    StringEquals: { "aws:SourceArn": trail, "s3:x-amz-acl": "bucket-owner-full-control" },
                },
            },
        ]);
        assert.deepEqual(statements(inputsOf(recording, "aws:iam/rolePolicy:RolePolicy")["policy"]), [
            {
                Sid: "WriteThisGroup",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource:
                    "arn:aws:logs:eu-west-1:111122223333:log-group:/private-studio/dev/trail:log-stream:111122223333_CloudTrail_eu-west-1*",
            },
        ]);
    });

    it("names writers of the bucket that are there, and no others", async () => {
        const sids = async (parts: Parameters<typeof baseline>[0]): Promise<unknown[]> =>
            statements(inputsOf(await baseline(parts), "aws:s3/bucketPolicy:BucketPolicy")["policy"]).map(
                ({ Sid }) => Sid,
            );
        assert.deepEqual(await sids({ trail: "data" }), ["TrailLooks", "TrailWrites", "NothingWithoutTls"]);
        assert.deepEqual(await sids({ config: "recorder" }), ["ConfigLooks", "ConfigWrites", "NothingWithoutTls"]);
        assert.deepEqual(await sids({ trail: "data", config: "recorder" }), [
            "TrailLooks",
            "TrailWrites",
            "ConfigLooks",
            "ConfigWrites",
            "NothingWithoutTls",
        ]);
    });

    const selected = async (dataBuckets: string[]): Promise<unknown> =>
        (
            inputsOf(await baseline({ trail: "data", dataBuckets }), TRAIL)["advancedEventSelectors"] as {
                fieldSelectors: { field: string; equals?: string[]; startsWiths?: string[] }[];
            }[]
        ).map(({ fieldSelectors }) => fieldSelectors.slice(1));

    it("records data events of the stack's buckets, and of endpoints and feature stores", async () => {
        const type = (name: string): unknown => ({ field: "resources.type", equals: [name] });
        assert.deepEqual(await selected(["a", "b"]), [
            [],
            [type("AWS::S3::Object"), { field: "resources.ARN", startsWiths: ["arn:aws:s3:::a/", "arn:aws:s3:::b/"] }],
            [type("AWS::SageMaker::Endpoint")],
            [type("AWS::SageMaker::FeatureGroup")],
        ]);
    });

    it("writes who reads the records into the bucket for access logs, where there is one", async () => {
        const recording = await baseline({ trail: "management", accessLogs: "acme-access-logs" });
        const bucket = inputsOf(recording, "aws:s3/bucket:Bucket")["bucket"];
        assert.deepEqual(made(recording), [...TRAIL_PARTS, ...BUCKET_PARTS, "s3/bucketLogging base-records"].sort());
        const { targetBucket, targetPrefix } = inputsOf(recording, "aws:s3/bucketLogging:BucketLogging");
        assert.deepEqual([targetBucket, targetPrefix], ["acme-access-logs", `${String(bucket)}/`]);
    });

    it("watches no bucket where there is none, rather than all of the account", async () => {
        assert.ok(!JSON.stringify(await selected([])).includes("S3"));
    });

    it("takes the account's own recorder where it makes rules only", async () => {
        const recording = await baseline({ config: "rules" });
        const types = new Set(recording.resources.map(({ type }) => type).filter((type) => type.startsWith("aws:")));
        assert.deepEqual([...types], ["aws:cfg/rule:Rule"]);
    });

    it("starts rules and checks only once the recorder runs", async () => {
        const recording = await baseline({ config: "recorder", securityHub: true });
        const status = one(recording, "aws:cfg/recorderStatus:RecorderStatus").urn;
        for (const [type, name] of [
            ["aws:cfg/rule:Rule", "base-config-sagemaker-domain-in-vpc"],
            ["aws:securityhub/standardsSubscription:StandardsSubscription", "base-best-practices"],
        ] as const) {
            assert.ok(one(recording, type, name).dependencies.includes(status), name);
        }
    });

    it("gives what the account has once a name that another stack's would meet", async () => {
        const names = async (stack: string): Promise<unknown[]> => {
            const place = { project: "private-studio", stack, account: "111122223333", region: "eu-west-1" };
            const recording = await baseline({ place, trail: "management", accessAnalyzer: true });
            return [
                inputsOf(recording, TRAIL)["name"],
                inputsOf(recording, "aws:accessanalyzer/analyzer:Analyzer")["analyzerName"],
            ];
        };
        assert.deepEqual(await names("dev"), await names("prod"));
    });

    it("can be previewed before any id is known", async () => {
        const recording = await baseline(
            { trail: "data", config: "recorder", guardDuty: true, securityHub: true, logGroups: true },
            true,
        );
        assert.equal(one(recording, TRAIL).id, UNKNOWN);
        assert.notEqual(inputsOf(recording, "aws:s3/bucketPolicy:BucketPolicy")["policy"], UNKNOWN);
    });
});

describe("rules of AWS Config", () => {
    it("has the domain's in Regions that have it, and not elsewhere", () => {
        const withRule = REGION_NAMES.filter((region) =>
            configRulesOf(region).some(({ identifier }) => identifier === "SAGEMAKER_DOMAIN_IN_VPC"),
        );
        assert.deepEqual(withRule, [
            "af-south-1",
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-south-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "me-south-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
        ]);
    });

    it("names only Regions the settings know, so that none is misspelt", () => {
        const known: readonly string[] = REGION_NAMES;
        const named = CONFIG_RULES.flatMap(({ only = [], except = [] }) => [...only, ...except]);
        assert.deepEqual(
            named.filter((region) => !known.includes(region)),
            [],
        );
    });

    it("has all in Ireland but none that is not there, and few in China", () => {
        assert.equal(configRulesOf("eu-west-1").length, CONFIG_RULES.length);
        assert.deepEqual(
            configRulesOf("cn-north-1").map(({ identifier }) => identifier),
            [
                "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
                "SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC",
                "SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK",
                "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
            ],
        );
    });
});

function statements(policy: unknown): Record<string, unknown>[] {
    return (JSON.parse(String(policy)) as { Statement: Record<string, unknown>[] }).Statement;
}
