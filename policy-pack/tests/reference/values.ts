import { Printed } from "../examples/printed";
import { Ref, Text } from "../fixture/build";
import type { Code } from "./code";

/** What a logical name is called in a program. */
export type Names = (resource: string) => string;

/** A value of an example as program text: references as outputs, policy documents as what they are made from. */
export function codeOf(value: unknown, names: Names): Code {
    if (value instanceof Printed) {
        return { kind: "atom", text: value.code };
    }
    if (value instanceof Ref) {
        return { kind: "atom", text: outputOf(value, names) };
    }
    if (value instanceof Text) {
        return textCode(value, names);
    }
    if (Array.isArray(value)) {
        return { kind: "list", items: value.map((item) => codeOf(item, names)) };
    }
    if (typeof value === "object" && value !== null) {
        return {
            kind: "object",
            entries: Object.entries(value)
                .filter(([, item]) => item !== undefined)
                .map(([key, item]) => [keyText(key), codeOf(item, names)]),
        };
    }
    const parsed = typeof value === "string" ? documentIn(value) : undefined;
    return parsed === undefined
        ? { kind: "atom", text: JSON.stringify(value) }
        : { kind: "call", name: "JSON.stringify", parameters: [codeOf(parsed, names)] };
}

function outputOf({ name, output }: Ref, names: Names): string {
    return `${names(name)}.${output}`;
}

function keyText(key: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** Objects and lists in JSON are documents; numbers and words are not. */
function documentIn(text: string): object | undefined {
    if (!/^\s*[[{]/.test(text)) {
        return undefined;
    }
    try {
        return JSON.parse(text) as object;
    } catch {
        return undefined;
    }
}

/** Marks the place of an output in a text while it is taken apart; no example holds these characters. */
const MARK = /\uE000(\d+)\uE001/;

function textCode({ refs, build }: Text, names: Names): Code {
    const text = build(...refs.map((_, index) => `\uE000${index}\uE001`));
    const outputs = refs.map((each) => outputOf(each, names));
    const parsed = documentIn(text);
    return parsed === undefined
        ? interpolated(text, outputs)
        : { kind: "call", name: "pulumi.jsonStringify", parameters: [filled(codeOf(parsed, names), outputs)] };
}

/** Puts outputs where their marks stand in a document. */
function filled(code: Code, outputs: readonly string[]): Code {
    switch (code.kind) {
        case "atom": {
            const isMarked = code.text.startsWith('"') && MARK.test(code.text);
            return isMarked ? interpolated(JSON.parse(code.text) as string, outputs) : code;
        }
        case "list":
            return { ...code, items: code.items.map((item) => filled(item, outputs)) };
        case "object":
            return { ...code, entries: code.entries.map(([key, value]) => [key, filled(value, outputs)]) };
        case "call":
            return { ...code, parameters: code.parameters.map((each) => filled(each, outputs)) };
    }
}

function interpolated(text: string, outputs: readonly string[]): Code {
    const parts = text.split(new RegExp(MARK.source));
    const [before, index, after] = parts;
    if (before === "" && after === "" && parts.length === 3) {
        return { kind: "atom", text: outputs[Number(index)] ?? "" };
    }
    const body = parts.map((part, place) =>
        place % 2 === 1 ? `\${${outputs[Number(part)] ?? ""}}` : part.replace(/[\\`]|\$(?=\{)/g, "\\$&"),
    );
    return { kind: "atom", text: `pulumi.interpolate\`${body.join("")}\`` };
}
