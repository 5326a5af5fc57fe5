import type { APIGatewayRequestAuthorizerEvent } from "aws-lambda";

import { Unauthenticated } from "./rejection";

/** Bytes of the header's value. API Gateway takes 10,240 for all headers; tokens of a pool have 1 to 2 thousand. */
const LARGEST = 8_192;

type Headers = Pick<APIGatewayRequestAuthorizerEvent, "headers" | "multiValueHeaders">;

/**
 * The one token of the `Authorization` header, unread and unverified.
 *
 * The scheme is written `Bearer`, as our page writes it. RFC 9110 would let its case vary; one spelling is enough for
 * one client, and keeps one header value per token in API Gateway's cache.
 *
 * @throws Unauthenticated
 */
export function bearerToken(event: Headers): string {
    const [value, ...more] = valuesOf(event);
    if (value === undefined || value === "") {
        throw new Unauthenticated("no_token");
    }
    if (more.length > 0) {
        throw new Unauthenticated("several_tokens");
    }
    if (Buffer.byteLength(value) > LARGEST) {
        throw new Unauthenticated("too_large");
    }
    const [scheme, token, ...rest] = value.split(" ");
    if (scheme !== "Bearer") {
        throw new Unauthenticated("not_bearer");
    }
    if (token === undefined || token === "") {
        throw new Unauthenticated("no_token");
    }
    if (rest.length > 0 || token.includes(",")) {
        throw new Unauthenticated("several_tokens");
    }
    return token;
}

/** API Gateway keeps the case in which a client wrote a header's name, and each value of a repeated header. */
function valuesOf({ headers, multiValueHeaders }: Headers): string[] {
    const several = named(multiValueHeaders);
    return several.length > 0 ? several.flat() : named(headers);
}

function named<T>(headers: Readonly<Record<string, T | undefined>> | null | undefined): T[] {
    return Object.entries(headers ?? {}).flatMap(([name, value]) =>
        name.toLowerCase() === "authorization" && value !== undefined ? [value] : [],
    );
}
