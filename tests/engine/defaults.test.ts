import { strict as assert } from "node:assert";

import type { Emulator } from "./aws/serve";
import { stepsOf } from "./events";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

/** What people find, from its making to its end; the steps build on each other. */
describe("engine: the SDK's defaults and the parameters", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, program: "tests/engine/programs/defaults.ts" });
    });
    after(() => bench?.dispose());

    const parameter = (name: string): unknown =>
        aws.store.list().find(({ id }) => id.endsWith(`/${name}`))?.properties["insecureValue"];
    const file = (): Record<string, unknown> => {
        const found = aws.store.list().filter(({ type }) => type === "aws:s3/bucketObjectv2:BucketObjectv2");
        assert.equal(found.length, 1);
        return { id: found[0]!.id, ...found[0]!.properties };
    };
    const steps = async (): Promise<unknown[]> => {
        const { events } = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        return stepsOf(events)
            .filter(({ type, operation }) => type.startsWith("aws:") && operation !== "same")
            .map(({ operation, name }) => [operation, name]);
    };

    it("are made, and nothing is to change then", async () => {
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.equal(file()["id"], "defaults-data/studio/sagemaker-config/execution.yaml");
        assert.equal(parameter("jobs-group-id"), "sg-jobs");
        assert.equal(parameter("studio-subnet-ids"), "subnet-1,subnet-2");
        await project.expectSuccess(["preview", "--expect-no-changes"]);
        await project.expectSuccess(["refresh", "--preview-only", "--expect-no-changes"]);
    });

    it("change in place: another group writes the file and one parameter, isolation the file alone", async () => {
        project.configure({ "defaults:group": "sg-other" });
        assert.deepEqual(
            new Set(await steps()),
            new Set([
                ["update", "defaults-jobs-group-id"],
                ["update", "defaults-sdk-data-scientist_research"],
            ]),
        );
        assert.equal(parameter("jobs-group-id"), "sg-other");
        project.configure({ "defaults:isolation": false });
        assert.deepEqual(await steps(), [["update", "defaults-sdk-data-scientist_research"]]);
        assert.match(String(file()["content"]), /EnableNetworkIsolation: false/);
        assert.match(String(file()["content"]), /'sg-other'/);
    });

    it("go before the bucket, which is not deleted with something in it", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(aws.store.list(), []);
    });
});
