import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type RequestListener } from "node:http";
import https from "node:https";
import { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

const SCRIPT = path.resolve(__dirname, "../../assets/on-premises/walk.sh");

export const REGION = "eu-west-1";
export const API_HOST = `a1b2c3d4e5.execute-api.${REGION}.amazonaws.com`;
export const STUDIO = `d-walk.studio.${REGION}.sagemaker.aws`;

/** Names that have an endpoint in the hub. */
export const HUB_NAMES = [
    API_HOST,
    `api.sagemaker.${REGION}.amazonaws.com`,
    `sts.${REGION}.amazonaws.com`,
    STUDIO,
    `cognito-idp.${REGION}.amazonaws.com`,
];

/** What one request is answered with. */
export interface Answer {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
}

/** A request as a server saw it. */
export interface Seen {
    readonly host: string;
    readonly path: string;
    readonly authorization: string | undefined;
}

export interface Walk {
    readonly code: number | null;
    /** Result, check and finding of each row. */
    readonly rows: readonly (readonly [result: string, check: string, found: string])[];
    readonly stdout: string;
    readonly stderr: string;
    readonly seen: readonly Seen[];
    /** Arguments of every call of curl. */
    readonly calls: readonly string[];
}

export interface WalkOptions {
    readonly args?: readonly string[];
    readonly input?: string;
    /** Addresses by name; the others resolve to nothing. Default: every name of the hub, to two addresses of it. */
    readonly names?: Readonly<Record<string, string>>;
    /** Answer to a request. Default: that of a healthy stack. */
    readonly answer?: (request: Seen) => Answer;
    /** Hosts outside that are reached all the same. Default: none. */
    readonly open?: readonly string[];
    /** Host that answers with somebody else's certificate. Default: none. */
    readonly impostor?: string;
}

export const TOKEN = "header.payload-of-ann.signature_0";
export const LINK = `https://d-abcdefghijkl.studio.${REGION}.sagemaker.aws/auth?token=bearer-of-ann`;

/** What a healthy stack answers. */
export function healthy({ host, path: at, authorization }: Seen): Answer {
    if (host !== API_HOST) {
        return { status: 404 };
    }
    if (!at.startsWith("/studio/session")) {
        return {
            status: 200,
            headers: { "Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'" },
            body: "<html>\r\n\r\nsign in</html>",
        };
    }
    return authorization === `Bearer ${TOKEN}`
        ? { status: 302, headers: { Location: LINK, "Cache-Control": "no-store" } }
        : { status: 401, headers: { "Content-Type": "application/json" }, body: '{"error":"unauthorized"}' };
}

/**
 * A host in the company network: the script runs with the real curl, whose own configuration leads the hub's names to a
 * TLS server of this process and everything else to a closed port. Only the resolver is a double.
 */
export class CompanyNetwork {
    private readonly directory = mkdtempSync(path.join(os.tmpdir(), "company-network-"));
    private count = 0;

    constructor() {
        const file = (name: string): string => path.join(this.directory, name);
        const openssl = (...args: string[]): void => {
            execFileSync("openssl", args, { stdio: "ignore" });
        };
        for (const [name, hosts] of [
            ["hub", HUB_NAMES],
            ["impostor", ["example.com"]],
        ] as const) {
            const names = hosts.map((host) => `DNS:${host}`).join(",");
            const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${names}`];
            const output = ["-keyout", file(`${name}.key`), "-out", file(`${name}.pem`), "-days", "1"];
            openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                ...output,
                ...subject,
            );
        }
        writeFileSync(file("trusted.pem"), ["hub.pem", "impostor.pem"].map((pem) => readFileSync(file(pem))).join(""));
    }

    remove(): void {
        rmSync(this.directory, { recursive: true });
    }

    async walk(options: WalkOptions = {}): Promise<Walk> {
        const seen: Seen[] = [];
        const { answer = healthy, impostor = "" } = options;
        const listener: RequestListener = (request, response) => {
            const one = {
                host: request.headers.host ?? "",
                path: request.url ?? "",
                authorization: request.headers.authorization,
            } as Seen;
            seen.push(one);
            const { status, headers, body } = answer(one);
            response.writeHead(status, headers).end(body);
        };
        const hub = await this.serve("hub", listener);
        const other = await this.serve("impostor", listener);
        const reached = [...HUB_NAMES, ...(options.open ?? [])].map(
            (host) => [host, host === impostor ? other.port : hub.port] as const,
        );
        try {
            return { ...(await this.run(options, reached)), seen };
        } finally {
            [hub, other].forEach(({ close }) => close());
        }
    }

    private async serve(name: string, listener: RequestListener): Promise<{ port: number; close: () => void }> {
        const read = (ending: string): Buffer => readFileSync(path.join(this.directory, `${name}.${ending}`));
        const server = https.createServer({ key: read("key"), cert: read("pem") }, listener);
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        return {
            port: (server.address() as AddressInfo).port,
            close: () => {
                server.closeAllConnections();
                server.close();
            },
        };
    }

    private run(
        { args = [], input = "", names, open = [] }: WalkOptions,
        reached: readonly (readonly [host: string, port: number])[],
    ): Promise<Omit<Walk, "seen">> {
        const home = path.join(this.directory, String((this.count += 1)));
        const bin = path.join(home, "bin");
        mkdirSync(bin, { recursive: true });
        const addresses = names ?? Object.fromEntries(HUB_NAMES.map((host) => [host, "10.0.8.5 10.0.16.9"]));
        this.program(bin, "getent", [
            'case "$2" in',
            ...Object.entries(addresses).map(
                ([host, all]) => `${host}) for each in ${all}; do echo "$each STREAM $2"; echo "$each DGRAM"; done ;;`,
            ),
            "*) exit 2 ;;",
            "esac",
        ]);
        const curl = execFileSync("sh", ["-c", "command -v curl"], { encoding: "utf8" }).trim();
        this.program(bin, "curl", [`echo "$*" >> ${home}/calls`, `exec ${curl} "$@"`]);
        writeFileSync(
            path.join(home, ".curlrc"),
            [
                `cacert = ${path.join(this.directory, "trusted.pem")}`,
                ...reached.map(([host, port]) => `connect-to = ${host}:443:127.0.0.1:${port}`),
                // Nothing listens on this port. Without quotes curl takes the colons for the separator.
                ...(open.length > 0 ? ["insecure"] : []),
                'connect-to = "::127.0.0.1:1"',
            ].join("\n"),
        );
        const child = spawn("bash", [SCRIPT, ...args], {
            env: { PATH: `${bin}:${process.env["PATH"] ?? ""}`, HOME: home },
        });
        const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
            const chunks: string[] = [];
            stream.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
            return chunks;
        });
        child.stdin.on("error", () => undefined).end(input);
        return new Promise((resolve) => {
            child.on("close", (code) => {
                const text = stdout?.join("") ?? "";
                resolve({
                    code,
                    stdout: text,
                    stderr: stderr?.join("") ?? "",
                    rows: text
                        .split("\n")
                        .map((line) => /^(ok|WRONG|NOT TESTED) {2,}(.+?) {2,}(.+)$/.exec(line))
                        .filter((match) => match !== null)
                        .map(([, result = "", check = "", found = ""]) => [result, check, found] as const),
                    calls: callsIn(path.join(home, "calls")),
                });
            });
        });
    }

    private program(bin: string, name: string, lines: readonly string[]): void {
        writeFileSync(path.join(bin, name), ["#!/bin/sh", ...lines, ""].join("\n"));
        chmodSync(path.join(bin, name), 0o755);
    }
}

function callsIn(file: string): string[] {
    try {
        return readFileSync(file, "utf8").trim().split("\n");
    } catch {
        return [];
    }
}
