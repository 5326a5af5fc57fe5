import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { changed, good, table } from "./cases";

const set = (path: string, value: unknown): Sketch[] => changed("P67", "presign", path, value);
const outside = [
    "violation: Function presign: vpcConfig is not set, so it runs outside any VPC. Name subnets and security groups, or the function in functionsOutsideVpc with the reason.",
];
const key = (found: string): string[] => [
    `violation: Function presign: kmsKeyArn is ${found}. Set it to a customer managed key now: it encrypts the environment variables.`,
];
const tracing = (found: string): string[] => [
    `violation: Function presign: tracingConfig.mode is ${found}. Set it to "Active".`,
];
const runtime = (found: string): string[] => [
    `violation: Function presign: runtime is ${found}, which is not in supportedRuntimes. Use a newer one.`,
];

describe("P67 lambda-function-in-vpc", () => {
    table("P67", [
        ["inside, up to date, encrypted, traced", good("P67"), []],
        ["outside", set("vpcConfig", undefined), outside],
        ["without subnets", set("vpcConfig.subnetIds", []), outside],
        [
            "on a capacity provider",
            set("vpcConfig", undefined).map((each) => ({
                ...each,
                props: { ...each.props, capacityProviderConfig: {} },
            })),
            [],
        ],
        ["an old runtime", set("runtime", "nodejs18.x"), runtime('"nodejs18.x"')],
        ["a runtime nobody knows", set("runtime", "cobol85"), runtime("set to something else")],
        ["no runtime, which Lambda refuses", set("runtime", undefined), []],
        [
            "an image",
            set("packageType", "Image").map((each) => ({ ...each, props: { ...each.props, runtime: undefined } })),
            [],
        ],
        ["no key", set("kmsKeyArn", undefined), key("not set")],
        [
            "AWS's key",
            set("kmsKeyArn", "arn:aws:kms:eu-west-1:111122223333:alias/aws/lambda"),
            key("a key of AWS (alias/aws/…)"),
        ],
        ["no tracing", set("tracingConfig", undefined), tracing("not set, which means PassThrough")],
        ["passing traces through", set("tracingConfig.mode", "PassThrough"), tracing('"PassThrough"')],
    ]);

    describe("needs no key", () => {
        const keyless = (environment: unknown): Sketch[] =>
            set("kmsKeyArn", undefined).map((each) =>
                each.name === "presign" ? { ...each, props: { ...each.props, environment } } : each,
            );
        table("P67", [
            ["without environment", keyless(undefined), []],
            ["without variables", keyless({ variables: {} }), []],
            [
                "with variables it does, even while they are unknown",
                keyless({ variables: { TABLE: UNKNOWN } }),
                key("not set"),
            ],
            [
                "of variables nobody knows",
                keyless({ variables: UNKNOWN }),
                [
                    "undecided: Function presign: environment is not known yet; with variables the function must have a key in kmsKeyArn.",
                ],
            ],
        ]);
    });

    const named = (name: string, reason?: string): Record<string, unknown>[] => [{ name, reason }];
    const bare = set("vpcConfig", undefined);
    describe("functionsOutsideVpc", () => {
        table("P67", [["admits with a reason", bare, []]], { functionsOutsideVpc: named("pre.*", "calls nothing") });
        table("P67", [["needs the whole name", bare, outside]], { functionsOutsideVpc: named("pre", "calls nothing") });
        table(
            "P67",
            [
                [
                    "needs a reason",
                    bare,
                    [
                        "violation: Function presign: functionsOutsideVpc names it, but the entry has no reason. Give it, or remove the entry.",
                        ...outside,
                    ],
                ],
            ],
            { functionsOutsideVpc: named("presign") },
        );
        table("P67", [["says nothing of others", good("P67"), []]], { functionsOutsideVpc: named("other") });
    });
    describe("functionsUnderAwsKey", () => {
        const stack = set("kmsKeyArn", undefined);
        table("P67", [["admits with a reason", stack, []]], { functionsUnderAwsKey: named("presign", "no secrets") });
        table(
            "P67",
            [
                [
                    "needs a reason",
                    stack,
                    [
                        "violation: Function presign: functionsUnderAwsKey names it, but the entry has no reason. Give it, or remove the entry.",
                        ...key("not set"),
                    ],
                ],
            ],
            { functionsUnderAwsKey: named("presign", "") },
        );
    });
    table("P67", [["takes the runtimes of supportedRuntimes", set("runtime", "nodejs26.x"), []]], {
        supportedRuntimes: ["nodejs26.x"],
    });

    isUndecidedWithout(
        "P67",
        [
            ["presign", "vpcConfig"],
            ["presign", "vpcConfig.subnetIds"],
            ["presign", "runtime"],
            ["presign", "kmsKeyArn"],
            ["presign", "tracingConfig"],
            ["presign", "tracingConfig.mode"],
        ],
        good("P67"),
    );

    it("takes unknown subnets and keys of the stack as given", () => {
        assert.deepEqual(verdict("P67", set("vpcConfig.subnetIds", ref("private")), {}, "unknown"), []);
        assert.deepEqual(verdict("P67", set("vpcConfig.subnetIds", ref("key")), {}, "unknown"), [
            "undecided: Function presign: vpcConfig is not known yet; it must name subnets.",
        ]);
    });
});
