import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, without } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { changed, good, remediate, table } from "./cases";

const bare =
    'violation: Stage live: has no MethodSettings for "*/*", so execution logging and throttling are off. Add them.';
const noLog = ["violation: Stage live: accessLogSettings is not set in full. Set destinationArn and format."];
const level = "settings.loggingLevel";
const noLevel = (found: string): string =>
    `violation: MethodSettings all: ${level} is ${found}. Set it to "ERROR" or "INFO".`;
const noLimit = (name: string, found: string): string =>
    `violation: MethodSettings all: settings.throttling${name}Limit is ${found}. Set a limit.`;
const trace =
    "violation: MethodSettings all: settings.dataTraceEnabled is true: whole requests and answers are logged, tokens too. Set it to false.";

describe("P65 apigateway-stage-logging-enabled", () => {
    const live = (path: string, value: unknown) => changed("P65", "live", path, value);
    const all = (path: string, value: unknown) => changed("P65", "all", path, value);
    table("P65", [
        ["everything on", good("P65"), []],
        ["no access log", live("accessLogSettings", undefined), noLog],
        ["an access log without format", live("accessLogSettings.format", ""), noLog],
        ["an access log without destination", live("accessLogSettings.destinationArn", undefined), noLog],
        [
            "no tracing",
            live("xrayTracingEnabled", false),
            ["violation: Stage live: xrayTracingEnabled is false. Set it to true."],
        ],
        [
            "tracing absent",
            live("xrayTracingEnabled", undefined),
            ["violation: Stage live: xrayTracingEnabled is not set, which means false. Set it to true."],
        ],
        ["no settings", without(good("P65"), "all"), [bare]],
        ["settings of another stage", all("stageName", "test"), [bare]],
        ["settings of another API", all("restApi", "other"), [bare]],
        ["level INFO", all(level, "INFO"), []],
        ["level OFF", all(level, "OFF"), [noLevel('"OFF"')]],
        ["level absent", all(level, undefined), [noLevel("not set, which means OFF")]],
        ["no rate", all("settings.throttlingRateLimit", undefined), [noLimit("Rate", "not set, which means no limit")]],
        ["rate off", all("settings.throttlingRateLimit", -1), [noLimit("Rate", "-1")]],
        ["no burst", all("settings.throttlingBurstLimit", -1), [noLimit("Burst", "-1")]],
        ["data trace", all("settings.dataTraceEnabled", true), [trace]],
        [
            "empty settings",
            all("settings", {}),
            [
                noLevel("not set, which means OFF"),
                noLimit("Rate", "not set, which means no limit"),
                noLimit("Burst", "not set, which means no limit"),
            ],
        ],
    ]);

    describe("settings for some methods", () => {
        const some = (settings: Record<string, unknown>, methodPath: unknown = "session/GET") => [
            ...good("P65"),
            {
                type: "aws:apigateway/methodSettings:MethodSettings",
                name: "some",
                props: { restApi: ref("portal"), stageName: "live", methodPath, settings },
            },
        ];
        const told = (message: string): string => message.replace(" all:", " some:");
        table("P65", [
            ["may say nothing", some({ metricsEnabled: true }), []],
            ["must not switch logging off", some({ loggingLevel: "OFF" }), [told(noLevel('"OFF"'))]],
            ["must not lift the limit", some({ throttlingRateLimit: -1 }), [told(noLimit("Rate", "-1"))]],
            ["must not trace data", some({ dataTraceEnabled: true }), [told(trace)]],
            [
                "may be for all while their path is unknown",
                some({ metricsEnabled: true }, UNKNOWN),
                ['undecided: MethodSettings some: methodPath is not known yet; for "*/*" more must be set.'],
            ],
        ]);
        it("are not enough alone", () => {
            const stack = without(some({ loggingLevel: "ERROR" }), "all");
            assert.deepEqual(verdict("P65", stack), [bare]);
        });
    });

    isUndecidedWithout(
        "P65",
        [
            ["live", "accessLogSettings"],
            ["live", "accessLogSettings.destinationArn"],
            ["live", "accessLogSettings.format"],
            ["live", "xrayTracingEnabled"],
            ["live", "restApi"],
            ["live", "stageName"],
            ["all", "restApi"],
            ["all", "stageName"],
            ["all", "methodPath"],
            ["all", "settings"],
            ["all", level],
            ["all", "settings.throttlingRateLimit"],
            ["all", "settings.throttlingBurstLimit"],
            ["all", "settings.dataTraceEnabled"],
        ],
        good("P65"),
    );

    it("repairs tracing and data traces, once", () => {
        const stage: Record<string, unknown> = { stageName: "live" };
        assert.equal(remediate("P65", stage), true);
        assert.deepEqual(stage, { stageName: "live", xrayTracingEnabled: true });
        assert.equal(remediate("P65", stage), false);
        const settings = { methodPath: "*/*", settings: { dataTraceEnabled: true } };
        assert.equal(remediate("P65", settings), true);
        assert.deepEqual(settings, { methodPath: "*/*", settings: { dataTraceEnabled: false } });
        assert.equal(remediate("P65", settings), false);
    });
});
