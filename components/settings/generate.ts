import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { stackFileSchema } from "./jsonSchema";
import { settingsPage } from "./reference";

const ROOT = path.resolve(__dirname, "../..");

/** Every file made from the schema, by its path in the repository. */
export function generatedFiles(): Readonly<Record<string, string>> {
    return {
        "schema/stack.schema.json": `${JSON.stringify(stackFileSchema(), undefined, 2)}\n`,
        "docs/settings.md": settingsPage(),
    };
}

/** The generated files whose committed text is not what the schema gives now. */
export function staleFiles(root: string = ROOT): string[] {
    return Object.entries(generatedFiles())
        .filter(([name, text]) => {
            const file = path.join(root, name);
            return !existsSync(file) || readFileSync(file, "utf8") !== text;
        })
        .map(([name]) => name);
}

function main(): void {
    const stale = staleFiles();
    if (process.argv.includes("--check")) {
        for (const name of stale) {
            console.error(`${name} is stale: run npm run generate`);
        }
        process.exitCode = stale.length === 0 ? 0 : 1;
        return;
    }
    const files = generatedFiles();
    for (const name of stale) {
        const file = path.join(ROOT, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, files[name]!);
        console.log(`wrote ${name}`);
    }
}

if (require.main === module) {
    main();
}
