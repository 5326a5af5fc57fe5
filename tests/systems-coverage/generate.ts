import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { FEATURES } from "./features";
import { coveragePage, PAGE } from "./page";
import { problemsOf } from "./problems";
import { titlesByNumber } from "./titles";
import { WEAKNESSES } from "./weaknesses";

const ROOT = path.resolve(__dirname, "../..");

/**
 * Writes docs/systems-coverage.md; with `--check` only says what is wrong with it.
 * @returns the exit status
 */
export function main(args: readonly string[], root: string = ROOT): number {
    const titles = titlesByNumber(root);
    const problems = problemsOf({ root, features: FEATURES, weaknesses: WEAKNESSES, titles });
    const file = path.join(root, PAGE);
    const text = coveragePage({ security: readFileSync(path.join(root, "docs/security.md"), "utf8"), titles });
    const isStale = !existsSync(file) || readFileSync(file, "utf8") !== text;
    if (args.includes("--check")) {
        const stale = isStale ? [`${PAGE} is stale: run npm run generate:coverage`] : [];
        process.stderr.write([...problems, ...stale].map((problem) => `${problem}\n`).join(""));
        return problems.length + stale.length === 0 ? 0 : 1;
    }
    if (isStale) {
        writeFileSync(file, text);
        process.stdout.write(`wrote ${PAGE}\n`);
    }
    process.stderr.write(problems.map((problem) => `${problem}\n`).join(""));
    return problems.length === 0 ? 0 : 1;
}

if (require.main === module) {
    process.exitCode = main(process.argv.slice(2));
}
