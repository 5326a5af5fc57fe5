import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

import type { Location, Problem, SettingPath } from "./problems";
import { readText } from "./textFile";

/** A YAML file as data, with the lines of its keys. */
export interface YamlFile {
    readonly value: unknown;
    /** Line of the key or list item at the path, or of the nearest one above it that exists. */
    readonly locate: (path: SettingPath) => Location;
}

/** Reads a YAML file; what is wrong with file or syntax becomes problems. `name` stands in messages. */
export function readYamlFile(file: string, name: string): YamlFile | { readonly problems: Problem[] } {
    const read = readText(file);
    return "failure" in read
        ? { problems: [fileProblem(name, 1, read.failure, "the file can be read", "check its name and permissions")] }
        : readYaml(read.text, name);
}

/** Reads a text as YAML; what is wrong with the syntax becomes problems. `name` stands in messages. */
export function readYaml(text: string, name: string): YamlFile | { readonly problems: Problem[] } {
    const lines = new LineCounter();
    // Pulumi's own reader knows merge keys.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
    if (document.errors.length > 0) {
        return {
            problems: document.errors.map(({ code, message, pos }) => {
                const { line } = lines.linePos(pos[0]);
                const found = (text.split("\n")[line - 1] ?? "").trim();
                return code === "DUPLICATE_KEY"
                    ? fileProblem(name, line, found, "a key stands once in its map", "remove or rename one of the two")
                    : fileProblem(name, line, found, `YAML: ${message}`, "mend the syntax; check the indentation");
            }),
        };
    }
    try {
        const value: unknown = document.toJS();
        return { value, locate: (path) => ({ file: name, line: lineOf(document, lines, path) }) };
    } catch (error) {
        // An alias without its anchor shows only when it is followed.
        const message = error instanceof Error ? error.message : String(error);
        return {
            problems: [fileProblem(name, 1, undefined, `YAML: ${message}`, "define the anchor before its alias")],
        };
    }
}

/** A problem with a place but without a key. */
export function fileProblem(file: string, line: number, found: unknown, rule: string, fix: string): Problem {
    return { path: [], found, rule, fix, at: { file, line } };
}

function lineOf(document: Document, lines: LineCounter, path: SettingPath): number {
    let offset = 0;
    let node = document.contents as Node | null | undefined;
    for (const part of path) {
        const found = childOf(document, node, part);
        if (found === undefined) {
            break;
        }
        offset = found.offset;
        node = found.value;
    }
    return lines.linePos(offset).line;
}

function childOf(
    document: Document,
    parent: Node | null | undefined,
    part: string | number,
): { offset: number; value: Node | null } | undefined {
    const node = isAlias(parent) ? parent.resolve(document) : parent;
    if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        const key = pair?.key;
        return isScalar(key) && key.range ? { offset: key.range[0], value: pair?.value as Node | null } : undefined;
    }
    if (isSeq(node) && typeof part === "number") {
        const item = node.items[part] as Node | undefined;
        return item?.range ? { offset: item.range[0], value: item } : undefined;
    }
    return undefined;
}
