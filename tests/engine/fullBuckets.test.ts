import { strict as assert } from "node:assert";

import type { Emulator } from "./aws/serve";
import { errorsOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const BUCKET = "aws:s3/bucket:Bucket";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const CREDENTIALS = { account: "111122223333" };

/** What people leave in a bucket, which no program knows of. */
describe("engine: a destroy with people's files in the buckets", function () {
    let bench: Bench;
    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    async function living(stackFile: string): Promise<{ aws: Emulator; project: Project }> {
        const aws = await bench.aws({ existing: EXISTING, credentials: CREDENTIALS });
        const project = await bench.repository({ aws, stackFile });
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const bucket = aws.store.list().find(({ type, id }) => type === BUCKET && id.includes("-data-"));
        assert.ok(bucket);
        aws.store.put({
            type: OBJECT,
            id: `${bucket.id}/users/alice/thesis.ipynb`,
            account: "111122223333",
            region: "eu-west-1",
            inputs: [],
            properties: { bucket: bucket.id, key: "users/alice/thesis.ipynb" },
        });
        return { aws, project };
    }
    const made = ({ store }: Emulator): string[] =>
        store
            .list()
            .filter((each) => !EXISTING.includes(each))
            .map(({ type }) => type);

    it("stops before the bucket and keeps them, unless told otherwise", async () => {
        const { aws, project } = await living("tests/stacks/minimal.yaml");
        await project.expectSuccess(["state", "unprotect", "--all", "--yes"]);
        const { events } = await project.run(["destroy", "--yes"]);
        assert.match(
            errorsOf(events)
                .map(({ message }) => message)
                .join("\n"),
            /BucketNotEmpty/,
        );
        assert.ok(made(aws).includes(OBJECT));
        assert.ok(made(aws).includes(BUCKET));
    });

    it("deletes them where the stack file says so, and leaves nothing", async () => {
        const { aws, project } = await living("tests/stacks/existing-keys.yaml");
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(made(aws), []);
    });
});
