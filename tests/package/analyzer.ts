import { type ChildProcessByStdio, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzeRequest,
    type AnalyzeResponse,
    type AnalyzerInfo,
    AnalyzerResourceOptions,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A policy pack running in a process of its own, as the engine runs it. */
export class RunningPack {
    private constructor(
        private readonly child: ChildProcessByStdio<null, Readable, Readable>,
        private readonly client: AnalyzerClient,
    ) {}

    /**
     * Starts the pack in `folder` with the SDK it resolves itself.
     *
     * @throws Error with what the process said when it ends without a port
     */
    static async start(folder: string): Promise<RunningPack> {
        const script = require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [folder] });
        // The pack never calls the engine, whose address comes first.
        const child = spawn(process.execPath, [script, "127.0.0.1:1", path.resolve(folder)], {
            cwd: folder,
            stdio: ["ignore", "pipe", "pipe"],
        });
        let errors = "";
        child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
        const port = await new Promise<string>((resolve, reject) => {
            createInterface(child.stdout).once("line", resolve);
            child.once("error", reject);
            child.once("close", () => reject(new Error(`the pack did not start: ${errors}`)));
        });
        return new RunningPack(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    }

    info(): Promise<AnalyzerInfo> {
        return answer((done) => this.client.getAnalyzerInfo(new Empty(), done));
    }

    /** What the pack says of one resource before it is made: `policy-name: message`. */
    async analyze(type: string, name: string, props: Parameters<typeof Struct.fromJavaScript>[0]): Promise<string[]> {
        const request = new AnalyzeRequest();
        request.setType(type);
        request.setName(name);
        request.setUrn(`urn:pulumi:test::test::${type}::${name}`);
        request.setOptions(new AnalyzerResourceOptions());
        request.setProperties(Struct.fromJavaScript(props));
        const response = await answer<AnalyzeResponse>((done) => this.client.analyze(request, done));
        return response.getDiagnosticsList().map((each) => `${each.getPolicyname()}: ${each.getMessage()}`);
    }

    stop(): void {
        this.client.close();
        this.child.kill();
    }
}

function answer<T>(call: (done: (error: Error | null, value: T) => void) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
        call((error, value) => (error === null ? resolve(value) : reject(error)));
    });
}
