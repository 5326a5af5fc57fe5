import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a service of AWS is doing. */
export type Health =
    | "up"
    /** Answers each request with a 500. */
    | "failing"
    /** Takes requests and never answers. */
    | "hanging"
    /** Answers each request that there are too many. */
    | "throttling"
    /** Closes the connection in the middle. */
    | "breaking";

/** A service of AWS that a test can make ill. */
export interface AwsServer {
    readonly url: string;
    health: Health;
    close(): Promise<void>;
}

/** The error document of a service, in its own protocol. */
export type ErrorDocument = (code: string, message: string) => string;

/**
 * Starts an HTTP server for a double of one of AWS's services.
 *
 * @param answer what the service does with a request when it is well
 * @param errorDocument as the service's protocol writes errors
 */
export async function startAwsServer(
    answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
    errorDocument: ErrorDocument,
): Promise<AwsServer> {
    const state: { health: Health } = { health: "up" };
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
            switch (state.health) {
                case "up":
                    return answer(request, Buffer.concat(chunks).toString(), response);
                case "failing":
                    return response.writeHead(500).end(errorDocument("InternalFailure", "Something broke."));
                case "throttling":
                    return response.writeHead(400).end(errorDocument("ThrottlingException", "Rate exceeded"));
                case "breaking":
                    return request.socket.destroy();
                case "hanging":
                    return;
            }
        });
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = (): Promise<void> =>
        new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
        });
    return Object.assign(state, { url, close });
}
