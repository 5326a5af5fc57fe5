import { Monitor } from "./monitor";
import { runProgram } from "./program";
import { serveMonitor } from "./server";
import type { RecordOptions, Recording } from "./types";

export type { Assumption, Diagnostic, RecordedResource, Recording, RecordOptions } from "./types";

/**
 * Runs a Pulumi program without cloud and without Pulumi's command line, and returns everything it registered.
 *
 * A mistake of the program does not throw: it is in `diagnostics` and `failed` is true.
 */
export async function record(options: RecordOptions): Promise<Recording> {
    const monitor = new Monitor({ ...options, unknown: options.unknown ?? false });
    const server = await serveMonitor(monitor, options);
    try {
        await runProgram(options, server.address, monitor.diagnostics);
    } finally {
        server.close();
    }
    return monitor.recording();
}
