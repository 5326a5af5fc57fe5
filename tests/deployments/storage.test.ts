import { strict as assert } from "node:assert";

import { isUnknown } from "../../policy-pack/graph";
import { inputsOf, one, type RecordedComponent } from "../harness";
import { type Change, DEV, FULL, PROJECT_DIR, recordSettings, settingsOf } from "./devStack";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const KEY = "aws:kms/key:Key";
const DOMAIN = "aws:sagemaker/domain:Domain";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

const record = (change: Change = {}, stackFile = DEV, unknown = false): Promise<RecordedComponent> =>
    recordSettings(settingsOf(stackFile, change), unknown);

/** Adds to a map of the stack file. */
const more =
    (values: Readonly<Record<string, unknown>>) =>
    (value: unknown): unknown => ({ ...(value as object | undefined), ...values });

const text = (recording: RecordedComponent, type: string, name: string): string =>
    String(inputsOf(recording, type, name)["policy"]);

describe("SingleAccount: buckets and keys", () => {
    let dev: RecordedComponent;
    let full: RecordedComponent;
    before(async () => {
        dev = await record();
        full = await record({}, FULL);
    });

    it("binds the buckets to the network's S3 endpoint, and the endpoint to the buckets", () => {
        const endpoint = one(dev, ENDPOINT, "studio-network-s3");
        for (const purpose of ["data", "models"]) {
            const policy = text(dev, POLICY, `studio-buckets-${purpose}`);
            assert.ok(policy.includes(`"aws:SourceVpce":"${String(endpoint.id)}"`), purpose);
            const name = String(inputsOf(dev, BUCKET, `studio-buckets-${purpose}`)["bucket"]);
            assert.ok(text(dev, ENDPOINT, "studio-network-s3").includes(`"arn:aws:s3:::${name}/*"`), name);
        }
    });

    it("lets no access log through the endpoint", () => {
        const name = String(inputsOf(dev, BUCKET, "studio-buckets-access-logs")["bucket"]);
        assert.ok(!text(dev, ENDPOINT, "studio-network-s3").includes(name));
    });

    it("encrypts the buckets with the key for data", () => {
        const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
        const [rule] = inputsOf(dev, type, "studio-buckets-models")["rules"] as readonly {
            readonly applyServerSideEncryptionByDefault: { readonly kmsMasterKeyId: unknown };
        }[];
        const { arn } = inputsOf(dev, KEY, "studio-keys-data");
        assert.equal(rule?.applyServerSideEncryptionByDefault.kmsMasterKeyId, arn);
    });

    it("spares the role that deployment assumes, the deployers that are named, and the roles for emergencies", () => {
        const policy = JSON.parse(text(full, POLICY, "studio-buckets-data")) as {
            readonly Statement: readonly {
                readonly Sid: string;
                readonly Condition: Readonly<Record<string, unknown>>;
            }[];
        };
        const statement = policy.Statement.find(({ Sid }) => Sid === "DataThroughTheEndpointOnly");
        assert.deepEqual(statement?.Condition["ArnNotEquals"], {
            "aws:PrincipalArn": [
                "arn:aws:iam::111122223333:role/deployer",
                "arn:aws:iam::111122223333:role/delivery",
                "arn:aws:iam::111122223333:role/break-glass",
            ],
        });
    });

    it("names the KMS endpoints in the policy of the key for data, and in no other", () => {
        const ids = ["kms", "kms-fips"].map((key) => one(full, ENDPOINT, `studio-network-${key}`).id);
        assert.ok(text(full, KEY, "studio-keys-data").includes(`"aws:SourceVpce":${JSON.stringify(ids)}`));
        for (const purpose of ["domain", "logs", "network"]) {
            assert.ok(!text(full, KEY, `studio-keys-${purpose}`).includes("aws:SourceVpce"), purpose);
        }
    });

    it("makes no policy of a key wait for an id at a first preview, unless endpoints stand in it", async () => {
        const isKnown = (recording: RecordedComponent, type: string, name: string): boolean =>
            !isUnknown(inputsOf(recording, type, name)["policy"]);
        const early = await record({}, DEV, true);
        assert.ok(isKnown(early, KEY, "studio-keys-domain") && isKnown(early, KEY, "studio-keys-data"));
        assert.ok(!isKnown(early, POLICY, "studio-buckets-data"));
        assert.ok(isKnown(early, POLICY, "studio-buckets-access-logs"));
        const bound = await record({}, FULL, true);
        assert.ok(isKnown(bound, KEY, "studio-keys-domain"));
        assert.ok(!isKnown(bound, KEY, "studio-keys-data"));
    });

    it("makes no buckets where the stack file says so, and lets none through", async () => {
        const without = await record({ security: more({ buckets: { create: false } }) });
        assert.deepEqual(
            without.resources.filter(({ type }) => type === BUCKET).map(({ name }) => name),
            [],
        );
        assert.ok(!text(without, ENDPOINT, "studio-network-s3").includes("DataObjects"));
    });

    it("takes existing keys for what they are for", async () => {
        const stack = await record({}, `${PROJECT_DIR}/tests/stacks/existing-keys.yaml`);
        const arn = (number: number): string =>
            `arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-00000000000${number}`;
        assert.deepEqual(
            stack.resources.filter(({ type }) => type === KEY).map(({ name }) => name),
            [],
        );
        assert.equal(inputsOf(stack, DOMAIN)["kmsKeyId"], arn(1));
        assert.ok(text(stack, POLICY, "studio-buckets-data").includes(arn(2)));
        assert.equal(
            inputsOf(stack, "aws:cloudwatch/logGroup:LogGroup", "studio-network-flow-logs")["kmsKeyId"],
            arn(3),
        );
    });

    it("shares outputs in the folder for all of its own bucket, under its own key, or where the stack file says", async () => {
        const sharing = (recording: RecordedComponent): unknown =>
            (inputsOf(recording, DOMAIN)["defaultUserSettings"] as { readonly sharingSettings: unknown })
                .sharingSettings;
        const own = await record({ domain: more({ sharing: {} }) });
        assert.deepEqual(sharing(own), {
            notebookOutputOption: "Allowed",
            s3OutputPath: `s3://${String(inputsOf(own, BUCKET, "studio-buckets-data")["bucket"])}/shared/studio-sharing`,
            s3KmsKeyId: inputsOf(own, KEY, "studio-keys-data")["arn"],
        });
        assert.deepEqual(sharing(full), {
            notebookOutputOption: "Allowed",
            s3OutputPath: "s3://acme-research-data/notebooks/shared",
            s3KmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        });
    });
});
