import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../graph";
import { isOwnKey, missingKey } from "../../policies/keys";
import { change, ref, resourcesOf, type Sketch } from "../fixture/build";

const PATH = "outputConfig.kmsKeyId";

/** What is said of a nested key; the stack has a key, an alias and a bucket. */
function says(value: unknown, ids: "known" | "unknown" = "known"): string[] {
    const stack: Sketch[] = [
        { type: "aws:kms/key:Key", name: "key", props: {} },
        { type: "aws:kms/alias:Alias", name: "alias", props: {} },
        { type: "aws:s3/bucket:Bucket", name: "bucket", props: {} },
        { type: "aws:sagemaker/flowDefinition:FlowDefinition", name: "flow", props: { outputConfig: {} } },
    ];
    const flow = resourcesOf(change(stack, "flow", PATH, value), ids).find(({ name }) => name === "flow");
    assert.ok(flow);
    return missingKey(flow, PATH, "results keep it").map(({ kind, message }) => `${kind}: ${message}`);
}

describe("customer managed keys", () => {
    const fix = "Set it to a customer managed key now: results keep it.";

    it("are any key but AWS's own", () => {
        for (const key of ["alias/studio", "1234abcd", "arn:aws:kms:eu-west-1:111122223333:key/1", "alias/awsome"]) {
            assert.ok(isOwnKey(key), key);
            assert.deepEqual(says(key), []);
        }
        for (const key of ["alias/aws/s3", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"]) {
            assert.ok(!isOwnKey(key), key);
            assert.deepEqual(says(key), [
                `violation: FlowDefinition flow: ${PATH} is a key of AWS (alias/aws/…). ${fix}`,
            ]);
        }
        for (const none of [undefined, null, "", 1]) {
            assert.ok(!isOwnKey(none));
            assert.deepEqual(says(none), [`violation: FlowDefinition flow: ${PATH} is not set. ${fix}`]);
        }
    });

    it("may be unknown where they come from a key or an alias of the stack, and nothing else", () => {
        const unclear = [
            `undecided: FlowDefinition flow: ${PATH} is not known yet; it must be a customer managed key.`,
        ];
        assert.deepEqual(says(ref("key", "arn"), "unknown"), []);
        assert.deepEqual(says(ref("alias"), "unknown"), []);
        assert.deepEqual(says(ref("bucket"), "unknown"), unclear);
        assert.deepEqual(says(UNKNOWN), unclear);
        assert.deepEqual(says(SECRET), unclear);
    });
});
