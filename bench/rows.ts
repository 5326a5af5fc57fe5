import { paired, spread, type Spread } from "./statistics";

/** What is timed, in the order of each round. */
const SUBJECTS = [
    "preflight",
    "recording of the bare program",
    "preview",
    "preview of the bare program",
    "preview of the bare program as Pulumi's template sets it up",
    "preview with the policy pack",
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** Milliseconds of each round by subject; a subject that could not run is absent. */
export type Measurements = Partial<Readonly<Record<Subject, readonly number[]>>>;

/** One line of the result. */
export interface Row {
    readonly what: string;
    /** `ms` for times, `times` for ratios, `MB` for memory. */
    readonly unit: "ms" | "times" | "MB";
    /** Absent when it was not measured. */
    readonly spread?: Spread;
}

const ratio = (a: number, b: number): number => a / b;
const difference = (a: number, b: number): number => a - b;

const COMPARISONS: readonly (readonly [
    what: string,
    first: Subject,
    second: Subject,
    unit: Row["unit"],
    combine: (a: number, b: number) => number,
])[] = [
    ["preflight / bare recording", "preflight", "recording of the bare program", "times", ratio],
    ["preview / bare preview, same options", "preview", "preview of the bare program", "times", ratio],
    [
        "preview / bare preview, template's options",
        "preview",
        "preview of the bare program as Pulumi's template sets it up",
        "times",
        ratio,
    ],
    ["added by the policy pack", "preview with the policy pack", "preview", "ms", difference],
];

/** Times of the subjects, then what they are compared to. */
export function rows(measurements: Measurements): Row[] {
    const times = SUBJECTS.map((what): Row => {
        const values = measurements[what];
        return { what, unit: "ms", ...(values === undefined ? {} : { spread: spread(values) }) };
    });
    const comparisons = COMPARISONS.map(([what, first, second, unit, combine]): Row => {
        const [a, b] = [measurements[first], measurements[second]];
        return { what, unit, ...(a === undefined || b === undefined ? {} : { spread: paired(a, b, combine) }) };
    });
    return [...times, ...comparisons];
}
