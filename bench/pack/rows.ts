import type { Row } from "../rows";
import { paired, spread } from "../statistics";
import type { Driven } from "./drive";

/** What one pack took at one size, by round. */
export interface PackTimes {
    /** Milliseconds of a preview with the pack; absent where no engine ran. */
    readonly preview?: readonly number[];
    /** What it took when it was asked without an engine. */
    readonly driven: readonly Driven[];
}

/** Everything measured at one size. */
export interface SizeTimes {
    readonly resources: number;
    /** Milliseconds of a preview without a pack, by round; absent where no engine ran. */
    readonly bare?: readonly number[];
    readonly trivial: PackTimes;
    readonly ours: PackTimes;
}

/** The lines of one size. */
export function packRows({ bare, trivial, ours }: SizeTimes): Row[] {
    return [...previewRows(bare, trivial.preview, ours.preview), ...drivenRows(trivial.driven, ours.driven)];
}

type Times = readonly number[] | undefined;

function previewRows(bare: Times, trivial: Times, ours: Times): Row[] {
    const added = {
        trivial: bare && trivial && paired(trivial, bare, (a, b) => a - b),
        ours: bare && ours && paired(ours, bare, (a, b) => a - b),
    };
    return [
        row("preview without a pack", "ms", bare),
        row("preview with the trivial pack", "ms", trivial),
        row("preview with our pack", "ms", ours),
        { what: "added by the trivial pack", unit: "ms", ...(added.trivial && { spread: added.trivial }) },
        { what: "added by our pack", unit: "ms", ...(added.ours && { spread: added.ours }) },
        {
            what: "added, ours / trivial (of the medians)",
            unit: "times",
            ...(added.trivial && added.ours && { spread: quotient(added.ours.median, added.trivial.median) }),
        },
    ];
}

/** A difference of two previews is small beside either: a quotient round by round would show their noise alone. */
function quotient(a: number, b: number): Row["spread"] {
    const value = a / b;
    return { median: value, least: value, most: value };
}

const PARTS: readonly (readonly [what: string, unit: Row["unit"], value: (driven: Driven) => number])[] = [
    ["start", "ms", ({ start }) => start],
    ["questions about single resources", "ms", ({ resources }) => resources],
    ["question about the stack", "ms", ({ stack }) => stack],
    ["processor time of the pack's process", "ms", ({ processor }) => processor],
    ["most memory of the pack's process", "MB", ({ memory }) => memory],
];

function drivenRows(trivial: readonly Driven[], ours: readonly Driven[]): Row[] {
    return PARTS.flatMap(([what, unit, value]): Row[] => [
        row(`${what}, trivial`, unit, trivial.map(value)),
        row(`${what}, ours`, unit, ours.map(value)),
    ]);
}

function row(what: string, unit: Row["unit"], values: Times): Row {
    return { what, unit, ...(values === undefined ? {} : { spread: spread(values) }) };
}
