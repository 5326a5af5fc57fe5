import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { changed, good, table } from "./cases";

const SOURCE = "arn:aws:events:eu-west-1:111122223333:rule/started";
const call = (props: Record<string, unknown>): Sketch[] =>
    changed("P68", "call", "sourceArn", undefined).map((each) =>
        each.name === "call" ? { ...each, props: { ...each.props, ...props } } : each,
    );
const open = [
    "violation: Permission call: neither sourceArn nor sourceAccount limits the service to one source. Set the ARN of the resource that calls.",
];
const everybody = [
    'violation: Permission call: principal is "*": everybody may call the function. Name an account, role or service.',
];

describe("P68 lambda-permission-source-restricted", () => {
    table("P68", [
        ["a source", good("P68"), []],
        ["a source by ARN", call({ sourceArn: SOURCE }), []],
        ["every rule of an account", call({ sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/*" }), []],
        ["a bucket, which has no account", call({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::data" }), []],
        ["every bucket", call({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" }), open],
        ["every account", call({ sourceArn: "arn:aws:events:*:*:rule/started" }), open],
        ["accounts by pattern", call({ sourceArn: "arn:aws:events:eu-west-1:1111*:rule/started" }), open],
        ["everything", call({ sourceArn: "*" }), open],
        ["an account", call({ sourceAccount: "111122223333" }), []],
        [
            "every account's, of one account",
            call({ sourceArn: "arn:aws:events:*:*:rule/*", sourceAccount: "111122223333" }),
            [],
        ],
        ["neither", call({}), open],
        ["empty", call({ sourceArn: "", sourceAccount: "" }), open],
        ["a service of China", call({ principal: "apigateway.amazonaws.com.cn" }), open],
        ["a skill of Alexa", call({ principal: "alexa-appkit.amazon.com", eventSourceToken: "amzn1.ask.skill.1" }), []],
        ["any skill of Alexa", call({ principal: "alexa-appkit.amazon.com" }), open],
        ["a role", call({ principal: "arn:aws:iam::111122223333:role/caller" }), []],
        ["another account", call({ principal: "444455556666" }), []],
        ["everybody", call({ principal: "*" }), everybody],
        ["everybody from a source", call({ principal: "*", sourceArn: SOURCE }), everybody],
        ["everybody of the organization", call({ principal: "*", principalOrgId: "o-a1b2c3d4e5" }), []],
        [
            "everybody of nobody knows what",
            call({ principal: "*", principalOrgId: UNKNOWN }),
            ['undecided: Permission call: principal is "*", and principalOrgId, which limits it, is not known yet.'],
        ],
    ]);
    isUndecidedWithout(
        "P68",
        [
            ["call", "principal"],
            ["call", "sourceArn"],
        ],
        good("P68"),
    );
    isUndecidedWithout("P68", [["call", "sourceAccount"]], call({ sourceAccount: "111122223333" }));
    isUndecidedWithout("P68", [["call", "eventSourceToken"]], call({ eventSourceToken: "a" }));

    it("takes unknown principals and sources of the stack as given", () => {
        const role = { type: "aws:iam/role:Role", name: "caller", props: {} };
        const stack = [role, ...call({ principal: ref("caller", "arn") })];
        assert.deepEqual(verdict("P68", stack, {}, "unknown"), []);
        assert.deepEqual(verdict("P68", good("P68"), {}, "unknown"), []);
    });
});
