/** Longest comment GitHub takes, in characters. */
const COMMENT_LIMIT = 65_536;

/** Text as a code span of one line: nothing in it is read as Markdown, HTML or a mention. */
export function code(text: string): string {
    const line = text.replace(/\s+/g, " ").replace(/`/g, "'").replace(/\|/g, "\\|").trim();
    return line === "" ? "" : `\`${line}\``;
}

/** A table; without rows, nothing. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
    const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    return rows.length === 0 ? [] : ["", line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

/** The first items, and how many are left out. */
export function atMost(items: readonly string[], limit: number, rest: (count: number) => string): string[] {
    return items.length <= limit ? [...items] : [...items.slice(0, limit), rest(items.length - limit)];
}

/** Cuts between lines where the text is too long for a comment, and says so. */
export function fitComment(text: string, limit: number = COMMENT_LIMIT): string {
    const notice = "\n\n… cut here: the whole report is on the page of the workflow run.";
    if (text.length <= limit) {
        return text;
    }
    const kept = text.slice(0, limit - notice.length);
    return kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0)) + notice;
}
