import * as pulumi from "@pulumi/pulumi";
import { ResourceGraph } from "../../policy-pack/graph";
import type { Recording } from "../../preflight/record";
import { Monitor } from "../../preflight/record/monitor";
import { serveMonitor } from "../../preflight/record/server";
import { RejectionTrap } from "./rejectionTrap";

/** Where the component is built. */
export interface ComponentOptions {
    readonly project: string;
    readonly stack: string;
    /** Keep ids and computed outputs unknown. Default: false. */
    readonly unknown?: boolean;
    /** Stack configuration, `namespace:name` to value. Default: none. */
    readonly config?: Readonly<Record<string, string>>;
}

/** A recording with its graph. */
export type RecordedComponent = Recording & { readonly graph: ResourceGraph };

/** The recording failed; the message names every reason. */
export class RecordingFailed extends Error {
    constructor(
        readonly recording: Recording,
        reasons: readonly unknown[],
    ) {
        super(
            recording.diagnostics
                .filter(({ severity }) => severity === "error")
                .map(({ message }) => message)
                .join("\n"),
            {
                cause: reasons[0],
            },
        );
        this.name = "RecordingFailed";
    }
}

/** Turns of the event loop in which nothing may happen before a program counts as settled. */
const QUIET_TURNS = 3;

/**
 * Runs `build` as the body of a stack, in this process, against the preflight's own monitor, and waits until every
 * registration and every `apply` has settled. Can be repeated; recordings share nothing. Not for concurrent use: Pulumi's
 * runtime keeps one stack per process.
 *
 * @param build makes the resources; a plain object it returns becomes the stack's outputs
 * @throws RecordingFailed for whatever would fail a real preview, an error thrown inside `apply` included
 */
export async function recordComponent(build: () => unknown, options: ComponentOptions): Promise<RecordedComponent> {
    const { project, stack, unknown = false, config = {} } = options;
    const monitor = new Monitor({ project, stack, config, unknown });
    const server = await serveMonitor(monitor, options);
    const trap = new RejectionTrap();
    try {
        pulumi.runtime.resetOptions(project, stack, 16, server.address, server.address, true, "organization");
        pulumi.runtime.setAllConfig(config);
        await pulumi.runtime
            .runInPulumiStack(async () => plainObject(await build()))
            .catch((error: unknown) => trap.add(error));
        await settle();
    } finally {
        trap.release();
        await pulumi.runtime.disconnect();
        pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
        server.close();
    }
    trap.errors.forEach((error) =>
        monitor.diagnostics.add("error", error instanceof Error ? error.message : String(error)),
    );
    const recording = monitor.recording();
    if (recording.failed) {
        throw new RecordingFailed(recording, trap.errors);
    }
    return { ...recording, graph: new ResourceGraph(recording.resources) };
}

/** Waits until no call is under way for some turns: a resolved output may start further registrations. */
async function settle(): Promise<void> {
    for (let turn = 0; turn < QUIET_TURNS; turn++) {
        await pulumi.runtime.disconnect();
        await new Promise((resolve) => setImmediate(resolve));
    }
}

/** Stack outputs, if `build` returned some; a component returned by a one-line arrow function is none. */
function plainObject(value: unknown): Record<string, unknown> | undefined {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
        ? (value as Record<string, unknown>)
        : undefined;
}
