import { strict as assert } from "node:assert";
import path from "node:path";

import { checkStack, missingFunctions, missingPermissions, sampleStacks } from "../../bootstrap/checkPermissions";
import { type Place, placePath } from "../../components/names";
import { stackNames } from "../../bootstrap/permissions";
import { DEV, DEV_TWO } from "./fixture";

const ROOT = path.resolve(__dirname, "../..");

describe("check of the permission table", () => {
    it("names a type without a row once, and leaves components and providers alone", () => {
        const database = { type: "aws:rds/instance:Instance", props: {} };
        const found = missingPermissions(
            [
                database,
                database,
                { type: "pulumi:providers:aws", props: {} },
                { type: "private-studio:network:Network", props: {} },
                { type: "aws:ec2/vpc:Vpc", props: {} },
            ],
            [DEV],
        );
        assert.deepEqual(found, [
            "aws:rds/instance:Instance has no row in bootstrap/permissions: add one with the actions its create, read, update and delete call, and its source",
        ]);
    });

    it("names what is called otherwise than a deploy role may touch", () => {
        const role = (name?: string): { type: string; props: Record<string, unknown> } => ({
            type: "aws:iam/role:Role",
            props: name === undefined ? {} : { name },
        });
        const found = missingPermissions(
            [role(stackNames(DEV).executionRole), role(stackNames(DEV_TWO).executionRole), role()],
            [DEV],
        );
        assert.deepEqual(
            found.map((line) => line.split(",")[0]),
            [
                "aws:iam/role:Role is named a name AWS chooses",
                `aws:iam/role:Role is named ${stackNames(DEV_TWO).executionRole}`,
            ],
        );
    });

    it("takes any name below the stack's own path, and none below another's", () => {
        const below = (type: string, place: Place): { type: string; props: Record<string, unknown> } => ({
            type,
            props: { name: "persona", path: placePath(place) },
        });
        const types = ["aws:iam/role:Role", "aws:iam/policy:Policy"];
        assert.deepEqual(
            missingPermissions(
                types.map((type) => below(type, DEV)),
                [DEV],
            ),
            [],
        );
        assert.deepEqual(
            missingPermissions(
                types.map((type) => below(type, DEV_TWO)),
                [DEV],
            ).map((line) => line.split(",")[0]),
            ["aws:iam/policy:Policy is named persona", "aws:iam/role:Role is named persona"],
        );
    });

    it("takes the log groups SageMaker names itself, and no others outside the stack's prefix", () => {
        const group = (name: string): { type: string; props: Record<string, unknown> } => ({
            type: "aws:cloudwatch/logGroup:LogGroup",
            props: { name },
        });
        assert.deepEqual(
            missingPermissions(["/aws/sagemaker/studio", "/aws/sagemaker/Clusters/a"].map(group), [DEV]).map(
                (line) => line.split(",")[0],
            ),
            ["aws:cloudwatch/logGroup:LogGroup is named /aws/sagemaker/Clusters/a"],
        );
    });

    it("names a bucket, a firewall and a rule group that are not the stack's", () => {
        const named = (type: string, props: Record<string, unknown>): { type: string; props: typeof props } => ({
            type,
            props,
        });
        const { buckets, firewall } = stackNames(DEV);
        const found = missingPermissions(
            [
                named("aws:s3/bucket:Bucket", { bucket: buckets[0] }),
                named("aws:s3/bucket:Bucket", { bucket: "somebody-elses" }),
                named("aws:networkfirewall/firewall:Firewall", { name: firewall }),
                named("aws:networkfirewall/ruleGroup:RuleGroup", { name: firewall }),
            ],
            [DEV],
        );
        assert.deepEqual(
            found.map((line) => line.split(",")[0]),
            [
                `aws:networkfirewall/ruleGroup:RuleGroup is named ${firewall}`,
                "aws:s3/bucket:Bucket is named somebody-elses",
            ],
        );
    });

    it("names a function without a row once, and neither free functions nor what is no function", () => {
        const token = "aws:ec2/getAmi:getAmi";
        const found = missingFunctions([
            token,
            token,
            "aws:ec2/getVpcEndpointService:getVpcEndpointService",
            "aws:index/getCallerIdentity:getCallerIdentity",
            "aws:ec2/subnet:Subnet",
            "pulumi:providers:aws",
        ]);
        assert.deepEqual(
            found.map((line) => line.split(" ")[0]),
            [token],
        );
    });

    it("looks at the project's stacks and at all samples", () => {
        const found = sampleStacks(ROOT).map((file) => path.relative(ROOT, file));
        for (const file of ["Pulumi.dev.yaml", "tests/stacks/full.yaml", "tests/stacks/firewall.yaml"]) {
            assert.ok(found.includes(file), found.join());
        }
    });

    // Every one of them: npm run check:permissions.
    it("finds nothing missing for the stack with every key", async () => {
        assert.deepEqual(await checkStack(ROOT, path.join(ROOT, "tests/stacks/full.yaml")), []);
    });
});
