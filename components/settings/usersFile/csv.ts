/** One record of a CSV text. */
export interface CsvRecord {
    /** Line it begins in, from 1; a field in quotes may go on over several. */
    readonly line: number;
    readonly fields: readonly string[];
}

/** Something RFC 4180 does not allow. */
export interface CsvMistake {
    readonly line: number;
    /** Which field of its record, from 1. */
    readonly column: number;
    readonly kind: "quote in a plain field" | "text after the closing quote" | "no closing quote" | "lone CR";
    /** The field as far as it could be read. */
    readonly found: string;
}

/** A CSV text as records; with mistakes they are a guess. */
export interface Csv {
    readonly records: readonly CsvRecord[];
    readonly mistakes: readonly CsvMistake[];
}

interface Field {
    readonly value: string;
    /** Position after the field. */
    readonly end: number;
    readonly mistake?: CsvMistake["kind"];
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"/y;
const PLAIN = /[^,\r\n]*/y;
const LINE_END = /\r\n|\n|\r/y;

/**
 * Reads CSV as RFC 4180 defines it: commas, quotes doubled within quotes, spaces part of a field. A line may end in LF
 * alone too, as editors write it. An empty line is a record of one empty field. All mistakes are found at once.
 */
export function parseCsv(text: string): Csv {
    const records: CsvRecord[] = [];
    const mistakes: CsvMistake[] = [];
    let position = 0;
    let line = 1;
    while (position < text.length) {
        const fields: string[] = [];
        const record = { line, fields };
        for (;;) {
            const { value, end, mistake } = readField(text, position);
            fields.push(value);
            if (mistake !== undefined) {
                mistakes.push({ line, column: fields.length, kind: mistake, found: value });
            }
            line += linesIn(text.slice(position, end));
            position = end;
            if (text[position] !== ",") {
                break;
            }
            position += 1;
        }
        const ending = match(LINE_END, text, position)?.[0] ?? "";
        if (ending === "\r") {
            mistakes.push({ line, column: fields.length, kind: "lone CR", found: fields.at(-1) ?? "" });
        }
        position += ending.length;
        line += linesIn(ending);
        records.push(record);
    }
    return { records, mistakes };
}

function readField(text: string, start: number): Field {
    if (text[start] !== '"') {
        const value = plainFrom(text, start);
        return {
            value,
            end: start + value.length,
            ...(value.includes('"') && { mistake: "quote in a plain field" as const }),
        };
    }
    const quoted = match(QUOTED, text, start);
    if (quoted === null) {
        return { value: text.slice(start + 1), end: text.length, mistake: "no closing quote" };
    }
    const value = (quoted[1] ?? "").replaceAll('""', '"');
    const end = start + quoted[0].length;
    const rest = plainFrom(text, end);
    return rest === ""
        ? { value, end }
        : { value: value + rest, end: end + rest.length, mistake: "text after the closing quote" };
}

function plainFrom(text: string, start: number): string {
    return match(PLAIN, text, start)?.[0] ?? "";
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
    pattern.lastIndex = position;
    return pattern.exec(text);
}

function linesIn(text: string): number {
    return text.split("\n").length - 1;
}
