import { stripVTControlCharacters } from "node:util";

import Table from "cli-table3";

/** Characters a line may have; terminals and review comments both show as many. */
const WIDTH = 80;

/**
 * Breaks text at spaces so that no line is longer than the width. Continued lines stand `hanging` further in than the
 * first, so that items of a list are told apart.
 */
export function wrap(text: string, indent: number, hanging: number = 0): string {
    const room = WIDTH - indent - hanging;
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/).flatMap((long) => cut(long, room))) {
        const limit = lines.length === 0 ? WIDTH - indent : room;
        if (line !== "" && line.length + 1 + word.length > limit) {
            lines.push(line);
            line = word;
        } else {
            line = line === "" ? word : `${line} ${word}`;
        }
    }
    return [...lines, line]
        .map((content, index) => " ".repeat(index === 0 ? indent : indent + hanging) + content)
        .join("\n");
}

/** One item of a list below a heading. */
export function item(text: string): string {
    return wrap(text, 2, 2);
}

/** Words longer than a line, such as ARNs, are cut; everything stays readable and nothing runs over. */
function cut(word: string, width: number): string[] {
    const parts: string[] = [];
    for (let at = 0; at < word.length; at += width) {
        parts.push(word.slice(at, at + width));
    }
    return parts.length === 0 ? [""] : parts;
}

/** A table without vertical lines; where it would be too wide, its columns move together. */
export function table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths?: readonly number[],
): string {
    const wide = spaced(head, rows, 2, widths);
    const fits = wide.split("\n").every((line) => stripVTControlCharacters(line).length <= WIDTH);
    return fits ? wide : spaced(head, rows, 1, widths);
}

function spaced(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    gap: number,
    widths: readonly number[] | undefined,
): string {
    const result = new Table({
        head: [...head],
        style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": gap },
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
