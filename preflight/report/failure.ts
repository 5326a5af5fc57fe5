import path from "node:path";

/** A line of a stack trace, with file and line. */
const FRAME = /^\s+at (?:.*\()?(.+?):(\d+):\d+\)?$/;

/**
 * What a program that failed said, without stack traces: those of Pulumi's runtime and of Node are nobody's concern. Of each
 * trace the topmost place in a file of the program is kept.
 *
 * @param directory files below it are named relative to it
 */
export function failureText(messages: readonly string[], directory: string): string {
    return [
        "The program failed, so nothing can be said about it:",
        ...messages.flatMap((message) => {
            const all = withoutCause(message).trimEnd().split("\n");
            const own = all.map((line) => placeOf(line, directory)).find((place) => place !== undefined);
            const said = all.filter((line) => !/^\s+at /.test(line)).map((line) => line.trimEnd());
            return [...said, ...(own === undefined ? [] : [`in ${own}`])];
        }),
    ].join("\n  ");
}

/** What follows a program that does not compile is the compiler's own stack. */
function withoutCause(message: string): string {
    return message.split(/\n\s*Caused by:\s*\n\s*Syntax Error/)[0] as string;
}

function placeOf(line: string, directory: string): string | undefined {
    const [, file, number] = FRAME.exec(line) ?? [];
    if (file === undefined || !path.isAbsolute(file) || /[\\/]node_modules[\\/]/.test(file)) {
        return undefined;
    }
    const relative = path.relative(directory, file);
    return `${relative.startsWith("..") ? file : relative}, line ${number}`;
}
