/** Cells of a table's row. */
export type Cells = readonly string[];

/** A table. Bars in cells are escaped. */
export function table(head: Cells, body: readonly Cells[]): string {
    const row = (cells: Cells): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    return [row(head), row(head.map(() => "---")), ...body.map(row)].join("\n");
}

/** The anchor GitHub gives a heading. */
export function anchor(heading: string): string {
    return heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replace(/ /g, "-");
}

/** Text of a policy as prose: signs that Markdown reads are escaped. */
export function prose(text: string): string {
    return text.replace(/[<*]/g, "\\$&");
}
