import assert from "node:assert/strict";

/** One text of an SVG picture: what a reader sees, where, and how large in points. */
export interface ShownText {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
}

const TOKEN = /<\?[^?]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<\/?[A-Za-z][^<>]*>|[^<]+/y;
const ATTRIBUTE = /\s([A-Za-z:-]+)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads an SVG file as strictly as a browser reads XML, and returns the texts it shows. Runs of one line are joined. */
export function textsOf(svg: string): ShownText[] {
    const open: string[] = [];
    const shown: ShownText[] = [];
    let current: Omit<ShownText, "text"> | undefined;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < svg.length) {
        const at = TOKEN.lastIndex;
        const [token] = TOKEN.exec(svg) ?? [];
        assert.ok(token !== undefined, `no XML at ${svg.slice(at, at + 60)}`);
        if (token.startsWith("<?") || token.startsWith("<!")) {
            continue;
        }
        if (!token.startsWith("<")) {
            const text = decoded(token);
            if (current !== undefined) {
                shown.push({ ...current, text });
            }
        } else if (token.startsWith("</")) {
            assert.equal(open.pop(), token.slice(2, -1).trim(), "tags are closed in the order they were opened");
            current = undefined;
        } else {
            const name = /^<([A-Za-z:-]+)/.exec(token)?.[1] ?? "";
            const attributes = attributesOf(token, name);
            if (!token.endsWith("/>")) {
                open.push(name);
                current =
                    name === "text"
                        ? { x: Number(attributes.x), y: Number(attributes.y), size: Number(attributes["font-size"]) }
                        : undefined;
            }
        }
    }
    assert.deepEqual(open, [], "every tag is closed");
    return shown;
}

function attributesOf(token: string, name: string): Record<string, string> {
    const found = [...token.matchAll(ATTRIBUTE)];
    const rest = token
        .slice(name.length + 1)
        .replace(ATTRIBUTE, "")
        .replace(/\/?>$/, "")
        .trim();
    assert.equal(rest, "", `attributes of ${token}`);
    return Object.fromEntries(found.map(([, key = "", value = ""]) => [key, decoded(value)]));
}

function decoded(text: string): string {
    return text.replace(/&([^;\s]*);?/g, (entity, name: string) => {
        const number = /^#(?:x([0-9A-Fa-f]+)|(\d+))$/.exec(name);
        const character =
            number === null
                ? ENTITIES[name]
                : String.fromCodePoint(number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16));
        assert.ok(character !== undefined && entity.endsWith(";"), `${entity} is no entity of XML`);
        return character;
    });
}
