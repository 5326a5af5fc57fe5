import { atMost, code, table } from "./markdown";

/** One line of `--event-log`; only what is shown. Source: pulumi/pulumi sdk/go/common/apitype/events.go. */
export interface EngineEvent {
    readonly resourcePreEvent?: {
        readonly metadata: {
            readonly op: string;
            readonly urn: string;
            readonly type: string;
            readonly diffs?: readonly string[] | null;
            readonly old?: { readonly custom?: boolean } | null;
            readonly new?: { readonly custom?: boolean } | null;
        };
    };
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly message: string;
        readonly policyName: string;
        readonly enforcementLevel: string;
    };
    readonly diagnosticEvent?: { readonly urn?: string; readonly message: string; readonly severity: string };
}

type PolicyEvent = NonNullable<EngineEvent["policyEvent"]>;

/** What keeps data or keys: replaced, it is gone. */
const STATEFUL = new Set([
    "aws:cognito/userPool:UserPool",
    "aws:dynamodb/table:Table",
    "aws:efs/fileSystem:FileSystem",
    "aws:kms/key:Key",
    "aws:s3/bucket:Bucket",
    "aws:sagemaker/domain:Domain",
    "aws:sagemaker/space:Space",
    "aws:sagemaker/userProfile:UserProfile",
]);

/** Order in which changes are listed: what destroys comes first. */
const OPERATIONS = ["replace", "delete", "update", "create", "import"] as const;
const ROWS = 50;
const CREATED_ONE_BY_ONE = 10;

type Operation = (typeof OPERATIONS)[number];

interface Change {
    readonly operation: Operation;
    readonly urn: string;
    readonly type: string;
    readonly properties: readonly string[];
}

/** Reads an event log, one JSON object a line. */
export function readEvents(text: string): EngineEvent[] {
    return text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => JSON.parse(line) as EngineEvent);
}

/** What a preview found, as Markdown: changes, policy violations, errors. Holds names and property names, no values. */
export function previewSummary(events: readonly EngineEvent[], succeeded: boolean): string[] {
    const changes = changesOf(events);
    const counts = OPERATIONS.map((operation) => [
        operation,
        changes.filter((each) => each.operation === operation).length,
    ]);
    const summary = counts.filter(([, count]) => count !== 0).map(([operation, count]) => `${count} to ${operation}`);
    return [
        `${succeeded ? "✅" : "❌"} **Preview**: ${summary.length === 0 ? "no changes" : summary.join(", ")}`,
        ...table(["", "resource", "type", "changes"], rowsOf(changes)),
        ...policyLines(events),
        ...errorLines(events),
    ];
}

function changesOf(events: readonly EngineEvent[]): Change[] {
    return events.flatMap(({ resourcePreEvent }) => {
        const metadata = resourcePreEvent?.metadata;
        // A replacement comes as three steps; "replace" is the one of them that stands for all.
        const operation = OPERATIONS.find((each) => each === metadata?.op);
        const exists = (metadata?.new ?? metadata?.old)?.custom === true && !metadata?.type.startsWith("pulumi:");
        return metadata === undefined || operation === undefined || !exists
            ? []
            : [{ operation, urn: metadata.urn, type: metadata.type, properties: metadata.diffs ?? [] }];
    });
}

function rowsOf(changes: readonly Change[]): string[][] {
    const created = changes.filter(({ operation }) => operation === "create");
    const others = changes
        .filter((change) => created.length <= CREATED_ONE_BY_ONE || change.operation !== "create")
        .sort(
            (a, b) =>
                Number(losesState(b)) - Number(losesState(a)) ||
                OPERATIONS.indexOf(a.operation) - OPERATIONS.indexOf(b.operation),
        );
    const rows = others.slice(0, ROWS).map(rowOf);
    return [
        ...rows,
        ...(others.length > ROWS ? [["", `and ${others.length - ROWS} more`, "", ""]] : []),
        ...(created.length > CREATED_ONE_BY_ONE ? countRows(created) : []),
    ];
}

function rowOf(change: Change): string[] {
    return [
        losesState(change) ? `🔴 **${change.operation}**` : change.operation,
        code(nameOf(change.urn)),
        code(shortType(change.type)),
        change.properties.map(code).join(", "),
    ];
}

/** Many new resources are read by their kinds. */
function countRows(created: readonly Change[]): string[][] {
    const counts = new Map<string, number>();
    for (const { type } of created) {
        counts.set(shortType(type), (counts.get(shortType(type)) ?? 0) + 1);
    }
    return [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([type, count]) => ["create", String(count), code(type), ""]);
}

function shortType(type: string): string {
    return type.split(":").pop() ?? type;
}

function losesState({ operation, type }: Change): boolean {
    return STATEFUL.has(type) && (operation === "replace" || operation === "delete");
}

function policyLines(events: readonly EngineEvent[]): string[] {
    const found = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
    const lines = (blocking: boolean): string[] => {
        const chosen = found.filter(({ enforcementLevel }) => (enforcementLevel === "mandatory") === blocking);
        return atMost([...new Set(chosen.map(policyLine))], ROWS, (count) => `- and ${count} more`);
    };
    const [violations, advice] = [lines(true), lines(false)];
    return [
        ...(violations.length === 0 ? [] : ["", "Violations:", ...violations]),
        ...(advice.length === 0
            ? []
            : ["", `<details><summary>${advice.length} advisory</summary>`, "", ...advice, "", "</details>"]),
    ];
}

function policyLine({ enforcementLevel, policyName, resourceUrn, message }: PolicyEvent): string {
    const mark = enforcementLevel === "mandatory" ? "❌" : "⚠️";
    const where = resourceUrn === undefined ? "" : ` (${code(nameOf(resourceUrn))})`;
    return `- ${mark} ${enforcementLevel} ${code(policyName)}${where}: ${code(message)}`;
}

function errorLines(events: readonly EngineEvent[]): string[] {
    const errors = events.flatMap(({ diagnosticEvent }) =>
        diagnosticEvent?.severity === "error" ? [`- ${code(withoutColour(diagnosticEvent.message))}`] : [],
    );
    return errors.length === 0
        ? []
        : ["", "Errors:", ...atMost([...new Set(errors)], ROWS, (count) => `- and ${count} more`)];
}

/** The engine marks colours as `<{%red%}>`. */
function withoutColour(message: string): string {
    return message.replace(/<\{%[^%]*%\}>/g, "");
}

function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::") || urn;
}
