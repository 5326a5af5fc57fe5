/** Text of an HTML-like label. */
function escaped(text: string): string {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A string of DOT: names and attribute values. */
export function quoted(text: string): string {
    return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, " ")}"`;
}

/** How a run of text looks. */
export interface TextStyle {
    readonly size: number;
    readonly colour: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
}

/** One run of text of an HTML-like label. */
export function run(text: string, { size, colour, bold = false, italic = false }: TextStyle): string {
    const inner = escaped(text);
    const slanted = italic ? `<i>${inner}</i>` : inner;
    return `<font point-size="${size}" color="${colour}">${bold ? `<b>${slanted}</b>` : slanted}</font>`;
}

/** Lines below each other, centred, with a little room between them. */
export function rows(all: readonly string[]): string {
    return stacked(all, "center");
}

/** Lines below each other, to the left. */
export function leftRows(all: readonly string[]): string {
    return stacked(all, "left");
}

function stacked(all: readonly string[], align: "center" | "left"): string {
    const cells = all.map((line) => `<tr><td align="${align}">${line}</td></tr>`);
    return `<table border="0" cellborder="0" cellspacing="0" cellpadding="1.5">${cells.join("")}</table>`;
}

/** Columns of lines beside each other; lines of one height stand in one row. */
export function columns(all: readonly (readonly string[])[]): string {
    const height = Math.max(0, ...all.map((stack) => stack.length));
    const cells = Array.from({ length: height }, (_, row) =>
        all.map((stack) => `<td align="left" height="14">${stack[row] ?? ""}</td>`).join(GUTTER),
    );
    const body = cells.map((row) => `<tr>${row}</tr>`).join("");
    return `<table border="0" cellborder="0" cellspacing="0" cellpadding="1.5">${body}</table>`;
}

const GUTTER = '<td width="14"></td>';
