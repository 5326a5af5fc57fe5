import { createHash } from "node:crypto";
import { resolve } from "node:path";

import * as pulumi from "@pulumi/pulumi";
import { buildSync } from "esbuild";

import { definitionsOf } from "./page";

/** A function's code, ready for Lambda. */
export interface Bundle {
    /** Archive with the one file `index.js`. */
    readonly archive: pulumi.asset.AssetArchive;
    /** SHA-256 of that file, hexadecimal; the same on every machine for the same sources and lock file. */
    readonly sha256: string;
}

/** Newest Node.js Lambda runs. Source: Lambda developer guide, "Lambda runtimes". */
export const RUNTIME = "nodejs24.x";

/** Name within the archive and its export, as Lambda's `Handler` wants them. */
export const HANDLER = "index.handler";

const ROOT = resolve(__dirname, "../..");
const bundled = new Map<string, string>();

/**
 * Bundles a TypeScript function with all it imports, the AWS SDK among it: what runs is what the lock file names, not
 * what the runtime happens to bring along.
 *
 * @param entry file from the root of the project, as `assets/functions/drain/index.ts`; it exports `handler`.
 * @throws pulumi.RunError naming the entry and what esbuild found wrong.
 */
export function bundle(entry: string): Bundle {
    const code = bundledCode(entry);
    return {
        archive: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(code) }),
        sha256: createHash("sha256").update(code).digest("hex"),
    };
}

/** Text of the bundle's one file; see {@link bundle}. */
export function bundledCode(entry: string): string {
    const known = bundled.get(entry);
    if (known !== undefined) {
        return known;
    }
    const code = build(entry);
    bundled.set(entry, code);
    return code;
}

function build(entry: string): string {
    try {
        const { outputFiles } = buildSync({
            absWorkingDir: ROOT,
            entryPoints: [entry],
            bundle: true,
            write: false,
            platform: "node",
            target: "node24",
            format: "cjs",
            // The SDK's ES modules let esbuild leave out the operations nobody calls.
            mainFields: ["module", "main"],
            // Also takes away the comments and keys that name files, which differ where node_modules is a link.
            minify: true,
            // Errors are told apart by their names.
            keepNames: true,
            legalComments: "none",
            charset: "utf8",
            define: definitionsOf(entry),
            logLevel: "silent",
            // Nothing of the result may depend on a tsconfig found on the way.
            tsconfigRaw: { compilerOptions: { target: "es2022", useDefineForClassFields: true } },
        });
        return outputFiles.map(({ text }) => text).join("");
    } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new pulumi.RunError(`The function ${entry} cannot be bundled: ${why}`);
    }
}
