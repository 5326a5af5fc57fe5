import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { type GraphResource, isUnknown } from "../../policy-pack/graph";
import { inputsOf } from "./recorded";

/** Stands in the program's data for what a first preview does not know, or for a secret. */
const UNKNOWN_MARK = "<unknown>";
const SECRET_MARK = "<secret>";

/** Registers the resources of resources.json; an unknown value comes from what its property depends on. */
const SOURCE = `"use strict";
// Half of a large program's time goes into the stack traces that the SDK takes of each promise.
Error.stackTraceLimit = 0;
const pulumi = require("@pulumi/pulumi");
const made = new Map();
for (const { urn, type, name, props, uses } of require("./resources.json")) {
    const unknown = (key) => {
        const sources = (uses[key] ?? []).map((source) => made.get(source).id);
        return pulumi.all(sources).apply(([first]) => first ?? "none");
    };
    const filled = (value, key) =>
        value === ${JSON.stringify(UNKNOWN_MARK)}
            ? unknown(key)
            : value === ${JSON.stringify(SECRET_MARK)}
              ? pulumi.secret("hidden")
              : Array.isArray(value)
                ? value.map((item) => filled(item, key))
                : typeof value === "object" && value !== null
                  ? Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, filled(item, key)]))
                  : value;
    const inputs = Object.fromEntries(Object.entries(props).map(([key, value]) => [key, filled(value, key)]));
    made.set(urn, new pulumi.CustomResource(type, name, inputs));
}
`;

/** Writes a Pulumi project that registers the resources and nothing else. Outputs that nobody set are left to the provider. */
export function writeProgram(directory: string, resources: readonly GraphResource[]): void {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text);
    write("package.json", JSON.stringify({ name: "copies", main: "index.js" }));
    write("index.js", SOURCE);
    write("resources.json", JSON.stringify(resources.map(described)));
    write("Pulumi.yaml", "name: copies\nruntime: nodejs\n");
    write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n");
}

function described(resource: GraphResource): object {
    const { urn, type, name, propertyDependencies } = resource;
    return { urn, type, name, props: marked(inputsOf(resource)), uses: propertyDependencies };
}

function marked(value: unknown): unknown {
    if (isUnknown(value)) {
        return value.why === "secret" ? SECRET_MARK : UNKNOWN_MARK;
    }
    if (Array.isArray(value)) {
        return value.map(marked);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]))
        : value;
}
