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
    const table = new Table({ head: ["", "median", "least", "most"], style: { head: [], border: [], compact: true } });
    table.push(...result.rows.map((row) => [row.what, ...cells(row)]));
    const engine = result.pulumi === undefined ? [NO_ENGINE] : [];
    const head =
        `${result.resources} resources, ${result.rounds} rounds, Node ${result.node}` +
        (result.pulumi === undefined ? "" : `, Pulumi ${result.pulumi}`);
    return [head, table.toString(), ...engine].join("\n");
}

/** Said aloud, so that a missing row is not read as a fast one. */
export const NO_ENGINE = "ENGINE NOT MEASURED: there is neither a recent pulumi on PATH nor Go to build one.";

function cells({ unit, spread }: Row): string[] {
    if (spread === undefined) {
        return ["not measured", "", ""];
    }
    const format = (value: number): string =>
        unit === "ms" ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(2)} x`;
    const order: readonly (keyof Spread)[] = ["median", "least", "most"];
    return order.map((key) => format(spread[key]));
}
