import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const UPDATE = "UPDATE_GOLDEN";

/**
 * Compares lines with a file of this folder. `UPDATE_GOLDEN=1` writes the file instead, so that what changed stands in
 * the commit that changes it.
 *
 * @param meaning what a change of these lines does to people, for the message
 * @throws Error naming what vanished and what came
 */
export function assertGolden(file: string, lines: readonly string[], meaning: string, folder = __dirname): void {
    const target = path.join(folder, file);
    if (process.env[UPDATE] === "1") {
        writeFileSync(target, [...lines, ""].join("\n"));
        return;
    }
    const recorded = readFileSync(target, "utf8").split("\n").slice(0, -1);
    const vanished = recorded.filter((line) => !lines.includes(line));
    const came = lines.filter((line) => !recorded.includes(line));
    if (vanished.length > 0 || came.length > 0 || recorded.length !== lines.length) {
        throw new Error(
            [
                `${file} differs.`,
                ...vanished.map((line) => `  vanished: ${line}`),
                ...came.map((line) => `  came:     ${line}`),
                ...(vanished.length + came.length === 0 ? ["  a line stands there more or less often"] : []),
                meaning,
                `If it is meant: ${UPDATE}=1 npx mocha, and commit the file with the reason.`,
            ].join("\n"),
        );
    }
}
