import { type Locate, pathText, type Problem } from "./problems";
import { HIDDEN } from "./secrets";

const WIDTH = 80;
const INDENT = " ".repeat(12);
const LONGEST_FOUND = 200;

/**
 * The mistakes as text for people, file by file in the order of each: where, what was found, which rule it breaks and what to
 * do. Lines keep within 80 columns where words allow.
 */
export function formatProblems(problems: readonly Problem[], locate: Locate = () => undefined): string {
    const located = problems.map((problem) => ({ problem, at: problem.at ?? locate(problem.path) }));
    const files = located.map(({ at }) => at?.file);
    return located
        .sort((a, b) => files.indexOf(a.at?.file) - files.indexOf(b.at?.file) || (a.at?.line ?? 0) - (b.at?.line ?? 0))
        .map(({ problem, at }) => {
            const key = at?.key ?? pathText(problem.path);
            const head = [at && `${at.file}:${at.line}`, key].filter((part) => part !== undefined);
            return [
                head.join("  ").trimEnd(),
                line("found", foundText(problem.found)),
                line("rule", problem.rule),
                line("fix", problem.fix),
            ].join("\n");
        })
        .join("\n");
}

function foundText(found: unknown): string {
    if (found === undefined) {
        return "nothing";
    }
    if (found === HIDDEN) {
        return HIDDEN;
    }
    const text = JSON.stringify(found);
    return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}

function line(label: string, text: string): string {
    return `    ${label.padEnd(8)}${wrap(text)}`;
}

/** Breaks between words; what follows the first line is indented under it. */
function wrap(text: string): string {
    const lines: string[] = [];
    let current = "";
    for (const word of text.split(" ")) {
        if (current !== "" && INDENT.length + current.length + 1 + word.length > WIDTH) {
            lines.push(current);
            current = word;
        } else {
            current = current === "" ? word : `${current} ${word}`;
        }
    }
    return [...lines, current].join(`\n${INDENT}`);
}
