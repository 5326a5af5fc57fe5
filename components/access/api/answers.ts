import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** An answer API Gateway gives by itself, before or instead of a function. */
export interface Answer {
    /** Kind of the answer. Source: API Gateway developer guide, "Gateway response types". */
    readonly type: string;
    /** Default: the one each kind has that falls under this. */
    readonly status?: number;
    readonly error: string;
    readonly message: string;
    /** Further headers. */
    readonly headers?: Readonly<Record<string, string>>;
}

/**
 * API Gateway's own answers, in the form of the functions': what to do, and the request's id to ask with. None repeats
 * what was sent or says what exactly was wrong with a token. Whatever fails inside is a 503 that may be tried again.
 */
export const ANSWERS: readonly Answer[] = [
    {
        type: "UNAUTHORIZED",
        status: 401,
        error: "unauthorized",
        message: "Sign in, then try again.",
        headers: { "WWW-Authenticate": "Bearer" },
    },
    {
        type: "ACCESS_DENIED",
        status: 403,
        error: "forbidden",
        message: "This is not open to you. Sign in again, or ask your administrator.",
    },
    {
        type: "MISSING_AUTHENTICATION_TOKEN",
        status: 404,
        error: "not_found",
        message: "There is nothing at this address.",
    },
    {
        type: "THROTTLED",
        status: 429,
        error: "too_many_requests",
        message: "Too many requests. Try again in a few seconds.",
        headers: { "Retry-After": "5" },
    },
    { type: "DEFAULT_4XX", error: "bad_request", message: "The request is not one this service answers." },
    {
        type: "DEFAULT_5XX",
        status: 503,
        error: "unavailable",
        message: "The service cannot answer at the moment. Try again in a few seconds.",
        headers: { "Retry-After": "5" },
    },
];

/** Headers of every answer; an answer may be about a link and is stored nowhere. */
const HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
};

/** Gives the API its answers. */
export function createAnswers(
    parent: pulumi.Resource,
    name: string,
    api: aws.apigateway.RestApi,
): aws.apigateway.Response[] {
    return ANSWERS.map((answer) => {
        const { status } = answer;
        return new aws.apigateway.Response(
            `${name}-${answer.type.toLowerCase().replaceAll("_", "-")}`,
            {
                restApiId: api.id,
                responseType: answer.type,
                ...(status === undefined ? {} : { statusCode: String(status) }),
                responseParameters: parameters(answer),
                responseTemplates: { "application/json": template(answer) },
            },
            { parent },
        );
    });
}

/** A header with a fixed value is written in single quotes. */
function parameters({ headers = {} }: Answer): Record<string, string> {
    return Object.fromEntries(
        Object.entries({ ...HEADERS, ...headers }).map(([key, value]) => [
            `gatewayresponse.header.${key}`,
            `'${value}'`,
        ]),
    );
}

function template({ error, message }: Answer): string {
    return JSON.stringify({ error, message, requestId: "$context.requestId" });
}
