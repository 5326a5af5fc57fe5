/** The items of a list below a heading of the report, each in one line again. */
export function itemsBelow(text: string, heading: RegExp): string[] {
    const lines = text.split("\n");
    const start = lines.findIndex((line) => heading.test(line));
    if (start < 0) {
        return [];
    }
    const below = lines.slice(start + 1);
    const end = below.findIndex((line) => !line.startsWith("  "));
    const items: string[] = [];
    for (const line of end < 0 ? below : below.slice(0, end)) {
        if (line.startsWith("    ")) {
            items.push(`${items.pop() ?? ""} ${line.trim()}`);
        } else {
            items.push(line.trim());
        }
    }
    return items;
}

/** First word of each item: the id of a policy or a proof. */
export function idsBelow(text: string, heading: RegExp): string[] {
    return itemsBelow(text, heading).map((item) => item.split(" ")[0] ?? "");
}

export const TO_CHANGE = /^\d+ things? to change before this may be deployed:$/;
export const NOT_DECIDED = /^(Nothing is wrong, but|Besides,) \d+ not decided:$/;
