import type { IncomingHttpHeaders, RequestListener } from "node:http";

import type { APIGatewayProxyResult } from "aws-lambda";

/** What the access API answers `GET /session`. */
export interface SessionAnswer {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
}

/** A question as it came. */
export interface SessionCall {
    readonly profile: string | null;
    readonly headers: IncomingHttpHeaders;
}

/** The access API with the page at its stage's root, and in place of its functions what a test makes it answer. */
export class Api {
    readonly calls: SessionCall[] = [];
    answer: (call: SessionCall) => SessionAnswer = () => ({ status: 500, body: {} });

    constructor(private readonly page: APIGatewayProxyResult) {}

    readonly listener: RequestListener = (incoming, response) => {
        const { pathname, searchParams } = new URL(incoming.url ?? "/", "https://api.test");
        // API Gateway takes the root of a stage with and without the slash.
        if (pathname === "/studio" || pathname === "/studio/") {
            response.writeHead(this.page.statusCode, this.page.headers as Record<string, string>).end(this.page.body);
            return;
        }
        if (incoming.method === "GET" && pathname === "/studio/session") {
            const call = { profile: searchParams.get("profile"), headers: incoming.headers };
            this.calls.push(call);
            const { status, headers, body } = this.answer(call);
            response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers });
            response.end(JSON.stringify(body));
            return;
        }
        response.writeHead(403, { "Content-Type": "application/json" });
        response.end(JSON.stringify({ message: "Missing Authentication Token" }));
    };
}
