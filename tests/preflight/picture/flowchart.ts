import assert from "node:assert/strict";

/** What a Mermaid flowchart holds. */
export interface Flowchart {
    readonly nodes: ReadonlySet<string>;
    readonly links: readonly (readonly [from: string, to: string])[];
}

const ID = "[A-Za-z][A-Za-z0-9_]*";
// Between quotes: no quote, and of HTML the line break only; what else means something is an entity `#60;`.
const LABEL = '"(?:[^"<>&`#]|<br\\/>|#\\d+;)*"';

const STATEMENTS = {
    node: new RegExp(`^(${ID})(?:\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\))(?::::(${ID}))?$`),
    class: new RegExp(`^(${ID}):::(${ID})$`),
    link: new RegExp(`^(${ID}) (?:-->|---|-\\.->|-\\.-)(?:\\|${LABEL}\\|)? (${ID})$`),
    subgraph: new RegExp(`^subgraph (${ID})\\[${LABEL}\\]$`),
    style: new RegExp(`^classDef (${ID}) [a-z-]+:[^,]+(?:,[a-z-]+:[^,]+)*$`),
} as const;

/**
 * Reads a flowchart by the grammar of Mermaid's documentation ("Flowcharts - Basic Syntax"), the part of it pictures use:
 * every line is a statement, every link joins nodes that exist, every class is defined, subgraphs end.
 */
export function flowchart(text: string): Flowchart {
    const match = /^---\ntitle: (".*")\n---\nflowchart TB\n([\s\S]*)$/.exec(text);
    assert.ok(match, "a title in front matter, then flowchart TB");
    JSON.parse(match[1] ?? "");
    const nodes = new Set<string>();
    const links: [string, string][] = [];
    const used = new Set<string>();
    const defined = new Set<string>();
    let depth = 0;
    for (const line of (match[2] ?? "").trimEnd().split("\n")) {
        const statement = line.trim();
        const kind = (Object.keys(STATEMENTS) as (keyof typeof STATEMENTS)[]).find((each) =>
            STATEMENTS[each].test(statement),
        );
        const [, first = "", second] = kind === undefined ? [] : (STATEMENTS[kind].exec(statement) ?? []);
        if (statement === "end") {
            depth -= 1;
            assert.ok(depth >= 0, "an end without its subgraph");
        } else if (kind === "node") {
            assert.ok(!nodes.has(first), `node ${first} is drawn twice`);
            nodes.add(first);
        } else if (kind === "link") {
            links.push([first, second ?? ""]);
        } else if (kind === "subgraph") {
            depth += 1;
        } else if (kind === "style") {
            defined.add(first);
        } else {
            assert.equal(kind, "class", `no statement of a flowchart: ${statement}`);
        }
        if ((kind === "node" || kind === "class") && second !== undefined) {
            used.add(second);
        }
    }
    assert.equal(depth, 0, "every subgraph ends");
    assert.deepEqual(
        links.flat().filter((id) => !nodes.has(id)),
        [],
        "every link joins nodes that exist",
    );
    assert.deepEqual(
        [...used].filter((name) => !defined.has(name)),
        [],
        "every class is defined",
    );
    return { nodes, links };
}
