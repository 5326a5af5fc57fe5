/** The known name that a misspelt one most likely means; `undefined` where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
    const [best] = known
        .map((each) => ({ each, distance: distance(name.toLowerCase(), each.toLowerCase()) }))
        .sort((one, other) => one.distance - other.distance);
    // Further away than a third of the letters it is another word, and a guess would mislead.
    return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.each : undefined;
}

/** Letters to insert, remove or replace (Levenshtein distance). */
function distance(one: string, other: string): number {
    let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [row, letter] of [...one].entries()) {
        const current = [row + 1];
        for (const [column, counterpart] of [...other].entries()) {
            const replaced = (previous[column] ?? 0) + (letter === counterpart ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[other.length] ?? 0;
}
