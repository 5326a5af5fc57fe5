import { readFileSync } from "node:fs";
import path from "node:path";

/** Directory of the project. */
export const ROOT = path.resolve(__dirname, "../..");

/** A link of a page, as far as it leads to a file: its path from the project, and the heading after `#`. */
export interface Link {
    readonly file: string;
    readonly heading: string | undefined;
}

/** A row of a table, by the words of its heading. */
export type Row = Readonly<Record<string, string>>;

/** Text of a page, by its path from the project. */
export function pageText(page: string): string {
    return readFileSync(path.join(ROOT, page), "utf8");
}

/** Links of a page that lead to files, its own headings among them. */
export function links(text: string, page: string): Link[] {
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => {
            const [file = "", heading] = target.split("#");
            return { file: file === "" ? page : path.join(path.dirname(page), file), heading };
        });
}

/** Headings of a page as GitHub names their anchors. */
export function anchors(text: string): string[] {
    return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
        heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, "")
            .replace(/ /g, "-"),
    );
}

/** Rows of all tables whose first heading is this word. */
export function rows(text: string, first: string): Row[] {
    return tables(text)
        .filter(([head]) => head?.[0] === first)
        .flatMap(([head = [], , ...body]) =>
            body.map((cells) => Object.fromEntries(head.map((word, index) => [word, cells[index] ?? ""]))),
        );
}

/** What stands in code type, each once. */
export function inCode(text: string): string[] {
    return [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code))];
}

function tables(text: string): string[][][] {
    return text
        .split(/\n\s*\n/)
        .map((block) => block.split("\n").filter((line) => line.startsWith("|")))
        .filter((lines) => lines.length > 0)
        .map((lines) =>
            lines.map((line) =>
                line
                    .split("|")
                    .slice(1, -1)
                    .map((cell) => cell.trim()),
            ),
        );
}
