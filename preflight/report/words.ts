/** A number with its noun: `1 violation`, `2 violations`, `2 policies`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
    return `${count} ${count === 1 ? noun : plural}`;
}
