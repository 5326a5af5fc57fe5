import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from "aws-lambda";

/** Where the API is. */
export interface Api {
    readonly apiId: string;
    readonly stage: string;
    readonly region: string;
    readonly account: string;
}

type Context = APIGatewayRequestAuthorizerEvent["requestContext"];
/** What both kinds of event say of a request. */
type Common = Pick<
    APIGatewayProxyEvent,
    | "resource"
    | "path"
    | "httpMethod"
    | "headers"
    | "multiValueHeaders"
    | "queryStringParameters"
    | "multiValueQueryStringParameters"
    | "pathParameters"
    | "stageVariables"
> & { readonly requestContext: Context };

/** A request as API Gateway passes it on, before anybody is known to have made it. */
export function gatewayRequest(request: IncomingMessage, api: Api, resource: string): Common {
    const { apiId, stage, account } = api;
    const httpMethod = request.method ?? "GET";
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://api");
    const path = pathname.slice(stage.length + 1) || "/";
    const multiValueHeaders = headersOf(request.rawHeaders);
    const multiValueQuery = Object.fromEntries(
        [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
    );
    const hasQuery = searchParams.size > 0;
    const vpce = `${apiId}.execute-api.${api.region}.amazonaws.com`;
    const now = new Date();
    return {
        resource,
        path,
        httpMethod,
        headers: lastOf(multiValueHeaders),
        multiValueHeaders,
        queryStringParameters: hasQuery ? lastOf(multiValueQuery) : null,
        multiValueQueryStringParameters: hasQuery ? multiValueQuery : null,
        pathParameters: null,
        stageVariables: null,
        requestContext: {
            accountId: account,
            apiId,
            authorizer: undefined,
            domainName: vpce,
            domainPrefix: apiId,
            extendedRequestId: randomUUID(),
            httpMethod,
            identity: identityOf(request),
            path: pathname,
            protocol: "HTTP/1.1",
            requestId: randomUUID(),
            requestTime: now.toUTCString(),
            requestTimeEpoch: now.getTime(),
            resourceId: "05c7jb",
            resourcePath: resource,
            stage,
        },
    };
}

/**
 * The input of a REQUEST authorizer.
 *
 * Source: API Gateway developer guide, "Input to an API Gateway Lambda authorizer", REQUEST input format
 * (docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html).
 */
export function authorizerEvent(request: Common, methodArn: string): APIGatewayRequestAuthorizerEvent {
    return { type: "REQUEST", methodArn, ...request };
}

/**
 * The input of a Lambda proxy integration.
 *
 * Source: API Gateway developer guide, "Lambda proxy integrations in API Gateway", input format, with the fields of
 * private APIs (docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
 *
 * @param authorizer what the authorizer said; undefined for a method without one
 */
export function proxyEvent(
    request: Common,
    authorizer: Readonly<Record<string, unknown>> | undefined,
): APIGatewayProxyEvent {
    return {
        ...request,
        requestContext: { ...request.requestContext, authorizer },
        body: null,
        isBase64Encoded: false,
    };
}

/** ARN of the method a request is for: with the path that was asked for, not the resource it was routed to. */
export function methodArn({ region, account, apiId, stage }: Api, { httpMethod, path }: Common): string {
    return `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}/${httpMethod}${path}`;
}

/** With the case their sender wrote them in. */
function headersOf(raw: readonly string[]): Record<string, string[]> {
    const headers: Record<string, string[]> = {};
    for (let index = 0; index + 1 < raw.length; index += 2) {
        (headers[raw[index]!] ??= []).push(raw[index + 1]!);
    }
    return headers;
}

function lastOf(values: Readonly<Record<string, readonly string[]>>): Record<string, string> {
    return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? ""]));
}

function identityOf(request: IncomingMessage): Context["identity"] {
    return {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: "192.168.10.20",
        user: null,
        userAgent: request.headers["user-agent"] ?? null,
        userArn: null,
        vpcId: "vpc-0123456789abcdef0",
        vpceId: "vpce-0123456789abcdef0",
    };
}
