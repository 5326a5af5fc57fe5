import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A test by its file, from the project's folder, and the piece of its title that names it. */
export interface TestTitle {
    readonly file: string;
    readonly title: string;
}

const NUMBER = /\b(F-\d{3}|W\d-\d{1,2})\b/g;

/** A title of a suite or a case, as the file writes it: what stands behind `describe(` or `it(`. */
const TITLE = /\b(?:describe|it)\(\s*(?:"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

/** Titles in a test file, placeholders of templates as they stand. */
export function titlesIn(text: string): string[] {
    return [...text.matchAll(TITLE)].map(([, plain, template]) => (plain ?? template ?? "").replaceAll('\\"', '"'));
}

/** Titles that carry numbers, by number. */
export function titlesByNumber(root: string): ReadonlyMap<string, readonly TestTitle[]> {
    const found = new Map<string, TestTitle[]>();
    for (const file of testFiles(root)) {
        for (const title of titlesIn(readFileSync(path.join(root, file), "utf8"))) {
            for (const number of new Set(title.match(NUMBER) ?? [])) {
                found.set(number, [...(found.get(number) ?? []), { file, title }]);
            }
        }
    }
    return found;
}

/** Reads `FILE: TITLE`. */
export function testTitle(shown: string): TestTitle {
    const [file = ""] = shown.split(": ", 1);
    return { file: `${folderOf(file)}.test.ts`, title: shown.slice(file.length + 2) };
}

/** The policy pack is a package of its own, with its tests inside. */
function folderOf(file: string): string {
    return file.startsWith("policy-pack/") ? file.replace("policy-pack/", "policy-pack/tests/") : `tests/${file}`;
}

/** Whether the file has a suite or a case whose title holds the text. */
export function exists(root: string, { file, title }: TestTitle): boolean {
    const full = path.join(root, file);
    return existsSync(full) && titlesIn(readFileSync(full, "utf8")).some((each) => each.includes(title));
}

function testFiles(root: string): string[] {
    return ["tests", "policy-pack/tests"]
        .filter((folder) => existsSync(path.join(root, folder)))
        .flatMap((folder) =>
            readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
                .filter((name) => name.endsWith(".test.ts"))
                // The tests of this list speak of numbers that are not theirs.
                .filter((name) => !name.startsWith("systems-coverage"))
                .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
                .sort(),
        );
}
