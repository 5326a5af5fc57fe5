import { strict as assert } from "node:assert";

import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";

import { UNKNOWN } from "../../../policy-pack/graph";
import { one, recordComponent } from "../../harness";
import { inPlace, STACK } from "../../place";

const REPOSITORY = "aws:ecr/repository:Repository";
const POLICY = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

class Images extends pulumi.ComponentResource {
    readonly url: pulumi.Output<string>;

    constructor(lifecyclePolicy: { skip?: boolean } | undefined, opts: pulumi.ComponentResourceOptions) {
        super("fixture:images:Images", "images", {}, opts);
        const made = new awsx.ecr.Repository(
            "Genomics",
            { name: "genomics", imageTagMutability: "IMMUTABLE", ...(lifecyclePolicy && { lifecyclePolicy }) },
            { parent: this, protect: true },
        );
        this.url = made.url;
        this.registerOutputs({});
    }
}

describe("Components that plugins build", () => {
    const build = (policy?: { skip?: boolean }) => (): Record<string, unknown> => ({
        url: new Images(policy, inPlace()).url,
    });

    it("have their known resources inside, by the provider of what they stand in and under their protection", async () => {
        const recording = await recordComponent(build({ skip: true }), STACK);
        const component = one(recording, "awsx:ecr:Repository");
        const { name, parent, protect, provider, props } = one(recording, REPOSITORY);
        assert.deepEqual([name, parent, protect], ["genomics", component.urn, true]);
        assert.equal(provider, one(recording, "pulumi:providers:aws").urn);
        assert.deepEqual([props["name"], props["imageTagMutability"]], ["genomics", "IMMUTABLE"]);
        assert.equal("lifecyclePolicy" in props, false);
        assert.equal(recording.outputs["url"], "111122223333.dkr.ecr.eu-west-1.amazonaws.com/genomics");
        assert.deepEqual(
            [recording.resources.filter(({ type }) => type === POLICY), recording.assumptions, recording.diagnostics],
            [[], [], []],
        );
    });

    it("have the rule by which images expire unless that is skipped", async () => {
        const { props } = one(await recordComponent(build(), STACK), POLICY);
        assert.deepEqual([props["repository"], props["policy"]], ["genomics", UNKNOWN]);
    });

    it("keep unknown what a first preview does not know", async () => {
        const recording = await recordComponent(build({ skip: true }), { ...STACK, unknown: true });
        assert.equal(recording.outputs["url"], UNKNOWN);
        assert.equal(one(recording, REPOSITORY).props["arn"], UNKNOWN);
    });

    it("are an assumption where nobody has written down what is inside", async () => {
        const recording = await recordComponent(() => {
            class Remote extends pulumi.ComponentResource {
                constructor() {
                    super("awsx:ec2:Vpc", "vpc", {}, inPlace(), true);
                }
            }
            new Remote();
        }, STACK);
        assert.deepEqual(
            recording.assumptions.map(({ token, why }) => [token, why]),
            [["awsx:ec2:Vpc", "a plugin builds this component; the resources inside it are not recorded"]],
        );
        assert.deepEqual(
            recording.resources.filter(({ type }) => type.startsWith("aws:")),
            [],
        );
    });

    it("refuse a package that the stack gives no provider", async () => {
        const config = { "pulumi:disable-default-providers": '["aws"]' };
        await assert.rejects(
            recordComponent(() => void new awsx.ecr.Repository("genomics", {}), { ...STACK, config }),
            /Resource "genomics" \(aws:ecr\/repository:Repository\) names no provider/,
        );
    });
});
