import Table from "cli-table3";

/** Characters a line may have; terminals and review comments both show as many. */
const WIDTH = 80;

/** Breaks text at spaces so that no line is longer than the width; continued lines are indented. */
export function wrap(text: string, indent: number, width: number = WIDTH): string {
    const pad = " ".repeat(indent);
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/).flatMap((long) => cut(long, width - indent))) {
        if (line !== "" && line.length + 1 + word.length > width - indent) {
            lines.push(line);
            line = word;
        } else {
            line = line === "" ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((content) => pad + content).join("\n");
}

/** Words longer than a line, such as ARNs, are cut; everything stays readable and nothing runs over. */
function cut(word: string, width: number): string[] {
    const parts: string[] = [];
    for (let at = 0; at < word.length; at += width) {
        parts.push(word.slice(at, at + width));
    }
    return parts.length === 0 ? [""] : parts;
}

/** A table without vertical lines, narrow enough for 80 columns when the cells are. */
export function table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths?: readonly number[],
): string {
    const result = new Table({
        head: [...head],
        style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 2 },
        chars: {
            top: "",
            "top-mid": "",
            "top-left": "",
            "top-right": "",
            bottom: "",
            "bottom-mid": "",
            "bottom-left": "",
            "bottom-right": "",
            left: "  ",
            "left-mid": "",
            mid: "",
            "mid-mid": "",
            right: "",
            "right-mid": "",
            middle: "",
        },
        ...(widths ? { colWidths: [...widths], wordWrap: true } : {}),
    });
    result.push(...rows.map((row) => [...row]));
    return result
        .toString()
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n");
}
