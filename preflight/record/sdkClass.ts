import { readFileSync } from "node:fs";
import * as path from "node:path";

/** Properties of one resource class of @pulumi/aws. */
export interface SdkClass {
    /** All properties, inputs and outputs. */
    readonly properties: ReadonlySet<string>;
    /** Properties that no program can set: the provider computes them. */
    readonly outputOnly: ReadonlySet<string>;
}

const NONE: SdkClass = { properties: new Set(), outputOnly: new Set() };
const ROOT = path.dirname(require.resolve("@pulumi/aws/package.json"));
const cache = new Map<string, SdkClass>();

/**
 * What the SDK says about a resource type. The npm package carries no schema, so this reads the class's generated
 * constructor, where each property is one `resourceInputs["..."] = ` line and output-only ones are `undefined`.
 *
 * @returns empty sets for types of other packages and for components
 */
export function sdkClass(type: string): SdkClass {
    const known = cache.get(type);
    if (known) {
        return known;
    }
    const read = type.startsWith("aws:") ? readClass(type) : NONE;
    cache.set(type, read);
    return read;
}

function readClass(type: string): SdkClass {
    let source: string;
    try {
        source = readFileSync(path.join(ROOT, `${type.split(":")[1]?.replace(/^index\//, "") ?? ""}.js`), "utf8");
    } catch {
        return NONE;
    }
    const properties = new Set<string>();
    const outputOnly = new Set<string>();
    for (const [, name, output] of source.matchAll(/resourceInputs\["(\w+)"\] = (undefined\b)?/g)) {
        if (name !== undefined) {
            properties.add(name);
            if (output !== undefined) {
                outputOnly.add(name);
            }
        }
    }
    return { properties, outputOnly };
}
