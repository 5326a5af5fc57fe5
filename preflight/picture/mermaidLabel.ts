/** Text of Mermaid in quotes: what means something to it or to HTML is written as an entity. */
export function label(lines: readonly string[]): string {
    const escaped = lines.map((line) =>
        line.replace(/[#&<>"`]/g, (character) => `#${character.codePointAt(0)};`).replace(/\s+/g, " "),
    );
    return `"${escaped.join("<br/>")}"`;
}
