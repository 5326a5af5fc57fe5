import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { APIGatewayProxyResult } from "aws-lambda";

import { Authorizer } from "./authorization";
import { FunctionError, type Invocable } from "./function";
import { type Api, gatewayRequest, proxyEvent } from "./gatewayEvents";
import { gatewayResponse, type GatewayResponseType } from "./gatewayResponses";

/** One method of the API; all are GET. */
export interface Route {
    /** As `/session`. */
    readonly path: string;
    readonly integration: Invocable;
    /** Whether the authorizer is asked. */
    readonly signedIn: boolean;
}

export interface FrontOptions {
    readonly authorizer: Invocable;
    /** Behind `GET /session`, for those the authorizer admits. */
    readonly presign: Invocable;
    /** Behind `GET /`, for everybody. Default: there is no such method. */
    readonly page?: Invocable;
    /** Further methods. Default: none. */
    readonly routes?: readonly Route[];
    /** Default: {@link API}. */
    readonly api?: Api;
    /** How long an authorizer's result is kept. Default: 120. */
    readonly resultSeconds?: number;
    /** Default: none. */
    readonly throttle?: { readonly requestsPerSecond: number; readonly burst: number };
    /** Milliseconds, for the cache and the throttle. Default: the time. */
    readonly clock?: () => number;
}

export interface Front {
    /** Of the API's root, with a slash at the end: `http://127.0.0.1:<port>/studio/`. */
    readonly url: string;
    /** Forgets the authorizer's results. */
    forget(): void;
    close(): Promise<void>;
}

/** The API of the tests, unless a test names another. */
export const API: Api = { apiId: "a1b2c3d4e5", stage: "studio", region: "eu-west-1", account: "111122223333" };

/**
 * Stands in for API Gateway before the bundled functions: `startFront({ authorizer, presign, page })` serves
 * `GET <url>` from the page function and `GET <url>session` from the presign function behind the authorizer, each
 * called with an event as API Gateway makes it and answered as API Gateway answers. Functions come from
 * `startFunction` (./function) or are any `{ invoke(event) }`.
 *
 * It does what API Gateway does to these requests: routes, throttles, asks the authorizer, keeps and evaluates its
 * policy together with the API's own, calls the integration, checks its answer, and answers by itself, as the access
 * service has set it, where one of these fails. It does not ask through which endpoint a request comes.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
    const { api = API, clock = Date.now } = options;
    const authorizer = new Authorizer(options.authorizer, api, options.resultSeconds ?? 120, clock);
    const routes: readonly Route[] = [
        { path: "/session", integration: options.presign, signedIn: true },
        ...(options.page === undefined ? [] : [{ path: "/", integration: options.page, signedIn: false }]),
        ...(options.routes ?? []),
    ];
    const admits = throttle(options.throttle, clock);
    const server = createServer((request, response) => {
        if (!admits()) {
            answerItself(response, "THROTTLED", "throttled");
            return;
        }
        serve(request, response, { api, authorizer, routes }).catch((error: Error) =>
            response.writeHead(599).end(`The front itself failed: ${error.stack}`),
        );
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${api.stage}/`,
        forget: () => authorizer.forget(),
        close: () =>
            new Promise((closed) => {
                server.close(() => closed());
                server.closeAllConnections();
            }),
    };
}

interface Gateway {
    readonly api: Api;
    readonly authorizer: Authorizer;
    readonly routes: readonly Route[];
}

async function serve(request: IncomingMessage, response: ServerResponse, gateway: Gateway): Promise<void> {
    const { api, authorizer, routes } = gateway;
    const [path] = (request.url ?? "/").split("?");
    const route = routes.find((each) => request.method === "GET" && path === `/${api.stage}${each.path}`);
    const asked = gatewayRequest(request, api, route?.path ?? "");
    const { requestId } = asked.requestContext;
    if (route === undefined) {
        return answerItself(response, "MISSING_AUTHENTICATION_TOKEN", requestId);
    }
    const authorization = route.signedIn ? await authorizer.authorize(asked) : { authorizer: undefined };
    if ("refused" in authorization) {
        return answerItself(response, authorization.refused, requestId);
    }
    try {
        const result = await route.integration.invoke(proxyEvent(asked, authorization.authorizer));
        if (!isProxyResult(result)) {
            return answerItself(response, "INTEGRATION_FAILURE", requestId);
        }
        response.writeHead(result.statusCode, { "x-amzn-RequestId": requestId, ...(result.headers as object) });
        response.end(Buffer.from(result.body, result.isBase64Encoded === true ? "base64" : "utf8"));
    } catch (error) {
        if (!(error instanceof FunctionError)) {
            throw error;
        }
        answerItself(response, "INTEGRATION_FAILURE", requestId);
    }
}

/** Source: API Gateway developer guide, "Lambda proxy integrations in API Gateway", output format. */
function isProxyResult(value: unknown): value is APIGatewayProxyResult {
    const { statusCode, headers, body } = (value ?? {}) as Partial<APIGatewayProxyResult>;
    return (
        Number.isInteger(statusCode) &&
        typeof (body ?? "") === "string" &&
        Object.values(headers ?? {}).every((each) => ["string", "number", "boolean"].includes(typeof each))
    );
}

function answerItself(response: ServerResponse, type: GatewayResponseType, requestId: string): void {
    const { status, error, message, headers } = gatewayResponse(type);
    response.writeHead(status, {
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
        "x-amzn-ErrorType": type,
        ...headers,
    });
    response.end(JSON.stringify({ error, message, requestId }));
}

/** A token bucket. Source: API Gateway developer guide, "Throttle requests to your REST APIs". */
function throttle(limit: FrontOptions["throttle"], clock: () => number): () => boolean {
    if (limit === undefined) {
        return () => true;
    }
    let tokens = limit.burst;
    let filled = clock();
    return () => {
        const now = clock();
        tokens = Math.min(limit.burst, tokens + ((now - filled) / 1_000) * limit.requestsPerSecond);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    };
}
