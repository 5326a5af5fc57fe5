import { strict as assert } from "node:assert";

import { MANAGED_POLICY_LIMIT, POLICIES_PER_ROLE } from "../../bootstrap/policies/document";
import { parsePolicy } from "../../policy-pack/iam";
import { countByType, inputsOf, one } from "../harness";
import { ACCOUNT, recordBootstrap, REGION, settings } from "./fixture";

const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

describe("the bootstrap program", () => {
    it("makes a versioned, encrypted, closed bucket", async () => {
        const recording = await recordBootstrap();
        const bucket = one(recording, "aws:s3/bucket:Bucket");
        assert.equal(bucket.props["bucket"], `private-studio-state-${ACCOUNT}-${REGION}`);
        assert.equal(bucket.protect, true);
        const setting = (kind: string): unknown => inputsOf(recording, `aws:s3/${kind}`, "state");
        const subset = (kind: string, keys: readonly string[]): unknown =>
            Object.fromEntries(keys.map((key) => [key, (setting(kind) as Record<string, unknown>)[key]]));
        assert.deepEqual(subset("bucketVersioning:BucketVersioning", ["versioningConfiguration"]), {
            versioningConfiguration: { status: "Enabled" },
        });
        assert.deepEqual(
            subset("bucketPublicAccessBlock:BucketPublicAccessBlock", [
                "blockPublicAcls",
                "blockPublicPolicy",
                "ignorePublicAcls",
                "restrictPublicBuckets",
            ]),
            { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
        );
        const stateKey = one(recording, "aws:kms/key:Key", "state-state");
        assert.deepEqual(
            subset("bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", ["rules"]),
            {
                rules: [
                    {
                        applyServerSideEncryptionByDefault: {
                            sseAlgorithm: "aws:kms",
                            kmsMasterKeyId: stateKey.props["arn"],
                        },
                        bucketKeyEnabled: true,
                    },
                ],
            },
        );
    });

    it("makes two rotating, protected keys", async () => {
        const recording = await recordBootstrap();
        for (const name of ["state-state", "state-secrets"]) {
            const key = one(recording, "aws:kms/key:Key", name);
            assert.deepEqual([key.protect, key.props["enableKeyRotation"]], [true, true], name);
        }
    });

    it("keeps every policy under AWS's size, and their number under AWS's count", async () => {
        const recording = await recordBootstrap();
        for (const { name, props } of recording.resources.filter(({ type }) => type === POLICY)) {
            const text = String(props["policy"]);
            assert.ok(text.length <= MANAGED_POLICY_LIMIT, `${name}: ${text.length}`);
            assert.equal(parsePolicy(text).problem, undefined, name);
        }
        const perRole = new Map<unknown, number>();
        for (const { props } of recording.resources.filter(({ type }) => type === ATTACHMENT)) {
            perRole.set(props["role"], (perRole.get(props["role"]) ?? 0) + 1);
        }
        assert.equal(perRole.size, 3);
        assert.ok([...perRole.values()].every((count) => count <= POLICIES_PER_ROLE));
    });

    it("shows boundaries and what comes from the table at a first preview", async () => {
        const recording = await recordBootstrap(settings(), { unknown: true });
        const readable = recording.resources
            .filter(({ type, props }) => type === POLICY && typeof props["policy"] === "string")
            .map(({ name }) => name)
            .sort();
        assert.ok(
            ["deploy-dev-boundary", "deploy-dev-stack-1", "preview-boundary"].every((name) => readable.includes(name)),
        );
        assert.ok(!readable.includes("deploy-dev-state"));
    });

    it("leaves GitHub's identity provider alone where the account has one", async () => {
        const type = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
        const created = countByType(await recordBootstrap());
        const existing = countByType(
            await recordBootstrap(settings({ "private-studio-bootstrap:identityProvider": "existing" })),
        );
        assert.deepEqual([created[type], existing[type]], [1, undefined]);
    });

    it("names what the workflows need next", async () => {
        const { outputs } = await recordBootstrap();
        assert.equal(outputs["backendUrl"], `s3://private-studio-state-${ACCOUNT}-${REGION}?region=${REGION}`);
        assert.equal(
            outputs["secretsProvider"],
            `awskms://alias/private-studio-bootstrap/main/secrets?region=${REGION}`,
        );
        assert.deepEqual(Object.keys(outputs["deployRoleArns"] as object), ["dev", "prod"]);
    });
});
