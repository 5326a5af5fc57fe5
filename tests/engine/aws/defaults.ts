import { randomBytes } from "node:crypto";
import { type Identity, identityOf } from "./identities";
import { DEFAULTED, hasUnknown, isObject, type Properties } from "./values";

/**
 * Inputs as the provider completes them: documents as text, its defaults, and a made-up name, which stays the same for
 * the resource (`olds`) and is new for a replacement.
 */
export function completeInputs(type: string, logicalName: string, news: Properties, olds: Properties): Properties {
    const inputs: Properties = withTextDocuments(news);
    const identity = identityOf(type);
    const defaulted: string[] = [];
    for (const [property, value] of Object.entries(identity?.defaults ?? {})) {
        if (inputs[property] === undefined) {
            inputs[property] = value;
            defaulted.push(property);
        }
    }
    const name = identity?.autoName;
    if (
        identity !== undefined &&
        name !== undefined &&
        inputs[name] === undefined &&
        inputs[`${name}Prefix`] === undefined
    ) {
        inputs[name] = wasDefaulted(olds, name) ? olds[name] : madeUpName(identity, name, logicalName);
        defaulted.push(name);
    }
    return { ...inputs, [DEFAULTED]: defaulted };
}

/** A policy document may be given as an object; AWS gets its text. */
function withTextDocuments(inputs: Properties): Properties {
    const documents = ["policy", "assumeRolePolicy"].filter(
        (name) => isObject(inputs[name]) && !hasUnknown(inputs[name]),
    );
    return { ...inputs, ...Object.fromEntries(documents.map((name) => [name, JSON.stringify(inputs[name])])) };
}

function wasDefaulted(olds: Properties, name: string): boolean {
    const defaulted = olds[DEFAULTED];
    return Array.isArray(defaulted) && defaulted.includes(name) && olds[name] !== undefined;
}

function madeUpName(identity: Identity, property: string, name: string): string {
    const madeUp = `${identity.autoNamePrefix ?? ""}${name}-${randomBytes(4).toString("hex").slice(0, 7)}`;
    return property === "bucket" ? madeUp.toLowerCase() : madeUp;
}
