import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { changed, good, table } from "./cases";

const ENDPOINT = "vpce-0a1b2c3d4e5f60718";
const DENY = {
    Effect: "Deny",
    Principal: "*",
    Action: "execute-api:Invoke",
    Resource: "execute-api:/*",
    Condition: { StringNotEquals: { "aws:SourceVpce": ENDPOINT } },
};
const ALLOW = { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" };
const ARN = "arn:aws:execute-api:eu-west-1:111122223333:abc";

const text = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
const withPolicy = (...statements: readonly object[]): Sketch[] =>
    changed("P64", "portal", "policy", text(...statements));

const FIX =
    "Add a Deny of execute-api:Invoke for every principal with StringNotEquals on aws:SourceVpce, beside what it allows.";
const open = [`violation: RestApi portal: policy does not deny what comes through other VPC endpoints. ${FIX}`];
const types = "endpointConfiguration.types";
const ids = "endpointConfiguration.vpcEndpointIds";

describe("P64 apigateway-rest-api-private", () => {
    const isOfType = (found: string): string[] => [
        `violation: RestApi portal: ${types} is ${found}. Set it to "PRIVATE".`,
    ];
    const noEndpoints = [
        `violation: RestApi portal: ${ids} is not set. Name the endpoints of execute-api that people come through.`,
    ];
    table("P64", [
        ["private", good("P64"), []],
        ["private, as a list", changed("P64", "portal", types, ["PRIVATE"]), []],
        ["in a Region", changed("P64", "portal", types, "REGIONAL"), isOfType('"REGIONAL"')],
        ["as list", changed("P64", "portal", types, ["PRIVATE", "EDGE"]), isOfType('"EDGE"')],
        ["a type nobody knows", changed("P64", "portal", types, "hidden"), isOfType("set to something else")],
        ["absent", changed("P64", "portal", "endpointConfiguration", undefined), isOfType("not set, which means EDGE")],
        ["null", changed("P64", "portal", "endpointConfiguration", null), isOfType("not set, which means EDGE")],
        ["no endpoints", changed("P64", "portal", ids, []), noEndpoints],
        ["endpoints absent", changed("P64", "portal", ids, undefined), noEndpoints],
        [
            "an HTTP API",
            [{ type: "aws:apigatewayv2/api:Api", name: "http", props: { protocolType: "HTTP" } }],
            ["violation: Api http: HTTP and WebSocket APIs are always public. Use a private REST API."],
        ],
        [
            "no policy",
            changed("P64", "portal", "policy", undefined),
            [`violation: RestApi portal: policy is not set. ${FIX}`],
        ],
        [
            "no policy document",
            changed("P64", "portal", "policy", "none"),
            [
                "undecided: RestApi portal: portal is no policy document (the text is not JSON), so from where it can be called cannot be told.",
            ],
        ],
    ]);

    describe("the policy", () => {
        const with_ = (extra: object): object => ({ ...DENY, ...extra });
        table("P64", [
            [
                "a Deny of a VPC",
                withPolicy(with_({ Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } }), ALLOW),
                [],
            ],
            [
                "a Deny with the ARN",
                withPolicy(with_({ Resource: `${ARN}/*` }), { ...ALLOW, Resource: `${ARN}/live/GET/` }),
                [],
            ],
            ["a Deny of every action and resource", withPolicy(with_({ Action: "*", Resource: "*" }), ALLOW), []],
            [
                "a Deny of one stage, which alone is allowed",
                withPolicy(with_({ Resource: "execute-api:/live/*/*" }), { ...ALLOW, Resource: "execute-api:/live/*" }),
                [],
            ],
            ["a Deny of one stage of two", withPolicy(with_({ Resource: "execute-api:/live/*" }), ALLOW), open],
            [
                "two Denies of a stage each",
                withPolicy(with_({ Resource: "execute-api:/a/*" }), with_({ Resource: "execute-api:/b/*" }), {
                    ...ALLOW,
                    Resource: ["execute-api:/a/*", "execute-api:/b/*"],
                }),
                [],
            ],
            ["everybody as AWS principal", withPolicy(with_({ Principal: { AWS: "*" } }), ALLOW), []],
            ["a Deny of one account", withPolicy(with_({ Principal: { AWS: "111122223333" } }), ALLOW), open],
            ["a Deny of another action", withPolicy(with_({ Action: "execute-api:ManageConnections" }), ALLOW), open],
            [
                "a Deny of all but a resource",
                withPolicy({ ...DENY, Resource: undefined, NotResource: "execute-api:/live/*" }, ALLOW),
                open,
            ],
            [
                "a Deny of any endpoint there is",
                withPolicy(with_({ Condition: { StringNotLike: { "aws:SourceVpce": "vpce-*" } } }), ALLOW),
                open,
            ],
            [
                "a Deny with a further condition",
                withPolicy(
                    with_({
                        Condition: { StringNotEquals: { "aws:SourceVpce": ENDPOINT, "aws:PrincipalTag/a": "b" } },
                    }),
                    ALLOW,
                ),
                open,
            ],
            [
                "a condition on the Allow alone",
                withPolicy({ ...ALLOW, Condition: { StringEquals: { "aws:SourceVpce": ENDPOINT } } }),
                open,
            ],
            ["an Allow alone", withPolicy(ALLOW), open],
        ]);
    });

    describe("a separate RestApiPolicy", () => {
        const separate = (policy: unknown, restApiId: unknown = ref("portal")): Sketch[] => [
            ...changed("P64", "portal", "policy", undefined),
            { type: "aws:apigateway/restApiPolicy:RestApiPolicy", name: "policy", props: { restApiId, policy } },
        ];
        table("P64", [
            ["counts", separate(text(DENY, ALLOW)), []],
            ["is told of", separate(text(ALLOW)), [open[0]?.replace("RestApi portal", "RestApiPolicy policy") ?? ""]],
            [
                "of another API does not",
                separate(text(DENY, ALLOW), "other"),
                [`violation: RestApi portal: policy is not set. ${FIX}`],
            ],
            [
                "of an API nobody knows yet",
                separate(text(DENY, ALLOW), UNKNOWN),
                [
                    "undecided: RestApi portal: policy is not set, and which API RestApiPolicy policy is for is not known yet.",
                ],
            ],
        ]);
    });

    describe("an OpenAPI document", () => {
        const body = (document: unknown): Sketch[] => {
            const stack = changed("P64", "portal", "policy", undefined);
            return stack.map((each) => ({
                ...each,
                props: {
                    ...each.props,
                    endpointConfiguration: { types: "PRIVATE" },
                    body: typeof document === "string" ? document : JSON.stringify(document),
                },
            }));
        };
        const policy = { Version: "2012-10-17", Statement: [DENY, ALLOW] };
        const endpoints = { "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: [ENDPOINT] } };
        table("P64", [
            ["gives endpoints and policy", body({ "x-amazon-apigateway-policy": policy, servers: [endpoints] }), []],
            ["of version 2", body({ "x-amazon-apigateway-policy": policy, ...endpoints }), []],
            [
                "gives none",
                body({ openapi: "3.0.1" }),
                [...noEndpoints, `violation: RestApi portal: policy is not set. ${FIX}`],
            ],
            [
                "in YAML",
                body("openapi: 3.0.1"),
                [
                    `undecided: RestApi portal: ${ids} cannot be read; it must name the endpoints people come through.`,
                    "undecided: RestApi portal: policy is not set, and body cannot be read, which may hold it.",
                ],
            ],
        ]);
    });

    isUndecidedWithout(
        "P64",
        [
            ["portal", "endpointConfiguration"],
            ["portal", types],
            ["portal", ids],
            ["portal", "policy"],
        ],
        good("P64"),
    );

    it("takes an unknown list of endpoints of the stack as given", () => {
        const endpoint = { type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "endpoint", props: {} };
        const stack = [endpoint, ...changed("P64", "portal", ids, ref("endpoint"))];
        assert.deepEqual(verdict("P64", stack, {}, "unknown"), []);
    });
});
