import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

describe("P50 sagemaker-domain-multi-az", () => {
    const few = (subnets: string, zones: string, minimum = 2): string[] => [
        `violation: Domain domain: its subnets (${subnets}) lie in ${zones}. Add subnets in other zones until there are ${minimum}.`,
    ];
    const open = (why: string, minimum = 2): string[] => [
        `undecided: Domain domain: ${why}, so whether it spans ${minimum} zones cannot be told.`,
    ];
    const zoneOf = (name: string, key: string, value: unknown): Sketch[] =>
        change(change(cleanStack(), name, "availabilityZone", undefined), name, key, value);

    for (const ids of ["known", "unknown"] as const) {
        const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
            ["two zones", cleanStack(), []],
            ["one subnet", change(cleanStack(), "domain", "subnetIds", [ref("subnet-a")]), few("subnet-a", "1 zone")],
            [
                "two subnets in one zone",
                zoneOf("subnet-b", "availabilityZone", "eu-west-1a"),
                few("subnet-a, subnet-b", "1 zone"),
            ],
            [
                "by zone id",
                ["subnet-a", "subnet-b"].reduce(
                    (stack, name, index) =>
                        change(
                            change(stack, name, "availabilityZone", undefined),
                            name,
                            "availabilityZoneId",
                            `euw1-az${index}`,
                        ),
                    cleanStack(),
                ),
                [],
            ],
            [
                "a name and an id may be one zone",
                zoneOf("subnet-b", "availabilityZoneId", "euw1-az1"),
                open("the zone of Subnet subnet-b is not known"),
            ],
            [
                "a zone that is not known",
                zoneOf("subnet-b", "availabilityZone", UNKNOWN),
                open("the zone of Subnet subnet-b is not known"),
            ],
            [
                "a zone that is not set",
                zoneOf("subnet-b", "availabilityZone", undefined),
                open("the zone of Subnet subnet-b is not known"),
            ],
            [
                "a subnet made elsewhere",
                change(cleanStack(), "domain", "subnetIds", [ref("subnet-a"), "subnet-far"]),
                open("subnet subnet-far is not defined in this stack"),
            ],
            [
                "no subnets",
                change(cleanStack(), "domain", "subnetIds", []),
                ["violation: Domain domain: names no subnet. Add subnets in other zones until there are 2."],
            ],
        ];
        for (const [what, stack, expected] of cases) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(verdict("P50", stack, {}, ids), expected));
        }
    }

    it("the configuration says how many", () => {
        assert.deepEqual(verdict("P50", cleanStack(), { minimumZones: 3 }), few("subnet-a, subnet-b", "2 zones", 3));
        const one = change(cleanStack(), "domain", "subnetIds", [ref("subnet-a")]);
        assert.deepEqual(verdict("P50", one, { minimumZones: 1 }), []);
    });

    it("two domains are judged apart", () => {
        const second: Sketch = {
            type: "aws:sagemaker/domain:Domain",
            name: "second",
            props: { vpcId: ref("studio"), subnetIds: [ref("subnet-b")] },
        };
        assert.deepEqual(verdict("P50", [...cleanStack(), second]), [
            "violation: Domain second: its subnets (subnet-b) lie in 1 zone. Add subnets in other zones until there are 2.",
        ]);
    });

    isUndecidedWithout("P50", [
        ["domain", "subnetIds"],
        ["subnet-a", "availabilityZone"],
    ]);
});

describe("P55 vpc-flow-logs-enabled", () => {
    const log = (path: string, value: unknown): Sketch[] => change(cleanStack(), "flow-log", path, value);
    const none = ['violation: Vpc studio: has no flow log. Add one with trafficType "ALL".'];
    const partly = (found: string): string[] => [
        `violation: FlowLog flow-log: trafficType is ${found}. Set it to "ALL".`,
    ];
    const endless = (found: string): string[] => [
        `violation: LogGroup flow-log-group: retentionInDays is ${found}, so FlowLog flow-log is kept for ever. Set a number of days.`,
    ];
    const untold = (why: string): string[] => [
        `undecided: FlowLog flow-log: ${why}, so how long the log is kept cannot be told.`,
    ];
    for (const ids of ["known", "unknown"] as const) {
        const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
            ["no flow log", without(cleanStack(), "flow-log"), none],
            ["rejected traffic only", log("trafficType", "REJECT"), partly('"REJECT"')],
            ["accepted traffic only", log("trafficType", "ACCEPT"), partly('"ACCEPT"')],
            ["no traffic type", log("trafficType", undefined), partly("not set")],
            ["a subnet's flow log", change(log("vpcId", undefined), "flow-log", "subnetId", ref("subnet-a")), none],
            ["the flow log of another VPC", log("vpcId", "vpc-far"), none],
            ["kept for ever", change(cleanStack(), "flow-log-group", "retentionInDays", 0), endless("0")],
            [
                "retention absent",
                change(cleanStack(), "flow-log-group", "retentionInDays", undefined),
                endless("not set"),
            ],
            [
                "a bucket",
                change(log("logDestinationType", "s3"), "flow-log", "logDestination", "arn:aws:s3:::logs"),
                [],
            ],
            [
                "a group made elsewhere",
                log("logDestination", "arn:aws:logs:eu-west-1:1:log-group:far"),
                untold("its log group is not defined in this stack"),
            ],
            ["no group", log("logDestination", undefined), untold("it names no log group")],
            [
                "rejected traffic beside all traffic",
                [
                    ...cleanStack(),
                    {
                        type: "aws:ec2/flowLog:FlowLog",
                        name: "rejected",
                        props: { vpcId: ref("studio"), trafficType: "REJECT" },
                    },
                ],
                [],
            ],
            [
                "a second VPC",
                [...cleanStack(), { type: "aws:ec2/vpc:Vpc", name: "second", props: { cidrBlock: "10.1.0.0/16" } }],
                none.map((said) => said.replace("studio", "second")),
            ],
        ];
        for (const [what, stack, expected] of cases) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(verdict("P55", stack, {}, ids), expected));
        }
    }

    isUndecidedWithout("P55", [
        ["flow-log", "vpcId"],
        ["flow-log", "trafficType"],
        ["flow-log", "logDestinationType"],
        ["flow-log-group", "retentionInDays"],
    ]);
});

describe("P56 vpc-default-security-group-closed", () => {
    const open = [
        "violation: Vpc studio: its default security group keeps AWS's rules. Adopt it as DefaultSecurityGroup without rules.",
    ];
    const says = (text: string): string[] => [`violation: DefaultSecurityGroup default-group: ${text}`];
    const inline = { protocol: "-1", self: true };
    for (const ids of ["known", "unknown"] as const) {
        const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
            ["not adopted", without(cleanStack(), "default-group"), open],
            ["of another VPC", change(cleanStack(), "default-group", "vpcId", "vpc-far"), open],
            [
                "without lists, which is without rules",
                change(
                    change(cleanStack(), "default-group", "ingress", undefined),
                    "default-group",
                    "egress",
                    undefined,
                ),
                [],
            ],
            [
                "inline ingress",
                change(cleanStack(), "default-group", "ingress", [inline]),
                says("has inline ingress rules. Remove them."),
            ],
            [
                "inline egress",
                change(cleanStack(), "default-group", "egress", [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }]),
                says("has inline egress rules. Remove them."),
            ],
            [
                "a separate rule",
                [
                    ...cleanStack(),
                    {
                        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                        name: "added",
                        props: { securityGroupId: ref("default-group"), ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
                    },
                ],
                says("has the egress rule SecurityGroupEgressRule added. Remove it, or give it to a group of its own."),
            ],
            [
                "the older rule resource",
                [
                    ...cleanStack(),
                    {
                        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                        name: "added",
                        props: {
                            type: "ingress",
                            securityGroupId: ref("default-group"),
                            protocol: "tcp",
                            fromPort: 1,
                            toPort: 2,
                            self: true,
                        },
                    },
                ],
                says("has the ingress rule SecurityGroupRule added. Remove it, or give it to a group of its own."),
            ],
            [
                "a second VPC, with a notebook",
                [
                    ...cleanStack(),
                    { type: "aws:ec2/vpc:Vpc", name: "second", props: {} },
                    { type: "aws:ec2/subnet:Subnet", name: "far", props: { vpcId: ref("second") } },
                    {
                        type: "aws:sagemaker/notebookInstance:NotebookInstance",
                        name: "notebook",
                        props: { subnetId: ref("far") },
                    },
                ],
                open.map((said) => said.replace("studio", "second")),
            ],
        ];
        for (const [what, stack, expected] of cases) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(verdict("P56", stack, {}, ids), expected));
        }
    }

    isUndecidedWithout("P56", [
        ["default-group", "vpcId"],
        ["default-group", "ingress"],
        ["default-group", "egress"],
        ["endpoints-https", "securityGroupId"],
    ]);
});
