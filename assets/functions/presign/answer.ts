import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

import type { Refused } from "./refusal";

/** A link, and an answer about somebody's profiles, is for one person and one moment. */
const HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
};

const JSON_TYPE = { "Content-Type": "application/json" };

/** Seconds after which a failure of AWS is worth another try. */
const RETRY_AFTER = 5;

/** Leads a browser on to Studio. */
export function redirect(url: string): APIGatewayProxyResult {
    return { statusCode: 302, headers: { ...HEADERS, Location: url }, body: "" };
}

/** Hands the link to our page, which leads on by itself. */
export function linkDocument(url: string, expiresInSeconds: number): APIGatewayProxyResult {
    return { statusCode: 200, headers: { ...HEADERS, ...JSON_TYPE }, body: JSON.stringify({ url, expiresInSeconds }) };
}

/** Says why there is no link. */
export function refused({ status, error, message, profiles }: Refused, requestId: string): APIGatewayProxyResult {
    return {
        statusCode: status,
        headers: { ...HEADERS, ...JSON_TYPE, ...(status === 503 ? { "Retry-After": RETRY_AFTER } : {}) },
        body: JSON.stringify({ error, message, requestId, profiles }),
    };
}

/** Whether the caller is a program that asked for JSON by name; `*` and what browsers send do not. */
export function wantsJson({ headers }: Pick<APIGatewayProxyEvent, "headers">): boolean {
    return Object.entries(headers ?? {}).some(
        ([name, value]) =>
            name.toLowerCase() === "accept" &&
            (value ?? "").split(",").some((type) => type.split(";")[0]?.trim().toLowerCase() === "application/json"),
    );
}
