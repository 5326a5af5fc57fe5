import { strict as assert } from "node:assert";

import { ResourceGraph, SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { readEngineState } from "../../../preflight/read/state";

const SECRET_VALUE = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
const NOT_YET = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const urn = (type: string, name: string): string => `urn:pulumi:dev::p::${type}::${name}`;
const STACK = {
    urn: urn("pulumi:pulumi:Stack", "p-dev"),
    custom: false,
    type: "pulumi:pulumi:Stack",
    outputs: { vpcId: "vpc-1" },
};
const VPC = {
    urn: urn("aws:ec2/vpc:Vpc", "vpc"),
    custom: true,
    id: "vpc-1",
    type: "aws:ec2/vpc:Vpc",
    inputs: { cidrBlock: "10.0.0.0/16", tags: { secret: SECRET_VALUE } },
    outputs: { cidrBlock: "10.0.0.0/16", arn: "arn:vpc", tags: SECRET_VALUE },
    parent: STACK.urn,
    provider: `${urn("pulumi:providers:aws", "aws")}::1234`,
    protect: true,
    dependencies: [],
    propertyDependencies: { cidrBlock: null },
};
const SUBNET = {
    urn: urn("aws:ec2/subnet:Subnet", "subnet"),
    custom: true,
    type: "aws:ec2/subnet:Subnet",
    inputs: { vpcId: NOT_YET },
    dependencies: [VPC.urn],
    propertyDependencies: { vpcId: [VPC.urn] },
};

describe("readEngineState", () => {
    it("reads a stack export: ids, outputs, parents, providers; secrets stay secret", () => {
        const dying = { ...VPC, id: "vpc-0", delete: true };
        const text = JSON.stringify({ version: 3, deployment: { resources: [STACK, VPC, dying] } });
        const { resources, outputs, kind } = readEngineState(text, "state.json");
        assert.deepEqual([kind, outputs, resources.length], ["deployed stack", { vpcId: "vpc-1" }, 2]);
        assert.deepEqual(resources[1], {
            urn: VPC.urn,
            type: "aws:ec2/vpc:Vpc",
            name: "vpc",
            custom: true,
            id: "vpc-1",
            props: { cidrBlock: "10.0.0.0/16", arn: "arn:vpc", tags: { secret: SECRET } },
            parent: STACK.urn,
            provider: urn("pulumi:providers:aws", "aws"),
            protect: true,
            ignoreChanges: [],
            dependencies: [],
            propertyDependencies: { cidrBlock: [] },
        });
    });

    it("reads a preview: unknown ids through property dependencies, without what will be deleted", () => {
        const text = JSON.stringify({
            steps: [
                { op: "create", urn: STACK.urn, newState: STACK },
                { op: "same", urn: VPC.urn, oldState: VPC, newState: VPC },
                { op: "create", urn: SUBNET.urn, newState: SUBNET },
                { op: "delete", urn: urn("aws:ec2/eip:Eip", "gone"), oldState: {} },
            ],
        });
        const { resources, kind } = readEngineState(text, "preview.json");
        assert.deepEqual([kind, resources.map(({ name }) => name)], ["preview", ["p-dev", "vpc", "subnet"]]);
        const subnet = resources[2];
        assert.ok(subnet);
        assert.equal(subnet.id, UNKNOWN);
        const graph = new ResourceGraph(resources);
        const refs = graph.refs(subnet, "vpcId", ["aws:ec2/vpc:Vpc"]);
        assert.deepEqual([refs.found.map(({ name }) => name), refs.derived], [["vpc"], true]);
    });

    for (const [what, text, message] of [
        [
            "no JSON",
            "nope",
            'file.json is not JSON. Give what "pulumi stack export" or "pulumi preview --json" printed.',
        ],
        [
            "another JSON",
            "{}",
            'file.json is neither what "pulumi stack export" prints (deployment.resources) nor "pulumi preview --json" (steps).',
        ],
    ] as const) {
        it(`refuses ${what}`, () => assert.throws(() => readEngineState(text, "file.json"), { message }));
    }
});
