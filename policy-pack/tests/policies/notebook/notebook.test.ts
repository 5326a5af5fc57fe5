import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { policy, verdict } from "../verdict";

const BASE = { instanceType: "ml.t3.medium" };

function notebook(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/notebookInstance:NotebookInstance", name: "ann", props: { ...BASE, ...props } };
}

type Case = readonly [what: string, props: Record<string, unknown>, expected: readonly string[]];

/** Messages are expected without the resource's name. */
function table(id: string, cases: readonly Case[], options: Record<string, unknown> = {}): void {
    for (const [what, props, expected] of cases) {
        it(what, () => {
            const full = expected.map((message) => message.replace(": ", ": NotebookInstance ann: "));
            assert.deepEqual(verdict(id, [notebook(props)], options), full);
        });
    }
}

/** For a value that is not known yet and for a secret. */
function undecidedTable(id: string, props: (value: unknown) => Record<string, unknown>, ...expected: string[]): void {
    table(
        id,
        [UNKNOWN, SECRET].map((value): Case => [`cannot decide: ${String(value)}`, props(value), expected]),
    );
}

/** Repairs once; the second time there is nothing to do. */
function repairs(
    id: string,
    given: Record<string, unknown>,
    wanted: Record<string, unknown>,
    config: Record<string, unknown> = {},
): void {
    const props = { ...given };
    assert.equal(policy(id).remediate?.(props, config), true);
    assert.deepEqual(props, wanted);
    assert.equal(policy(id).remediate?.(props, config), false);
    assert.deepEqual(props, wanted);
}

function leaves(id: string, given: Record<string, unknown>, config: Record<string, unknown> = {}): void {
    const props = { ...given };
    assert.equal(policy(id).remediate?.(props, config), false);
    assert.deepEqual(props, given);
}

/** As Pulumi's proxy does at preview. */
function unreadable(key: string, more: Record<string, unknown> = {}): Record<string, unknown> {
    return Object.defineProperty({ ...more }, key, {
        enumerable: true,
        get: () => {
            throw new Error("unknown");
        },
    });
}

for (const [id, property] of [
    ["P19", "directInternetAccess"],
    ["P21", "rootAccess"],
] as const) {
    describe(`${id} ${policy(id).name}`, () => {
        const says = (found: string): string[] => [`violation: ${property} is ${found}. Set it to "Disabled".`];
        table(id, [
            ["off", { [property]: "Disabled" }, []],
            ["on", { [property]: "Enabled" }, says('"Enabled"')],
            ["absent: AWS's default is on", {}, says("not set, which means Enabled")],
            ["null", { [property]: null }, says("not set, which means Enabled")],
            ["a word AWS does not know is not printed", { [property]: "hunter2" }, says("set to something else")],
        ]);
        undecidedTable(
            id,
            (value) => ({ [property]: value }),
            `undecided: ${property} is not known yet; it must be Disabled.`,
        );
    });
}

describe("remediation of P19", () => {
    const network = { subnetId: "subnet-1", securityGroups: ["sg-1"] };

    it("turns direct access off in a notebook that has a network", () => {
        repairs("P19", network, { ...network, directInternetAccess: "Disabled" });
        repairs(
            "P19",
            { ...network, directInternetAccess: "Enabled" },
            { ...network, directInternetAccess: "Disabled" },
        );
    });

    it("does not make a notebook that SageMaker refuses", () => {
        leaves("P19", {});
        leaves("P19", { subnetId: "subnet-1" });
        leaves("P19", { subnetId: "subnet-1", securityGroups: [] });
        leaves("P19", { subnetId: "", securityGroups: ["sg-1"] });
    });

    it("takes a subnet whose id is not known yet for one, and leaves a switch alone that is not known yet", () => {
        const props = unreadable("subnetId", { securityGroups: ["sg-1"] });
        assert.equal(policy("P19").remediate?.(props, {}), true);
        assert.equal(props.directInternetAccess, "Disabled");
        assert.equal(policy("P19").remediate?.(unreadable("directInternetAccess", network), {}), false);
    });
});

describe("remediation of P21", () => {
    it("turns root access off, once", () => {
        repairs("P21", {}, { rootAccess: "Disabled" });
        repairs("P21", { rootAccess: "Enabled" }, { rootAccess: "Disabled" });
        assert.equal(policy("P21").remediate?.(unreadable("rootAccess"), {}), false);
    });
});

describe("P20 sagemaker-notebook-in-vpc", () => {
    const subnet = { subnetId: "subnet-1" };
    const groups = { securityGroups: ["sg-1"] };
    table("P20", [
        ["both", { ...subnet, ...groups }, []],
        ["no groups", subnet, ["violation: securityGroups is not set. Name at least one security group."]],
        [
            "an empty list of groups",
            { ...subnet, securityGroups: [] },
            ["violation: securityGroups is empty. Name at least one security group."],
        ],
        ["no subnet", groups, ["violation: subnetId is not set. Name a private subnet."]],
        ["an empty subnet", { ...groups, subnetId: "" }, ["violation: subnetId is empty. Name a private subnet."]],
        [
            "neither",
            {},
            [
                "violation: subnetId is not set. Name a private subnet.",
                "violation: securityGroups is not set. Name at least one security group.",
            ],
        ],
        ["groups with unknown ids are groups", { ...subnet, securityGroups: [UNKNOWN, UNKNOWN] }, []],
    ]);
    undecidedTable(
        "P20",
        (value) => ({ ...groups, subnetId: value }),
        "undecided: subnetId is not known yet; it must name a private subnet.",
    );
    undecidedTable(
        "P20",
        (value) => ({ ...subnet, securityGroups: value }),
        "undecided: securityGroups is not known yet; it must name at least one security group.",
    );

    it("takes an unknown id that comes from a subnet, or a group, of the stack for one", () => {
        const stack: Sketch[] = [
            { type: "aws:ec2/subnet:Subnet", name: "private", props: {} },
            { type: "aws:ec2/securityGroup:SecurityGroup", name: "notebooks", props: {} },
            { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
        ];
        const says = (props: Record<string, unknown>): string[] =>
            verdict("P20", [...stack, notebook(props)], {}, "unknown");
        assert.deepEqual(says({ subnetId: ref("private"), securityGroups: ref("notebooks") }), []);
        assert.deepEqual(says({ subnetId: ref("vpc", "other"), securityGroups: ref("private") }), [
            "undecided: NotebookInstance ann: subnetId is not known yet; it must name a private subnet.",
            "undecided: NotebookInstance ann: securityGroups is not known yet; it must name at least one security group.",
        ]);
    });
});

describe("P22 sagemaker-notebook-kms-key-configured", () => {
    const fix = "Set it to a customer managed key now: it cannot change later.";
    const aws = [`violation: kmsKeyId is a key of AWS (alias/aws/…). ${fix}`];
    table("P22", [
        ["a key's ARN", { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }, []],
        ["an own alias", { kmsKeyId: "alias/notebooks" }, []],
        ["absent", {}, [`violation: kmsKeyId is not set. ${fix}`]],
        ["AWS's alias", { kmsKeyId: "alias/aws/ebs" }, aws],
        ["AWS's alias as ARN", { kmsKeyId: "arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/ebs" }, aws],
    ]);
    undecidedTable(
        "P22",
        (value) => ({ kmsKeyId: value }),
        "undecided: kmsKeyId is not known yet; it must be a customer managed key.",
    );

    it("repairs only with a configured key", () => {
        leaves("P22", {}, { defaultKmsKeyArn: "" });
        repairs("P22", {}, { kmsKeyId: "arn:key" }, { defaultKmsKeyArn: "arn:key" });
        repairs("P22", { kmsKeyId: "alias/aws/ebs" }, { kmsKeyId: "arn:key" }, { defaultKmsKeyArn: "arn:key" });
        leaves("P22", { kmsKeyId: "alias/notebooks" }, { defaultKmsKeyArn: "arn:key" });
    });
});

describe("P23 sagemaker-notebook-imdsv2-required", () => {
    const path = "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion";
    const block = (version: unknown): Record<string, unknown> => ({
        instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: version },
    });
    const says = (found: string): string[] => [`violation: ${path} is ${found}. Set it to "2".`];
    table("P23", [
        ["version 2", block("2"), []],
        ["version 2 as a number", block(2), []],
        ["version 1", block("1"), says('"1"')],
        ["absent: AWS's default is 1", {}, says("not set, which means 1")],
        ["an empty block", { instanceMetadataServiceConfiguration: {} }, says("not set, which means 1")],
        ["no version", block("hunter2"), says("set to something else")],
    ]);
    const unclear = `undecided: ${path} is not known yet; it must be 2.`;
    undecidedTable("P23", block, unclear);
    undecidedTable("P23", (value) => ({ instanceMetadataServiceConfiguration: value }), unclear);

    it("repairs with and without a block, once", () => {
        repairs("P23", {}, block("2"));
        repairs("P23", block("1"), block("2"));
        assert.equal(policy("P23").remediate?.(unreadable("instanceMetadataServiceConfiguration"), {}), false);
    });
});

describe("P24 sagemaker-notebook-platform-supported", () => {
    const both = "Set it to one of notebook-al2-v3, notebook-al2023-v1.";
    const says = (found: string): string[] => [`violation: platformIdentifier is ${found}. ${both}`];
    table("P24", [
        ["absent: AWS's default is the newest", {}, []],
        ["Amazon Linux 2023", { platformIdentifier: "notebook-al2023-v1" }, []],
        ["the last of Amazon Linux 2", { platformIdentifier: "notebook-al2-v3" }, []],
        ["an older one", { platformIdentifier: "notebook-al2-v2" }, says('"notebook-al2-v2"')],
        ["Amazon Linux 1", { platformIdentifier: "notebook-al1-v1" }, says('"notebook-al1-v1"')],
        ["something else", { platformIdentifier: "hunter2" }, says("set to something else")],
    ]);
    undecidedTable(
        "P24",
        (value) => ({ platformIdentifier: value }),
        "undecided: platformIdentifier is not known yet; the platform must be a supported one.",
    );
    describe("with a list of the organisation's own", () => {
        table(
            "P24",
            [
                [
                    "absent",
                    {},
                    [
                        "violation: platformIdentifier is not set, which means notebook-al2023-v1. Set it to one of notebook-al3-v1.",
                    ],
                ],
                ["a newer one", { platformIdentifier: "notebook-al3-v1" }, []],
            ],
            { supportedPlatforms: ["notebook-al3-v1"] },
        );
    });
});
