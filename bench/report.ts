import Table from "cli-table3";

import type { Row } from "./rows";
import type { Spread } from "./statistics";

/** Everything a run found out. */
export interface Result {
    /** Resources of the stack, and of the bare program. */
    readonly resources: number;
    readonly rounds: number;
    readonly node: string;
    /** Version of the CLI; absent when there is none. */
    readonly pulumi?: string;
    readonly rows: readonly Row[];
}

/** The result for a terminal. */
export function resultText(result: Result): string {
    const engine = result.pulumi === undefined ? [NO_ENGINE] : [];
    const head =
        `${result.resources} resources, ${result.rounds} rounds, Node ${result.node}` +
        (result.pulumi === undefined ? "" : `, Pulumi ${result.pulumi}`);
    return [head, tableOf(result.rows), ...engine].join("\n");
}

/** Said aloud, so that a missing row is not read as a fast one. */
export const NO_ENGINE = "ENGINE NOT MEASURED: there is neither a recent pulumi on PATH nor Go to build one.";

/** Rows with the middle and the spread of each. */
export function tableOf(rows: readonly Row[]): string {
    const table = new Table({ head: ["", "median", "least", "most"], style: { head: [], border: [], compact: true } });
    table.push(...rows.map((row) => [row.what, ...cells(row)]));
    return table.toString();
}

const FORMATS: Readonly<Record<Row["unit"], (value: number) => string>> = {
    ms: (value) => `${(value / 1000).toFixed(2)} s`,
    times: (value) => `${value.toFixed(2)} x`,
    MB: (value) => `${value.toFixed(0)} MB`,
};

function cells({ unit, spread }: Row): string[] {
    if (spread === undefined) {
        return ["not measured", "", ""];
    }
    const format = FORMATS[unit];
    const order: readonly (keyof Spread)[] = ["median", "least", "most"];
    return order.map((key) => format(spread[key]));
}
