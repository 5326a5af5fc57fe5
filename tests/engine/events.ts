import { existsSync, readFileSync } from "node:fs";

/** One line of `--event-log`; only what tests read. Source: pulumi/pulumi sdk/go/common/apitype/events.go. */
export interface EngineEvent {
    readonly diagnosticEvent?: { readonly urn?: string; readonly message: string; readonly severity: string };
    readonly resourcePreEvent?: { readonly metadata: StepMetadata };
    readonly resOutputsEvent?: { readonly metadata: StepMetadata };
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly message: string;
        readonly policyName: string;
        readonly enforcementLevel: string;
    };
    readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>> };
}

interface StepMetadata {
    readonly op: string;
    readonly urn: string;
    readonly type: string;
    readonly diffs?: readonly string[];
}

/** What the engine did, or would do, to one resource. */
export interface Step {
    readonly operation: string;
    /** Logical name. */
    readonly name: string;
    readonly type: string;
    /** Inputs that changed. */
    readonly changed: readonly string[];
}

/** An error and the resource it belongs to. */
export interface Diagnostic {
    readonly name: string;
    readonly message: string;
}

/** Reads an event log; a run that fails early leaves none. */
export function readEvents(file: string): EngineEvent[] {
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as EngineEvent);
}

/** Steps in the order they began, those that leave a resource as it is left out. */
export function stepsOf(events: readonly EngineEvent[]): Step[] {
    return events
        .flatMap((event) => (event.resourcePreEvent === undefined ? [] : [event.resourcePreEvent.metadata]))
        .filter(({ op }) => op !== "same" && op !== "refresh")
        .map(({ op, urn, type, diffs }) => ({ operation: op, name: nameOf(urn), type, changed: diffs ?? [] }));
}

/** Errors by resource, without the engine's own "update failed" at the stack. */
export function errorsOf(events: readonly EngineEvent[]): Diagnostic[] {
    return events
        .flatMap((event) => (event.diagnosticEvent === undefined ? [] : [event.diagnosticEvent]))
        .filter(
            ({ severity, urn }) =>
                severity === "error" && urn !== undefined && !urn.includes("::pulumi:pulumi:Stack::"),
        )
        .map(({ urn, message }) => ({ name: nameOf(urn ?? ""), message }));
}

/** Counts by operation, as the last lines of a run show them. */
export function summaryOf(events: readonly EngineEvent[]): Readonly<Record<string, number>> {
    return [...events].reverse().find((event) => event.summaryEvent !== undefined)?.summaryEvent?.resourceChanges ?? {};
}

function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}
