import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { changed, good, table } from "./cases";

const FIX = "Set AWS_IAM, or COGNITO_USER_POOLS or CUSTOM with an authorizer.";
const open = (found = '"NONE"'): string[] => [
    `violation: Method open: authorization is ${found}: anybody may call it. ${FIX}`,
];
const maybe = [
    "undecided: Method open: authorization is NONE; whether its API is private and its integration MOCK is not known yet.",
];

/** The method without authorization, called by `httpMethod`. */
const none = (httpMethod: unknown = "GET"): Sketch[] =>
    change(changed("P66", "open", "authorization", "NONE"), "open", "httpMethod", httpMethod);

const answeredBy = (type: unknown, extra: Record<string, unknown> = {}): Sketch[] => [
    ...none(),
    {
        type: "aws:apigateway/integration:Integration",
        name: "answer",
        props: { restApi: ref("portal"), resourceId: ref("session"), httpMethod: "GET", type, ...extra },
    },
];

describe("P66 apigateway-method-authorization-required", () => {
    table("P66", [
        ["IAM", good("P66"), []],
        ["a user pool", changed("P66", "open", "authorization", "COGNITO_USER_POOLS"), []],
        ["none", none(), open()],
        ["absent", changed("P66", "open", "authorization", undefined), open("not set")],
        ["none for POST", none("POST"), open()],
        ["none for preflight requests", none("OPTIONS"), []],
        ["an API key is no authorization", change(none(), "open", "apiKeyRequired", true), open()],
        ["a page API Gateway answers with", answeredBy("MOCK"), []],
        [
            "a page of a public API",
            change(answeredBy("MOCK"), "portal", "endpointConfiguration.types", "REGIONAL"),
            open(),
        ],
        [
            "a page of an API made elsewhere",
            change(answeredBy("MOCK", { restApi: "other" }), "open", "restApi", "other"),
            maybe,
        ],
        ["a function's answer", answeredBy("AWS_PROXY"), open()],
        ["an answer on another path", answeredBy("MOCK", { resourceId: "root" }), open()],
        ["an answer to another method", answeredBy("MOCK", { httpMethod: "POST" }), open()],
        ["an integration of nobody knows what", answeredBy(UNKNOWN), maybe],
        ["an integration of nobody knows which path", answeredBy("MOCK", { resourceId: UNKNOWN }), maybe],
        [
            "none, for a method nobody knows",
            none(UNKNOWN),
            [
                "undecided: Method open: authorization is NONE, and httpMethod, of which OPTIONS may have it, is not known.",
            ],
        ],
    ]);
    isUndecidedWithout("P66", [["open", "authorization"]], good("P66"));

    it("finds the integration by references alone", () => {
        const stack = answeredBy("MOCK");
        assert.deepEqual(verdict("P66", stack, {}, "unknown"), []);
        assert.deepEqual(verdict("P66", answeredBy("AWS_PROXY"), {}, "unknown"), open());
    });

    describe("openMethods", () => {
        const entry = { name: "op.n", reason: "a page" };
        table(
            "P66",
            [
                ["opens a GET method of a private API", answeredBy("AWS_PROXY"), []],
                ["opens no POST", none("POST"), open()],
                ["opens no public API", change(none(), "portal", "endpointConfiguration.types", "EDGE"), open()],
                ["waits for the API's type", change(none(), "portal", "endpointConfiguration.types", UNKNOWN), maybe],
            ],
            { openMethods: [entry] },
        );
        const problem = (text: string): string => `violation: Method open: openMethods names it, but ${text}`;
        table("P66", [["needs the whole name", none(), open()]], { openMethods: [{ ...entry, name: "pen" }] });
        table(
            "P66",
            [
                [
                    "needs a reason",
                    none(),
                    [problem("the entry has no reason. Give it, or remove the entry."), ...open()],
                ],
            ],
            { openMethods: [{ name: "open", reason: " " }] },
        );
        table(
            "P66",
            [
                [
                    "needs a pattern",
                    none(),
                    [problem("the entry's name is no regular expression. Correct it, or remove the entry."), ...open()],
                ],
            ],
            { openMethods: [{ name: "(", reason: "a page" }] },
        );
    });

    describe("routes", () => {
        const route = (routeKey: unknown, authorizationType: unknown, protocolType: unknown = "HTTP"): Sketch[] => [
            { type: "aws:apigatewayv2/api:Api", name: "api", props: { protocolType } },
            {
                type: "aws:apigatewayv2/route:Route",
                name: "route",
                props: { apiId: ref("api"), routeKey, authorizationType },
            },
        ];
        const fix = "Set JWT or CUSTOM with an authorizer, or AWS_IAM.";
        const told = (found: string): string[] => [
            `violation: Route route: authorizationType is ${found}: anybody may call it. ${fix}`,
        ];
        const unsure = [
            "undecided: Route route: authorizationType is NONE; whether this route may have it shows in routeKey and in the API's protocolType, which are not known yet.",
        ];
        const unread = ["undecided: Route route: authorizationType is not known yet; it must not be NONE."];
        table("P66", [
            ["with a token", route("GET /session", "JWT"), []],
            ["open", route("GET /session", "NONE"), told('"NONE"')],
            ["absent", route("GET /session", undefined), told("not set, which means NONE")],
            ["for preflight requests", route("OPTIONS /session", "NONE"), []],
            ["for everything", route("$default", "NONE"), told('"NONE"')],
            ["of a WebSocket, on connect", route("$connect", "NONE", "WEBSOCKET"), told('"NONE"')],
            ["of a WebSocket, later", route("$disconnect", undefined, "WEBSOCKET"), []],
            ["of a WebSocket, by default", route("$default", undefined, "WEBSOCKET"), []],
            ["of a WebSocket, by name", route("open", undefined, "WEBSOCKET"), []],
            ["of nobody knows what", route("$default", "NONE", UNKNOWN), unsure],
            ["of nobody knows which path", route(UNKNOWN, "NONE"), unsure],
            ["with nobody knows what", route("GET /session", UNKNOWN), unread],
            [
                "made with the API",
                [
                    {
                        type: "aws:apigatewayv2/api:Api",
                        name: "api",
                        props: { protocolType: "HTTP", target: "arn:aws:lambda:x" },
                    },
                ],
                ["violation: Api api: target makes a route without authorization. Make Integration and Route instead."],
            ],
        ]);
    });

    describe("an OpenAPI document", () => {
        const body = (methods: object, document: object = {}, types = "PRIVATE"): Sketch[] => [
            {
                type: "aws:apigateway/restApi:RestApi",
                name: "api",
                props: {
                    endpointConfiguration: { types },
                    body: JSON.stringify({ ...document, paths: { "/session": methods } }),
                },
            },
        ];
        const told = (method: string): string[] => [
            `violation: RestApi api: body has a ${method} method without authorization: anybody may call it. Give it a security scheme with an authorizer, or x-amazon-apigateway-auth.`,
        ];
        const schemes = {
            token: { type: "apiKey", "x-amazon-apigateway-authtype": "custom" },
            key: { type: "apiKey", name: "x-api-key", in: "header" },
        };
        const v3 = { components: { securitySchemes: schemes } };
        const mock = { "x-amazon-apigateway-integration": { type: "mock" } };
        table("P66", [
            ["with an authorizer", body({ get: { security: [{ token: [] }] } }, v3), []],
            ["of version 2", body({ get: { security: [{ token: [] }] } }, { securityDefinitions: schemes }), []],
            ["with one for all", body({ get: {} }, { ...v3, security: [{ token: [] }] }), []],
            [
                "with one for all but this",
                body({ get: { security: [] } }, { ...v3, security: [{ token: [] }] }),
                told("GET"),
            ],
            ["with a key alone", body({ post: { security: [{ key: [] }] } }, v3), told("POST")],
            ["with a key instead", body({ get: { security: [{ token: [] }, { key: [] }] } }, v3), told("GET")],
            ["with IAM", body({ get: { "x-amazon-apigateway-auth": { type: "AWS_IAM" } } }), []],
            ["open", body({ get: {} }), told("GET")],
            ["open for every method", body({ "x-amazon-apigateway-any-method": {} }), told("ANY")],
            ["open for preflight requests", body({ options: mock }), []],
            ["with a page", body({ get: mock }), []],
            ["with a public page", body({ get: mock }, {}, "EDGE"), told("GET")],
        ]);
        isUndecidedWithout("P66", [["api", "body"]], body({ get: { security: [{ token: [] }] } }, v3));
    });
});
