import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "..", "..", "assets", "lifecycle");

const ENDING = ".sh";

const SCRIPTS: ReadonlyMap<string, string> = new Map(
    readdirSync(FOLDER)
        .filter((file) => file.endsWith(ENDING))
        .sort()
        .map((file) => [file.slice(0, -ENDING.length), readFileSync(join(FOLDER, file), "utf8")]),
);

/** Names of the lifecycle scripts that can be chosen: the files of assets/lifecycle without `.sh`, sorted. */
export const LIFECYCLE_SCRIPTS: readonly string[] = [...SCRIPTS.keys()];

/** Text of a script; undefined when there is none of that name. */
export function lifecycleScript(name: string): string | undefined {
    return SCRIPTS.get(name);
}
