import { strict as assert } from "node:assert";
import path from "node:path";

import { checkStack, missingPermissions, sampleStacks } from "../../bootstrap/checkPermissions";
import { stackNames } from "../../bootstrap/permissions";
import { DEV, DEV_TWO } from "./fixture";

const ROOT = path.resolve(__dirname, "../..");

describe("check of the permission table", () => {
    it("names a type without a row once, and leaves components and providers alone", () => {
        const queue = { type: "aws:sqs/queue:Queue", props: {} };
        const found = missingPermissions(
            [
                queue,
                queue,
                { type: "pulumi:providers:aws", props: {} },
                { type: "private-studio:network:Network", props: {} },
                { type: "aws:ec2/vpc:Vpc", props: {} },
            ],
            DEV,
        );
        assert.deepEqual(found, [
            "aws:sqs/queue:Queue has no row in bootstrap/permissions: add one with the actions its create, read, update and delete call, and its source",
        ]);
    });

    it("names what is called otherwise than a deploy role may touch", () => {
        const role = (name?: string): { type: string; props: Record<string, unknown> } => ({
            type: "aws:iam/role:Role",
            props: name === undefined ? {} : { name },
        });
        const found = missingPermissions(
            [role(stackNames(DEV).executionRole), role(stackNames(DEV_TWO).executionRole), role()],
            DEV,
        );
        assert.deepEqual(
            found.map((line) => line.split(",")[0]),
            [
                "aws:iam/role:Role is named a name AWS chooses",
                `aws:iam/role:Role is named ${stackNames(DEV_TWO).executionRole}`,
            ],
        );
    });

    for (const stackFile of sampleStacks(ROOT)) {
        it(`finds nothing missing for ${path.relative(ROOT, stackFile)}`, async () => {
            assert.deepEqual(await checkStack(ROOT, stackFile), []);
        });
    }
});
