import * as fs from "node:fs";
import * as path from "node:path";

/** Entries of the repository that the mirror does not show. */
const HIDDEN = new Set([".git", ".emulated", ".cache", "coverage"]);
const STACK_FILE = /^Pulumi\..+\.yaml$/;
const SALT = /^encryptionsalt: .*$/m;

/**
 * Makes `directory` look like the project in `root`: links to everything in it, and copies of the stack files, which
 * `pulumi` writes to. So a run leaves the tracked files as they are, and an edit of theirs counts in the next run.
 *
 * A stack file without a salt for its secrets keeps the one its copy was given. `own` are entries of the mirror that
 * belong to whoever asked for it.
 */
export function mirrorProject(root: string, directory: string, own: readonly string[] = []): void {
    fs.mkdirSync(directory, { recursive: true });
    for (const name of fs.readdirSync(root).filter((entry) => !HIDDEN.has(entry))) {
        const source = path.join(root, name);
        const target = path.join(directory, name);
        if (STACK_FILE.test(name)) {
            fs.writeFileSync(target, withSalt(fs.readFileSync(source, "utf8"), saltOf(target)));
        } else if (!fs.existsSync(target)) {
            fs.symlinkSync(path.relative(directory, source), target);
        }
    }
    for (const name of fs.readdirSync(directory).filter((entry) => !STACK_FILE.test(entry) && !own.includes(entry))) {
        if (!fs.existsSync(path.join(root, name))) {
            fs.rmSync(path.join(directory, name), { recursive: true, force: true });
        }
    }
}

function saltOf(file: string): string | undefined {
    return fs.existsSync(file) ? SALT.exec(fs.readFileSync(file, "utf8"))?.[0] : undefined;
}

/** At the end, so that line numbers in messages are those of the original. */
function withSalt(text: string, salt: string | undefined): string {
    return salt === undefined || SALT.test(text) ? text : `${text.trimEnd()}\n${salt}\n`;
}
