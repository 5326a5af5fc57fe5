import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { POLICIES } from "../../policies";
import { EXAMPLES } from "../examples";
import { PAGE, policiesPage } from "./page";

const ROOT = path.resolve(__dirname, "../../..");

/**
 * Writes docs/policies.md; with `--check` only says whether it is stale.
 * @returns the exit status
 */
export function main(args: readonly string[], root: string = ROOT): number {
    const file = path.join(root, PAGE);
    const text = policiesPage({ policies: POLICIES, examples: EXAMPLES });
    if (existsSync(file) && readFileSync(file, "utf8") === text) {
        return 0;
    }
    if (args.includes("--check")) {
        process.stderr.write(`${PAGE} is stale: run npm run generate:policies\n`);
        return 1;
    }
    writeFileSync(file, text);
    process.stdout.write(`wrote ${PAGE}\n`);
    return 0;
}

if (require.main === module) {
    process.exitCode = main(process.argv.slice(2));
}
