import type { IncomingHttpHeaders } from "node:http";

import type { Place } from "../../place";
import type { Provider } from "../../provider";

/** A signed request of the AWS SDK, as far as an API double reads it. */
export interface ApiRequest {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
}

/** What an API answers. */
export interface ApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

/** One service on the emulated accounts: the same store, and the same refusals, as the provider's. */
export type Api = (request: ApiRequest, provider: Provider, place: Place) => ApiResponse;

/** Name the SDK signs its requests for, Region, and account behind the credentials. */
export interface Scope {
    readonly account: string;
    readonly region: string;
    readonly service: string;
}

/** Access key of an account's function: the account is read back from it. */
export function accessKeyOf(account: string): string {
    return `ASIA${account}TEST`;
}

/** What a request was signed for. @throws Error for a request without Signature Version 4 of a known key */
export function scopeOf(headers: IncomingHttpHeaders): Scope {
    const found = /^AWS4-HMAC-SHA256 Credential=ASIA(\d{12})TEST\/\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request, /.exec(
        headers.authorization ?? "",
    );
    const [, account, region, service] = found ?? [];
    if (account === undefined || region === undefined || service === undefined) {
        throw new Error("a request came without Signature Version 4 of an emulated account");
    }
    return { account, region, service };
}
