import { strict as assert } from "node:assert";

import { ANSWERS } from "../../components/access";
import { ACCESS_LOG_FORMAT } from "../../components/access/api/logs";
import { functionNames } from "../../components/functions";
import { UNKNOWN } from "../../policy-pack/graph";
import { inputsOf, namesOf, one, type RecordedComponent } from "../harness";
import { accessArgs, parsed, PLACE, recordAccess } from "./fixture";

const API = "aws:apigateway/restApi:RestApi";

describe("API of the access service", () => {
    let recording: RecordedComponent;
    let apiArn: string;
    before(async () => {
        recording = await recordAccess();
        apiArn = `arn:aws:execute-api:eu-west-1:${PLACE.account}:${String(one(recording, API).id)}`;
    });

    it("is made of exactly these", () => {
        assert.deepEqual(
            namesOf(recording).filter((name) => /^aws:(apigateway|lambda)\//.test(name)),
            [
                "aws:apigateway/account:Account::access-api-logs",
                "aws:apigateway/authorizer:Authorizer::access-token",
                "aws:apigateway/deployment:Deployment::access-api",
                "aws:apigateway/integration:Integration::access-page",
                "aws:apigateway/integration:Integration::access-session",
                "aws:apigateway/method:Method::access-page",
                "aws:apigateway/method:Method::access-session",
                "aws:apigateway/methodSettings:MethodSettings::access-api",
                "aws:apigateway/requestValidator:RequestValidator::access-parameters",
                "aws:apigateway/resource:Resource::access-session",
                "aws:apigateway/response:Response::access-access-denied",
                "aws:apigateway/response:Response::access-default-4xx",
                "aws:apigateway/response:Response::access-default-5xx",
                "aws:apigateway/response:Response::access-missing-authentication-token",
                "aws:apigateway/response:Response::access-throttled",
                "aws:apigateway/response:Response::access-unauthorized",
                "aws:apigateway/restApi:RestApi::access-api",
                "aws:apigateway/restApiPolicy:RestApiPolicy::access-api",
                "aws:apigateway/stage:Stage::access-api",
                "aws:lambda/function:Function::access-authorizer",
                "aws:lambda/function:Function::access-page",
                "aws:lambda/function:Function::access-presign",
                "aws:lambda/permission:Permission::access-authorizer",
                "aws:lambda/permission:Permission::access-page",
                "aws:lambda/permission:Permission::access-session",
            ],
        );
    });

    it("is private, and answers through the hub's endpoint alone, two methods of one stage", () => {
        assert.deepEqual(inputsOf(recording, API)["endpointConfiguration"], {
            types: "PRIVATE",
            vpcEndpointIds: ["vpce-0aaaaaaaaaaaaaaaa"],
        });
        assert.deepEqual(parsed(inputsOf(recording, "aws:apigateway/restApiPolicy:RestApiPolicy")["policy"]), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "OnlyThroughTheEndpoint",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "execute-api:Invoke",
                    Resource: `${apiArn}/*`,
                    Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0aaaaaaaaaaaaaaaa" } },
                },
                {
                    Sid: "PageAndSession",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "execute-api:Invoke",
                    Resource: [`${apiArn}/studio/GET/`, `${apiArn}/studio/GET/session`],
                    Condition: { StringEquals: { "aws:SourceVpce": "vpce-0aaaaaaaaaaaaaaaa" } },
                },
            ],
        });
    });

    it("asks the authorizer about every session, by the header, for two minutes", () => {
        const authorizer = one(recording, "aws:apigateway/authorizer:Authorizer");
        const { functionArn } = functionNames(PLACE, "aws", "authorizer");
        assert.deepEqual(
            ["type", "identitySource", "authorizerResultTtlInSeconds", "authorizerUri"].map(
                (key) => authorizer.props[key],
            ),
            [
                "REQUEST",
                "method.request.header.Authorization",
                120,
                `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
            ],
        );
        const session = inputsOf(recording, "aws:apigateway/method:Method", "access-session");
        assert.deepEqual(
            [session["httpMethod"], session["authorization"], session["authorizerId"], session["requestParameters"]],
            [
                "GET",
                "CUSTOM",
                authorizer.id,
                { "method.request.header.Authorization": true, "method.request.querystring.profile": false },
            ],
        );
        const validator = one(recording, "aws:apigateway/requestValidator:RequestValidator");
        assert.deepEqual(
            [session["requestValidatorId"], validator.props["validateRequestParameters"]],
            [validator.id, true],
        );
        const page = inputsOf(recording, "aws:apigateway/method:Method", "access-page");
        assert.deepEqual([page["httpMethod"], page["authorization"], page["authorizerId"]], ["GET", "NONE", undefined]);
    });

    it("calls each function by its own method, and waits longer than it works", () => {
        const called = (name: string): unknown[] => {
            const { uri, type, integrationHttpMethod, timeoutMilliseconds } = inputsOf(
                recording,
                "aws:apigateway/integration:Integration",
                name,
            );
            return [String(uri).split("/")[3], type, integrationHttpMethod, timeoutMilliseconds];
        };
        const { functionArn: page } = functionNames(PLACE, "aws", "page");
        const { functionArn: presign } = functionNames(PLACE, "aws", "presign");
        assert.deepEqual(called("access-page"), [page, "AWS_PROXY", "POST", 5000]);
        assert.deepEqual(called("access-session"), [presign, "AWS_PROXY", "POST", 12000]);
    });

    it("limits, counts and traces requests, logs errors, and never whole requests", () => {
        assert.deepEqual(inputsOf(recording, "aws:apigateway/methodSettings:MethodSettings")["settings"], {
            dataTraceEnabled: false,
            loggingLevel: "ERROR",
            metricsEnabled: true,
            throttlingBurstLimit: 40,
            throttlingRateLimit: 20,
        });
        const stage = inputsOf(recording, "aws:apigateway/stage:Stage");
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup", "access-api-access");
        assert.deepEqual(
            [stage["stageName"], stage["xrayTracingEnabled"], stage["accessLogSettings"]],
            ["studio", true, { destinationArn: group["arn"], format: ACCESS_LOG_FORMAT }],
        );
    });

    it("keeps both logs under the key, the one API Gateway names itself among them", () => {
        const { keys } = accessArgs();
        const groups = ["access-api-access", "access-api-execution"].map((name) => {
            const {
                name: group,
                kmsKeyId,
                retentionInDays,
            } = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup", name);
            return [group, kmsKeyId, retentionInDays];
        });
        assert.deepEqual(groups, [
            ["/fixture/test/unit/access/api-access", keys.logsKeyArn, 365],
            [`API-Gateway-Execution-Logs_${String(one(recording, API).id)}/studio`, keys.logsKeyArn, 365],
        ]);
    });

    it("gives every answer of API Gateway's own a reason, a request id and no place to be stored", () => {
        const answers = recording.resources
            .filter(({ type }) => type === "aws:apigateway/response:Response")
            .map(({ props }) => {
                const headers = props["responseParameters"] as Record<string, string>;
                const body = parsed((props["responseTemplates"] as Record<string, string>)["application/json"]);
                return [
                    props["responseType"],
                    props["statusCode"],
                    headers["gatewayresponse.header.Cache-Control"],
                    headers["gatewayresponse.header.Retry-After"],
                    (body as { error: string }).error,
                    (body as { requestId: string }).requestId,
                ];
            })
            .sort();
        const id = "$context.requestId";
        assert.deepEqual(answers, [
            ["ACCESS_DENIED", "403", "'no-store'", undefined, "forbidden", id],
            ["DEFAULT_4XX", undefined, "'no-store'", undefined, "bad_request", id],
            ["DEFAULT_5XX", "503", "'no-store'", "'5'", "unavailable", id],
            ["MISSING_AUTHENTICATION_TOKEN", "404", "'no-store'", undefined, "not_found", id],
            ["THROTTLED", "429", "'no-store'", "'5'", "too_many_requests", id],
            ["UNAUTHORIZED", "401", "'no-store'", undefined, "unauthorized", id],
        ]);
        // API Gateway puts what it found wrong into these; none of our answers repeats it.
        assert.doesNotMatch(JSON.stringify(ANSWERS), /\$context\.(error|authorizer|identity|path)/);
    });

    it("is deployed anew when something of it changes, and not otherwise", async () => {
        const contents = async (changes: Parameters<typeof recordAccess>[0]): Promise<unknown> => {
            const changed = await recordAccess(changes);
            return (inputsOf(changed, "aws:apigateway/deployment:Deployment")["triggers"] as { contents: unknown })
                .contents;
        };
        const first = await contents({});
        assert.match(String(first), /^[0-9a-f]{64}$/);
        assert.equal(await contents({ link: { seconds: 5, sessionMinutes: 30 }, people: [], lobs: [] }), first);
        assert.notEqual(await contents({ executeApiEndpointId: "vpce-0dddddddddddddddd" }), first);
    });

    it("sets API Gateway's log role, which writes logs and nothing else, unless somebody else does", async () => {
        const role = inputsOf(recording, "aws:iam/role:Role", "access-api-logs");
        assert.equal(inputsOf(recording, "aws:apigateway/account:Account")["cloudwatchRoleArn"], role["arn"]);
        const group = (name: string): string[] => {
            const arn = `arn:aws:logs:eu-west-1:${PLACE.account}:log-group:${name}`;
            return [arn, `${arn}:log-stream:*`];
        };
        assert.deepEqual(parsed(inputsOf(recording, "aws:iam/rolePolicy:RolePolicy", "access-api-logs")["policy"]), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "WriteApiLogs",
                    Effect: "Allow",
                    Action: [
                        "logs:CreateLogGroup",
                        "logs:CreateLogStream",
                        "logs:DescribeLogStreams",
                        "logs:FilterLogEvents",
                        "logs:GetLogEvents",
                        "logs:PutLogEvents",
                    ],
                    Resource: ["/fixture/*", "API-Gateway-Execution-Logs_*", "/aws/apigateway/welcome"].flatMap(group),
                },
                { Sid: "FindGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
            ],
        });
        const without = await recordAccess({ setsApiGatewayLogRole: false });
        assert.deepEqual(
            namesOf(without).filter((name) => name.endsWith("access-api-logs")),
            [],
        );
    });

    it("keeps ids unknown at a first preview, and documents that need none readable", async () => {
        const preview = await recordAccess({}, true);
        assert.equal(inputsOf(preview, "aws:apigateway/restApiPolicy:RestApiPolicy")["policy"], UNKNOWN);
        const readable = ["access-presign", "access-authorizer", "access-page"].map(
            (name) => typeof inputsOf(preview, "aws:iam/rolePolicy:RolePolicy", name)["policy"] === "string",
        );
        const lobs = inputsOf(preview, "aws:iam/policy:Policy", "access-presign-lobs-1")["policy"];
        assert.deepEqual([...readable, typeof lobs === "string"], [true, true, true, true]);
    });
});
