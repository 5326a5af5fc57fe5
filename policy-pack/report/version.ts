import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Version of the pack: that of the nearest package.json above this file, which is compiled into a folder of its own. */
export function packVersion(folder: string = __dirname): string {
    const file = path.join(folder, "package.json");
    if (existsSync(file)) {
        return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
    }
    const parent = path.dirname(folder);
    if (parent === folder) {
        throw new Error("The policy pack has no package.json above it.");
    }
    return packVersion(parent);
}
