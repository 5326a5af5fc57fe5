import { strict as assert } from "node:assert";

import type { Emulator } from "./aws/serve";
import { stepsOf } from "./events";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

/** How AWS refuses a second of what an account has once: groups, trail, recorder and role of Config, the services. */
const ONCE = [
    "BadRequestException",
    "ConflictException",
    "InvalidInput",
    "MaxNumberOfConfigurationRecordersExceededException",
    "ResourceAlreadyExistsException",
    "ResourceConflictException",
    "TrailAlreadyExistsException",
];

/** What watches an account, through its whole life. */
describe("engine: baseline and response", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, program: "tests/engine/programs/watch.ts" });
    });
    after(() => bench?.dispose());

    /** What changed, as `operation name`, but for components and providers. */
    async function up(): Promise<string[]> {
        const { events } = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        return stepsOf(events)
            .filter(({ type }) => type.startsWith("aws:"))
            .map(({ operation, name }) => `${operation} ${name}`)
            .filter((step) => !step.startsWith("same "))
            .sort();
    }

    it("stand at once, each thing once", async () => {
        await up();
        const count = (type: string): number => aws.store.list().filter((stored) => stored.type === type).length;
        assert.deepEqual(
            [
                "aws:cloudtrail/trail:Trail",
                "aws:cfg/recorder:Recorder",
                "aws:guardduty/detector:Detector",
                "aws:lambda/eventSourceMapping:EventSourceMapping",
                "aws:cloudwatch/eventTarget:EventTarget",
            ].map(count),
            [1, 1, 1, 1, 2],
        );
    });

    it("are settled: nothing changes without a change", async () => {
        assert.deepEqual(await up(), []);
    });

    it("only tell people when told so, on the same queue and topic", async () => {
        project.configure({ "watch:mode": "notify" });
        assert.deepEqual(await up(), [
            "delete response-states",
            "delete response-states",
            "update response-stop",
            "update response-stop",
            "update response-stop-ids",
        ]);
    });

    it("are refused to a second stack of the account, with AWS's word for it", async () => {
        const second = await bench.repository({ aws, program: "tests/engine/programs/watch.ts" });
        second.configure({ "watch:stack": "prod" });
        const { code, stdout, stderr } = await second.run(["up", "--yes", "--skip-preview"]);
        assert.notEqual(code, 0);
        // Which of the things an account has once comes first is up to the engine.
        assert.match(stdout + stderr, new RegExp(`api error (${ONCE.join("|")}): `));
    });

    it("go with nothing left", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        const left = aws.store.list().map(({ type }) => type);
        assert.deepEqual(
            left.filter((type) => /cloudtrail|cfg|guardduty|sns|sqs|macie|securityhub|lambda/.test(type)),
            [],
        );
    });
});
