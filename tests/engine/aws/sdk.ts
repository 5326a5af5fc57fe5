import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

/** Type of a property as @pulumi/aws declares it; `any` where the declaration is not one of these forms. */
export type SdkType =
    | { readonly kind: "string" | "number" | "boolean" | "map" | "any" }
    | { readonly kind: "list"; readonly of: SdkType }
    | { readonly kind: "object"; readonly name: string };

export interface SdkInput {
    readonly type: SdkType;
    readonly required: boolean;
}

/** A resource class of @pulumi/aws. */
export interface SdkClass {
    readonly inputs: ReadonlyMap<string, SdkInput>;
    /** Properties that no program can set. */
    readonly outputs: ReadonlySet<string>;
}

const ROOT = path.dirname(require.resolve("@pulumi/aws/package.json"));
const classes = new Map<string, SdkClass | undefined>();
const objects = new Map<string, ReadonlyMap<string, SdkInput>>();

/**
 * What the SDK says about a resource type. The npm package carries no schema, so this reads the generated declarations:
 * the `...Args` interface for inputs, the constructor for output-only properties.
 *
 * @returns undefined for a type the SDK does not have
 */
export function sdkClass(type: string): SdkClass | undefined {
    if (!classes.has(type)) {
        classes.set(type, readClass(type));
    }
    return classes.get(type);
}

/** Members of a nested input object such as `sagemaker.DomainDefaultUserSettings`. */
export function sdkObject(name: string): ReadonlyMap<string, SdkInput> {
    const known = objects.get(name);
    if (known) {
        return known;
    }
    const [namespace = "", interfaceName = ""] = name.split(".");
    const start = inputTypes().indexOf(`export declare namespace ${namespace} {`);
    const body = start < 0 ? "" : interfaceBody(inputTypes().slice(start), interfaceName, "    ");
    const read = members(body);
    objects.set(name, read);
    return read;
}

let inputTypesText: string | undefined;

/** Six megabytes; read when the first nested object is checked. */
function inputTypes(): string {
    inputTypesText ??= readFileSync(path.join(ROOT, "types", "input.d.ts"), "utf8");
    return inputTypesText;
}

function readClass(type: string): SdkClass | undefined {
    const [, module = "", name = ""] = type.split(":");
    const base = path.join(ROOT, module.replace(/^index\//, ""));
    if (!type.startsWith("aws:") || !existsSync(`${base}.js`)) {
        return undefined;
    }
    const source = readFileSync(`${base}.js`, "utf8");
    // A class that only forwards an old name has a type token of its own in its source.
    if (!source.includes(`'${type}'`)) {
        return undefined;
    }
    const outputs = [...source.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map(
        ([, output]) => output ?? "",
    );
    const body = interfaceBody(readFileSync(`${base}.d.ts`, "utf8"), `${name}Args`, "");
    return { inputs: members(body), outputs: new Set(outputs) };
}

function interfaceBody(text: string, name: string, indent: string): string {
    const start = text.search(new RegExp(`^${indent}(?:export )?interface ${name} \\{`, "m"));
    return start < 0 ? "" : text.slice(start, text.indexOf(`\n${indent}}`, start));
}

function members(body: string): ReadonlyMap<string, SdkInput> {
    const code = body.replace(/\/\*[\s\S]*?\*\//g, "");
    const found = code.matchAll(/^\s+(\w+)(\??): (pulumi\.Input<[\s\S]*?>|[^;{]*);$/gm);
    return new Map(
        [...found].map(([, name = "", optional, type = ""]) => [
            name,
            { type: parseType(type), required: optional !== "?" },
        ]),
    );
}

/** Reads a declared type such as `pulumi.Input<pulumi.Input<string>[] | undefined>`. */
export function parseType(declared: string): SdkType {
    const text = declared.replace(/\s*\|\s*undefined\s*$/, "").trim();
    const input = /^pulumi\.Input<([\s\S]*)>$/.exec(text)?.[1];
    if (input !== undefined && isBalanced(input)) {
        return parseType(input);
    }
    if (text.endsWith("[]")) {
        return { kind: "list", of: parseType(text.slice(0, -2)) };
    }
    if (text === "string" || text === "number" || text === "boolean") {
        return { kind: text };
    }
    if (text.startsWith("{")) {
        return { kind: "map" };
    }
    const object = /^inputs\.(\w+\.\w+)$/.exec(text)?.[1];
    return object === undefined ? { kind: "any" } : { kind: "object", name: object };
}

/** False for `A>[] | pulumi.Input<B`: the outer brackets of a union did not belong together. */
function isBalanced(text: string): boolean {
    let depth = 0;
    for (const character of text) {
        depth += character === "<" ? 1 : character === ">" ? -1 : 0;
        if (depth < 0) {
            return false;
        }
    }
    return true;
}
