import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";

import type { GraphResource } from "../../policy-pack/graph";
import { analyzeRequest, analyzeStackRequest } from "./requests";

/** What one pack took, driven as the engine drives it but without an engine. */
export interface Driven {
    /** Milliseconds from the start of the process until its port was printed. */
    readonly start: number;
    /** Milliseconds of all questions about single resources. */
    readonly resources: number;
    /** Milliseconds of the question about the whole stack. */
    readonly stack: number;
    /** Milliseconds of processor time of the whole process, which other work on the machine does not lengthen. */
    readonly processor: number;
    /** Most memory the process had, in megabytes. */
    readonly memory: number;
    /** How many messages the pack gave. */
    readonly diagnostics: number;
}

/** As the SDK's own limit: a stack is one message. */
const CHANNEL = { "grpc.max_receive_message_length": 400 << 20, "grpc.max_send_message_length": 400 << 20 };

/** Loaded into the pack's process: tells what it used when asked. */
const PROBE = path.join(__dirname, "usageProbe.cjs");

/**
 * Starts the pack in `directory` and asks it what an engine asks in a preview: of each resource first its remediation,
 * then its validation, one after the other; then of the stack.
 */
export async function drive(directory: string, resources: readonly GraphResource[]): Promise<Driven> {
    const runner = createRequire(path.join(directory, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const begin = performance.now();
    const child = spawn(process.execPath, ["--require", PROBE, runner, "127.0.0.1:1", directory], {
        cwd: directory,
        stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    try {
        const port = await printedPort(child);
        const start = performance.now() - begin;
        const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), CHANNEL);
        const asked = resources.map(analyzeRequest);
        const whole = analyzeStackRequest(resources);
        let diagnostics = 0;
        const count = (response: AnalyzeResponse): void => {
            diagnostics += response.getDiagnosticsList().length;
        };
        const [forResources] = await timed(async () => {
            for (const request of asked) {
                await answer((done) => client.remediate(request, done));
                count(await answer((done) => client.analyze(request, done)));
            }
        });
        const [forStack] = await timed(async () =>
            count(await answer<AnalyzeResponse>((done) => client.analyzeStack(whole, done))),
        );
        const used = await usageOf(child);
        client.close();
        return { start, resources: forResources, stack: forStack, ...used, diagnostics };
    } finally {
        child.kill();
    }
}

function printedPort(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
        let text = "";
        child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
            text += chunk;
            const port = /^(\d+)\r?\n/m.exec(text)?.[1];
            if (port !== undefined) {
                resolve(Number(port));
            }
        });
        child.once("error", reject);
        child.once("exit", (code) =>
            reject(new Error(`the policy pack ended with ${code} before it served:\n${text}`)),
        );
    });
}

function usageOf(child: ChildProcess): Promise<Pick<Driven, "memory" | "processor">> {
    return new Promise((resolve) => {
        child.once("message", (message) => {
            const usage = message as NodeJS.ResourceUsage;
            // Kilobytes and microseconds.
            resolve({
                memory: usage.maxRSS / 1024,
                processor: (usage.userCPUTime + usage.systemCPUTime) / 1000,
            });
        });
        child.send("usage");
    });
}

function answer<R>(ask: (done: (error: grpc.ServiceError | null, response: R) => void) => unknown): Promise<R> {
    return new Promise((resolve, reject) => {
        ask((error, response) => (error === null ? resolve(response) : reject(error)));
    });
}

async function timed<R>(work: () => Promise<R>): Promise<[milliseconds: number, result: R]> {
    const begin = performance.now();
    const result = await work();
    return [performance.now() - begin, result];
}
