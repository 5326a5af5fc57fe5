import type { IncomingMessage, RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

import type { Certificate } from "../functions/access/certificate";

/** Serves HTTPS on a free port of this machine. */
export async function serve(certificate: Certificate, listener: RequestListener): Promise<Server> {
    const server = createServer(certificate, listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
}

export function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}

export function stop(server: Server): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
}

export async function bodyOf(incoming: IncomingMessage): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of incoming) {
        parts.push(part as Buffer);
    }
    return Buffer.concat(parts).toString("utf8");
}
