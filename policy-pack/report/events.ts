import type { PolicyDefinition } from "../policies/definition";
import type { Result } from "./sarif";

/** What the engine told of a run, as far as the pack is concerned. */
export interface ReadEvents {
    readonly results: readonly Result[];
    /** Findings that an exception of the configuration accepts. */
    readonly excepted: number;
    /** Findings of other packs. */
    readonly foreign: number;
}

/** One of the engine's events; only what is read. Source: pulumi/pulumi sdk/go/common/apitype/events.go. */
interface EngineEvent {
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly message: string;
        readonly policyName: string;
        readonly policyPackName: string;
        readonly enforcementLevel: string;
    };
    readonly summaryEvent?: { readonly PolicyPacks?: Readonly<Record<string, string>> };
}

/** Name of the pack in its index.ts. */
const PACK = "private-studio";

/** How a message begins that is none of a violation: the first two are the pack's own, the third the engine's. */
const UNDECIDED = "Could not decide at preview: ";
const EXCEPTED = "Excepted (";
const NOT_RUN = "can't run policy ";

/**
 * Reads events, one JSON object a line. An answer without results means that the pack ran and found nothing: anything
 * else is a problem, because code scanning closes the alerts that a log has no more.
 */
export function readEvents(
    text: string,
    policies: readonly PolicyDefinition[],
): ReadEvents | { readonly problem: string } {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length === 0) {
        return { problem: "There are no events: the run did not get as far as telling any." };
    }
    if (isPreviewDigest(text)) {
        return {
            problem:
                "This is what `pulumi preview --json` prints, which leaves violations out. Take the events instead: " +
                "PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log FILE.",
        };
    }
    const events = lines.map(parseEvent);
    const broken = events.findIndex((event) => event === undefined);
    if (broken >= 0) {
        return { problem: `Line ${broken + 1} is no event of the engine: one JSON object a line is expected.` };
    }
    return fromEvents(events as EngineEvent[], policies);
}

function fromEvents(
    events: readonly EngineEvent[],
    policies: readonly PolicyDefinition[],
): ReadEvents | { readonly problem: string } {
    const summaries = events.flatMap(({ summaryEvent }) => (summaryEvent === undefined ? [] : [summaryEvent]));
    const told = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
    const own = told.filter(({ policyPackName }) => policyPackName === PACK);
    const ran = own.length > 0 || summaries.some(({ PolicyPacks = {} }) => Object.keys(PolicyPacks).some(isPack));
    if (!ran) {
        return { problem: `The policy pack ${PACK} did not run: give the run --policy-pack.` };
    }
    if (summaries.length === 0) {
        return { problem: "The run ended before its summary, so what it told is not all." };
    }
    const results = own.map((event) => toResult(event, policies));
    return {
        results: results.flatMap((result) => (result === undefined ? [] : [result])),
        excepted: results.filter((result) => result === undefined).length,
        foreign: told.length - own.length,
    };
}

/** A summary names a local pack `name|local|path`, a published one by its name. */
function isPack(key: string): boolean {
    return key.split("|")[0] === PACK;
}

/** `undefined` for what an exception accepts: code scanning would show it as an open alert. */
function toResult(
    { message, policyName, enforcementLevel, resourceUrn = "" }: NonNullable<EngineEvent["policyEvent"]>,
    policies: readonly PolicyDefinition[],
): Result | undefined {
    // The engine puts the policy's description before each message; a rule says it once for all.
    const description = policies.find(({ name }) => name === policyName)?.description ?? "";
    const text = (message.startsWith(description) ? message.slice(description.length) : message).trim();
    if (text.startsWith(EXCEPTED)) {
        return undefined;
    }
    const undecided = text.startsWith(UNDECIDED) || text.startsWith(NOT_RUN);
    const level = enforcementLevel === "advisory" ? (undecided ? "note" : "warning") : "error";
    return { ruleId: policyName, level, message: text, urn: resourceUrn };
}

function parseEvent(line: string): EngineEvent | undefined {
    try {
        const value: unknown = JSON.parse(line);
        return typeof value === "object" && value !== null ? value : undefined;
    } catch {
        return undefined;
    }
}

/** One object for the whole run: steps, diagnostics and counts. */
function isPreviewDigest(text: string): boolean {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null && ("steps" in value || "changeSummary" in value);
    } catch {
        return false;
    }
}
