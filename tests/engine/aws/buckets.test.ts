import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import type { Place } from "./place";
import { Provider } from "./provider";
import { Store } from "./store";
import type { Properties } from "./values";

const PLACE: Place = { account: "111122223333", region: "eu-west-1", defaultTags: {} };
const BUCKET = "aws:s3/bucket:Bucket";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";

describe("emulated aws: buckets and what they hold", () => {
    let directory: string;
    let provider: Provider;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "buckets-"));
        provider = new Provider(new Store(directory));
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    function make(type: string, inputs: Properties): string {
        const target = { type, name: "it", place: PLACE };
        return provider.create(target, provider.check(target, inputs, {}).inputs, false).id;
    }
    const remove = (id: string): void => provider.delete({ type: BUCKET, name: "it", place: PLACE }, id, {});
    const left = (): string[] => provider.store.list().map(({ id }) => id);

    it("refuses to delete a bucket that holds something", () => {
        const bucket = make(BUCKET, { bucket: "research-data" });
        make(OBJECT, { bucket, key: "users/alice/x", content: "x" });
        assert.throws(() => remove(bucket), /BucketNotEmpty: the bucket research-data still holds/);
        assert.deepEqual(left().sort(), ["research-data", "research-data/users/alice/x"]);
    });

    it("deletes it with all that is in it where the provider empties it, and nothing of another", () => {
        const bucket = make(BUCKET, { bucket: "research-data", forceDestroy: true });
        const other = make(BUCKET, { bucket: "research-data-2" });
        make(OBJECT, { bucket, key: "x", content: "x" });
        make(OBJECT, { bucket: other, key: "x", content: "x" });
        remove(bucket);
        assert.deepEqual(left().sort(), ["research-data-2", "research-data-2/x"]);
    });

    it("writes access logs into a bucket that is there", () => {
        const bucket = make(BUCKET, { bucket: "research-data" });
        const log = (targetBucket: string): string => make(LOGGING, { bucket, targetBucket, targetPrefix: "x/" });
        assert.throws(() => log("nowhere"), /InvalidTargetBucketForLogging/);
        assert.equal(log(make(BUCKET, { bucket: "access-logs" })), "research-data");
    });
});
