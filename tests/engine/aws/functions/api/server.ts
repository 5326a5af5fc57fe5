import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import type { Provider } from "../../provider";
import { ec2 } from "./ec2";
import { efs } from "./efs";
import { type Api, type ApiResponse, scopeOf } from "./request";
import { sagemaker } from "./sagemaker";

/** APIs by the name the SDK signs for. */
const APIS: Readonly<Record<string, Api>> = { sagemaker, elasticfilesystem: efs, ec2 };

/** A served API of the emulated accounts. */
export interface ApiServer {
    /** For `AWS_ENDPOINT_URL`. */
    readonly url: string;
    /** `service operation` or `service METHOD path` of every call, in order. */
    readonly calls: readonly string[];
    stop(): void;
}

/** Serves AWS's APIs on the emulated accounts, for code that calls them while Pulumi works. */
export async function serveApis(provider: Provider): Promise<ApiServer> {
    const calls: string[] = [];
    const server = createServer((request, response) => {
        void answer(request, provider, calls).then(({ status, headers, body }) => {
            response.writeHead(status, headers).end(body);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${portOf(server)}`, calls, stop: () => server.close() };
}

async function answer(request: IncomingMessage, provider: Provider, calls: string[]): Promise<ApiResponse> {
    try {
        const { account, region, service } = scopeOf(request.headers);
        const url = new URL(request.url ?? "/", "http://localhost");
        const body = await textOf(request);
        const method = request.method ?? "";
        const target = request.headers["x-amz-target"];
        calls.push(
            `${service} ${typeof target === "string" ? target.split(".")[1] : (new URLSearchParams(body).get("Action") ?? `${method} ${url.pathname}`)}`,
        );
        const api = APIS[service];
        if (api === undefined) {
            throw new Error(`${service} is not emulated for functions`);
        }
        const read = { method, path: url.pathname, query: url.searchParams, headers: request.headers, body };
        return api(read, provider, { account, region, defaultTags: {} });
    } catch (error) {
        // A mistake of the double must not look like an answer of AWS that the code would try again.
        return {
            status: 418,
            headers: { "content-type": "text/plain" },
            body: `the emulator failed: ${String(error)}`,
        };
    }
}

async function textOf(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString("utf8");
}

function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}
