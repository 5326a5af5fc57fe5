import { NO_ENGINE, tableOf } from "../report";
import { packRows, type SizeTimes } from "./rows";

/** Everything a run found out about the pack. */
export interface PackResult {
    readonly rounds: number;
    readonly node: string;
    /** Version of the CLI; absent when there is none. */
    readonly pulumi?: string;
    readonly policies: number;
    readonly sizes: readonly SizeTimes[];
}

/** Up to this many resources a preview of each kind runs; above, a program of that size takes most of a minute. */
export const ENGINE_LIMIT = 2_000;

/** The result for a terminal. */
export function packText({ rounds, node, pulumi, policies, sizes }: PackResult): string {
    const versions = `${policies} policies, ${rounds} rounds, Node ${node}${pulumi === undefined ? "" : `, Pulumi ${pulumi}`}`;
    const tables = sizes.map((size) => {
        const how =
            size.bare === undefined && pulumi !== undefined
                ? `; previews up to ${ENGINE_LIMIT} resources only: the pack was asked without an engine`
                : "";
        return `\n${size.resources} resources${how}\n${tableOf(packRows(size))}`;
    });
    return [versions, ...tables, ...(pulumi === undefined ? [NO_ENGINE] : [])].join("\n");
}
