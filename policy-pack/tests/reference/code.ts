/** Program text as a tree, so that it can be broken into lines where it is too long for one. */
export type Code =
    | { readonly kind: "atom"; readonly text: string }
    | { readonly kind: "list"; readonly items: readonly Code[] }
    | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Code])[] }
    | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Code[] };

/** Longest line of an example; wider ones scroll on the page. */
const WIDTH = 100;
const STEP = 4;

/** Text of a piece of code that starts at this column of a line indented by `indent`. */
export function render(code: Code, indent = 0, column = indent, after = 1): string {
    const inline = oneLine(code);
    return column + inline.length + after <= WIDTH ? inline : broken(code, indent, column);
}

function oneLine(code: Code): string {
    switch (code.kind) {
        case "atom":
            return code.text;
        case "list":
            return `[${code.items.map(oneLine).join(", ")}]`;
        case "object": {
            const entries = code.entries.map(([key, value]) => `${key}: ${oneLine(value)}`);
            return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
        }
        case "call":
            return `${code.name}(${code.parameters.map(oneLine).join(", ")})`;
    }
}

function broken(code: Code, indent: number, column: number): string {
    const inner = indent + STEP;
    const lines = (open: string, parts: readonly string[], close: string): string =>
        [open, ...parts.map((part) => `${" ".repeat(inner)}${part},`), `${" ".repeat(indent)}${close}`].join("\n");
    switch (code.kind) {
        case "atom":
            return code.text;
        case "list":
            return lines(
                "[",
                code.items.map((item) => render(item, inner)),
                "]",
            );
        case "object":
            return lines(
                "{",
                code.entries.map(([key, value]) => `${key}: ${render(value, inner, inner + key.length + 2)}`),
                "}",
            );
        case "call": {
            // The last object of a call takes the lines; what stands before it is short.
            const kinds = code.parameters.map(({ kind }) => kind);
            const breaking = Math.max(kinds.lastIndexOf("object"), kinds.lastIndexOf("call"));
            const parts = code.parameters.map((each, index) =>
                index === breaking ? broken(each, indent, column + code.name.length) : oneLine(each),
            );
            return `${code.name}(${parts.join(", ")})`;
        }
    }
}
