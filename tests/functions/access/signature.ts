import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What the signature of a request says of its sender. */
export interface Scope {
    readonly accessKeyId: string;
    /** `YYYYMMDD`. */
    readonly date: string;
    readonly region: string;
    readonly service: string;
}

const AUTHORIZATION =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/**
 * Whom a request is from, when its signature is that person's for these headers and this body.
 *
 * Source: IAM user guide, "AWS Signature Version 4 for API requests".
 *
 * @param secretOf secret of an access key id, undefined for one that was never given out
 * @returns what is wrong, as a text, when something is
 */
export function verifiedScope(
    request: IncomingMessage,
    body: string,
    secretOf: (accessKeyId: string) => string | undefined,
): Scope | string {
    const match = AUTHORIZATION.exec(request.headers.authorization ?? "");
    if (match === null) {
        return "no signature";
    }
    const [, accessKeyId = "", date = "", region = "", service = "", names = "", signature] = match;
    const secret = secretOf(accessKeyId);
    if (secret === undefined) {
        return `unknown access key ${accessKeyId}`;
    }
    const headers = names.split(";");
    if (!["host", "x-amz-date"].every((name) => headers.includes(name))) {
        return "host or date is not signed";
    }
    const [path = "/", query = ""] = (request.url ?? "/").split("?");
    const canonical = [
        request.method,
        path,
        query,
        ...headers.map((name) => `${name}:${String(request.headers[name]).trim()}`),
        "",
        names,
        sha256(body),
    ].join("\n");
    const moment = String(request.headers["x-amz-date"]);
    if (!moment.startsWith(date)) {
        return "the date of the scope is not the request's";
    }
    const text = ["AWS4-HMAC-SHA256", moment, `${date}/${region}/${service}/aws4_request`, sha256(canonical)].join(
        "\n",
    );
    const key = [date, region, service, "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${secret}`);
    return hmac(key, text).toString("hex") === signature
        ? { accessKeyId, date, region, service }
        : "the signature is wrong";
}

function hmac(key: Buffer | string, text: string): Buffer {
    return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}
