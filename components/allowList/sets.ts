import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the sets are kept: one domain a line, `#` before a comment. */
const FOLDER = join(__dirname, "..", "..", "assets", "domains");

const ENDING = ".txt";

const SETS: ReadonlyMap<string, readonly string[]> = new Map(
    readdirSync(FOLDER)
        .filter((file) => file.endsWith(ENDING))
        .sort()
        .map((file) => [file.slice(0, -ENDING.length), domainsIn(readFileSync(join(FOLDER, file), "utf8"))]),
);

/** Names of the sets an allow-list may hold: the files of assets/domains, sorted. */
export const DOMAIN_SETS: readonly string[] = [...SETS.keys()];

/** Domains of a set; undefined when there is no set of that name. */
export function domainsOfSet(name: string): readonly string[] | undefined {
    return SETS.get(name);
}

function domainsIn(text: string): string[] {
    return text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
}
