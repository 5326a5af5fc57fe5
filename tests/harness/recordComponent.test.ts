import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { UNKNOWN } from "../../policy-pack/graph";
import { countByType, inputsOf, namesOf, one, recordComponent, RecordingFailed } from ".";

const PLACE = { project: "fixture", stack: "test" };
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";

class Network extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;

    constructor(name: string, args: { zones: readonly string[] }, opts: pulumi.ComponentResourceOptions) {
        super("fixture:network:Network", name, args, opts);
        const vpc = new aws.ec2.Vpc(`${name}-vpc`, { cidrBlock: "10.0.0.0/16" }, { parent: this });
        this.vpcId = vpc.id;
        args.zones.forEach((zone, index) => {
            const cidrBlock = `10.0.${index}.0/24`;
            new aws.ec2.Subnet(
                `${name}-${zone}`,
                { vpcId: vpc.id, cidrBlock, availabilityZoneId: zone },
                { parent: this },
            );
        });
        this.registerOutputs({ vpcId: this.vpcId });
    }
}

function provider(): aws.Provider {
    return new aws.Provider("home", { region: "eu-west-1", allowedAccountIds: ["444455556666"] });
}

function build(...zones: readonly string[]): Record<string, unknown> {
    const network = new Network("net", { zones }, { providers: [provider()] });
    return { vpcId: network.vpcId };
}

describe("recordComponent", () => {
    it("returns the graph and the outputs of a component built in this process", async () => {
        const recording = await recordComponent(() => build("euw1-az1", "euw1-az2"), PLACE);
        assert.deepEqual(namesOf(recording), [
            `${SUBNET}::net-euw1-az1`,
            `${SUBNET}::net-euw1-az2`,
            `${VPC}::net-vpc`,
            "fixture:network:Network::net",
            "pulumi:providers:aws::home",
            "pulumi:pulumi:Stack::fixture-test",
        ]);
        const vpc = one(recording, VPC);
        assert.equal(recording.outputs["vpcId"], vpc.id);
        assert.equal(inputsOf(recording, SUBNET, "net-euw1-az2")["cidrBlock"], "10.0.1.0/24");
        const subnet = one(recording, SUBNET, "net-euw1-az1");
        assert.deepEqual(recording.graph.refs(subnet, "vpcId", [VPC]).found, [recording.graph.get(vpc.urn)]);
    });

    it("keeps recordings apart when it is repeated, in either mode", async () => {
        const counts: unknown[] = [];
        const ids: unknown[] = [];
        for (const unknown of [false, true, false]) {
            for (const zones of [["euw1-az1"], ["euw1-az1", "euw1-az2", "euw1-az3"]]) {
                const recording = await recordComponent(() => build(...zones), { ...PLACE, unknown });
                counts.push(countByType(recording)[SUBNET]);
                ids.push(one(recording, VPC).id);
            }
        }
        assert.deepEqual(counts, [1, 3, 1, 3, 1, 3]);
        assert.deepEqual(ids.slice(0, 4), [ids[0], ids[0], UNKNOWN, UNKNOWN]);
        assert.match(String(ids[0]), /^vpc-[0-9a-f]{17}$/);
    });

    it("waits for resources that depend on resolved outputs, and runs no apply on unknown ones", async () => {
        const seen: string[] = [];
        const chain = (): void => {
            const opts = { provider: provider() };
            const first = new aws.ec2.Vpc("first", { cidrBlock: "10.0.0.0/16" }, opts);
            first.id.apply((id) =>
                new aws.ec2.Subnet("late", { vpcId: id, cidrBlock: "10.0.0.0/24" }, opts).id.apply((s) => seen.push(s)),
            );
        };
        const known = await recordComponent(chain, PLACE);
        assert.deepEqual(seen, [one(known, SUBNET, "late").id]);
        const unknown = await recordComponent(chain, { ...PLACE, unknown: true });
        assert.equal(countByType(unknown)[SUBNET], undefined);
    });

    it("hands over configuration, and forgets it afterwards", async () => {
        const read = (): unknown => ({ owner: new pulumi.Config().get("owner") ?? "nobody" });
        const first = await recordComponent(read, { ...PLACE, config: { "fixture:owner": "alice" } });
        const second = await recordComponent(read, PLACE);
        assert.deepEqual([first.outputs, second.outputs], [{ owner: "alice" }, { owner: "nobody" }]);
    });

    const fails = (name: string, body: () => unknown, expected: readonly string[], config = {}): void => {
        it(`fails for ${name}`, async () => {
            await assert.rejects(recordComponent(body, { ...PLACE, config }), (error: unknown) => {
                assert.ok(error instanceof RecordingFailed);
                assert.deepEqual(error.message.split("\n"), expected);
                assert.equal(error.recording.failed, true);
                return true;
            });
            // The mistake of one recording must not reach the next.
            const next = await recordComponent(() => build("euw1-az1"), PLACE);
            assert.equal(countByType(next)[SUBNET], 1);
        });
    };

    fails(
        "an error thrown at once",
        () => {
            throw new Error("thrown at once");
        },
        ["thrown at once"],
    );
    fails("a rejected build", () => Promise.reject(new Error("rejected")), ["rejected"]);
    fails(
        "an error thrown in apply",
        () => {
            new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider: provider() }).id.apply(() => {
                throw new Error("lost in apply");
            });
        },
        ["lost in apply"],
    );
    fails(
        "a resource without provider where the default one is disabled",
        () => void new aws.ec2.Vpc("stray", { cidrBlock: "10.0.0.0/16" }),
        [
            `Resource "stray" (${VPC}) names no provider, and the stack disables the default one: ` +
                "pass { provider } or a parent that has it, so that it cannot land in another account.",
        ],
        { "pulumi:disable-default-providers": '["aws"]' },
    );
    fails("an error logged by the program", () => void pulumi.log.error("this stack is broken"), [
        "this stack is broken",
    ]);

    it("leaves the process's listeners as they were", async () => {
        const before = ["unhandledRejection", "uncaughtException"].map((event) =>
            process.listeners(event as "uncaughtException"),
        );
        await recordComponent(() => build("euw1-az1"), PLACE);
        const after = ["unhandledRejection", "uncaughtException"].map((event) =>
            process.listeners(event as "uncaughtException"),
        );
        assert.deepEqual(after, before);
    });
});

describe("one", () => {
    it("names what is there when it does not find exactly one", async () => {
        const recording = await recordComponent(() => build("euw1-az1", "euw1-az2"), PLACE);
        assert.throws(() => one(recording, SUBNET), {
            message: `expected one ${SUBNET}, found: net-euw1-az1, net-euw1-az2`,
        });
        assert.throws(() => one(recording, VPC, "other"), {
            message: `expected one ${VPC} named other, found: net-vpc`,
        });
        assert.throws(() => one(recording, "aws:kms/key:Key"), {
            message: "expected one aws:kms/key:Key, found: none",
        });
    });
});
