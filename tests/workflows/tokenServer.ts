import { spawn } from "node:child_process";

/** Stands in for the service of a workflow's runner that gives a job its identity token. */
export interface TokenServer {
    /** What the runner puts into the environment of a job with `id-token: write`. */
    readonly env: NodeJS.ProcessEnv;
    stop(): void;
}

const REQUEST_TOKEN = "request-token";
export const IDENTITY_TOKEN = "header.identity.signature";

/** Answers only requests that bring the runner's own token and ask for AWS's audience. */
const SERVER = `
require("node:http").createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const admitted = request.headers.authorization === "bearer ${REQUEST_TOKEN}" &&
        url.searchParams.get("audience") === "sts.amazonaws.com";
    response.writeHead(admitted ? 200 : 401).end(JSON.stringify(admitted ? { value: "${IDENTITY_TOKEN}" } : {}));
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });
`;

/** In a process of its own, because the tests wait for their scripts without letting go of the event loop. */
export function startTokenServer(): Promise<TokenServer> {
    const server = spawn(process.execPath, ["--eval", SERVER], { stdio: ["ignore", "pipe", "inherit"] });
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.stdout.once("data", (port: Buffer) =>
            resolve({
                env: {
                    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port.toString().trim()}/token?v=1`,
                    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
                },
                stop: () => server.kill(),
            }),
        );
    });
}
