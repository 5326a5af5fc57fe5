import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { countByType, one, recordComponent } from "../../harness";

const PLACE = { project: "fixture", stack: "test" };
const VPC = "aws:ec2/vpc:Vpc";

function home(): { provider: aws.Provider } {
    return { provider: new aws.Provider("home", { region: "eu-west-1", allowedAccountIds: ["444455556666"] }) };
}

describe("monitor: resources that are not simply made", () => {
    it("knows the id of a resource that is only read, and nothing else about it", async () => {
        const seen: string[] = [];
        const recording = await recordComponent(() => {
            const vpc = aws.ec2.Vpc.get("theirs", "vpc-0123456789abcdef0", undefined, home());
            vpc.cidrBlock.apply((cidr) => seen.push(cidr));
            return { id: vpc.id, cidr: vpc.cidrBlock };
        }, PLACE);
        const vpc = one(recording, VPC);
        assert.deepEqual([vpc.id, vpc.external, vpc.props["cidrBlock"]], ["vpc-0123456789abcdef0", true, UNKNOWN]);
        assert.deepEqual([recording.outputs, seen], [{ id: "vpc-0123456789abcdef0", cidr: UNKNOWN }, []]);
        assert.deepEqual(
            recording.assumptions.map(({ token, args }) => ({ token, args })),
            [{ token: VPC, args: { id: "vpc-0123456789abcdef0" } }],
        );
    });

    it("leaves the outputs of another stack unknown", async () => {
        const recording = await recordComponent(() => {
            const other = new pulumi.StackReference("organization/network/dev");
            return { vpcId: other.getOutput("vpcId") };
        }, PLACE);
        assert.deepEqual(recording.outputs, { vpcId: UNKNOWN });
        assert.equal(one(recording, "pulumi:pulumi:StackReference").id, "organization/network/dev");
    });

    it("takes over the id of an imported resource, in either mode", async () => {
        for (const unknown of [false, true]) {
            const recording = await recordComponent(
                () =>
                    new aws.ec2.Vpc(
                        "adopted",
                        { cidrBlock: "10.0.0.0/16" },
                        { ...home(), import: "vpc-0123456789abcdef0" },
                    ),
                { ...PLACE, unknown },
            );
            assert.equal(one(recording, VPC).id, "vpc-0123456789abcdef0");
        }
    });

    it("hands back outputs as secrets where the program asks for it", async () => {
        const { outputs } = await recordComponent(() => {
            const vpc = new aws.ec2.Vpc(
                "v",
                { cidrBlock: "10.0.0.0/16" },
                { ...home(), additionalSecretOutputs: ["arn"] },
            );
            return { arn: vpc.arn, cidr: vpc.cidrBlock };
        }, PLACE);
        assert.deepEqual(outputs, { arn: SECRET, cidr: "10.0.0.0/16" });
    });

    it("says once that the outputs of a type are guesses", async () => {
        const { assumptions } = await recordComponent(() => {
            const opts = home();
            new aws.backup.Vault("first", {}, opts);
            new aws.backup.Vault("second", {}, opts);
        }, PLACE);
        assert.deepEqual(
            assumptions.map(({ why }) => why),
            ["made-up outputs of type aws:backup/vault:Vault: the forms of its id and ARN are guesses"],
        );
    });
});

describe("monitor: what the runtime may ask for", () => {
    it("accepts resource hooks, and runs none", async () => {
        let ran = false;
        const recording = await recordComponent(() => {
            const drain = new pulumi.ResourceHook("drain", () => {
                ran = true;
            });
            new aws.ec2.Vpc(
                "v",
                { cidrBlock: "10.0.0.0/16" },
                { ...home(), hooks: { beforeDelete: [drain], afterCreate: [drain] } },
            );
        }, PLACE);
        assert.deepEqual([countByType(recording)[VPC], ran], [1, false]);
    });

    it("refuses transforms, and says whose limit that is", async () => {
        const transformed = (): unknown =>
            new aws.ec2.Vpc("v", { cidrBlock: "10.0.0.0/16" }, { ...home(), transforms: [() => undefined] });
        await assert.rejects(recordComponent(transformed, PLACE), {
            message:
                "The Pulumi CLI does not support transforms. Please update the Pulumi CLI\n" +
                "The preflight stands in for the CLI here and offers neither transforms, error hooks nor parameterized packages.",
        });
    });

    it("refuses provider methods", async () => {
        const called = (): unknown => home().provider.terraformConfig();
        await assert.rejects(recordComponent(called, PLACE), {
            message: "Method pulumi:providers:aws/terraformConfig cannot be called: the preflight runs no provider.",
        });
    });
});
