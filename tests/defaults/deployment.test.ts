import { strict as assert } from "node:assert";
import path from "node:path";
import { parse } from "yaml";

import { record, type RecordedResource } from "../../preflight/record";
import { readStack } from "../../preflight/stack";
import { leaves } from "./fixture";

const ROOT = path.resolve(__dirname, "../..");

async function recorded(stackFile: string): Promise<readonly RecordedResource[]> {
    const { settings, ...stack } = readStack(ROOT, path.join(ROOT, stackFile));
    const recording = await record({
        entry: "index.ts",
        projectDir: ROOT,
        project: settings.project,
        stack: settings.stack,
        ...stack,
    });
    assert.equal(recording.failed, false);
    return recording.resources;
}

/** Values of one property, or the id, of every resource of a type. */
function all(resources: readonly RecordedResource[], type: string, property: string): string[] {
    return resources
        .filter((resource) => resource.type === type)
        .map(({ id, props }) => String(property === "id" ? id : props[property]));
}

for (const stackFile of ["Pulumi.dev.yaml", "tests/stacks/full.yaml"]) {
    describe(`The SDK's defaults of ${stackFile}`, () => {
        let resources: readonly RecordedResource[];
        const files = (): RecordedResource[] => resources.filter(({ type }) => type.endsWith(":BucketObjectv2"));
        const values = (ending: RegExp): string[] => [
            ...new Set(
                files()
                    .flatMap(({ props }) => leaves(parse(String(props["content"]))))
                    .filter(([at]) => ending.test(at))
                    .flatMap(([, value]) => value as string | string[]),
            ),
        ];
        const standing = (type: string, property: string, named: readonly string[]): void => {
            const made = all(resources, type, property);
            assert.ok(named.length > 0);
            assert.deepEqual(
                named.filter((name) => !made.includes(name)),
                [],
            );
        };

        before(async () => {
            resources = await recorded(stackFile);
        });

        it("are called after roles that apps run as", () => {
            standing(
                "aws:iam/role:Role",
                "name",
                files().map(({ props }) => path.basename(String(props["key"]), ".yaml")),
            );
        });

        it("name roles, subnets, groups, keys and a bucket of the stack, and no others", () => {
            standing("aws:iam/role:Role", "arn", values(/RoleArn$/));
            standing("aws:ec2/subnet:Subnet", "id", values(/\.subnets$/i));
            standing("aws:ec2/securityGroup:SecurityGroup", "id", values(/SecurityGroupIds$/));
            standing("aws:kms/key:Key", "arn", values(/(KmsKeyId)$/));
            standing("aws:s3/bucket:Bucket", "bucket", values(/DefaultS3Bucket$/));
        });

        it("lie where every app's script looks for them", () => {
            const scripts = all(
                resources,
                "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
                "studioLifecycleConfigContent",
            ).map((content) => Buffer.from(content, "base64").toString("utf8"));
            assert.equal(scripts.length, 2);
            const folders = new Set(
                files().map(({ props }) => path.dirname(`s3://${String(props["bucket"])}/${String(props["key"])}`)),
            );
            for (const script of scripts) {
                assert.deepEqual([.../DEFAULTS_FOLDER='(.*)'/.exec(script)!.slice(1)], [...folders]);
            }
        });
    });
}
