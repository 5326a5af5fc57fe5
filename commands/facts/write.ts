import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Facts } from "../../preflight/facts";
import { UserError } from "../open/outputs";

/**
 * Writes the facts in one step: whoever reads the file meanwhile sees the old one or the new one, never half of it.
 *
 * @throws UserError when the file cannot be written.
 */
export function writeFacts(file: string, facts: Facts): void {
    const draft = `${file}.${process.pid}.tmp`;
    try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(draft, `${JSON.stringify(facts, undefined, 4)}\n`);
        renameSync(draft, file);
    } catch (error) {
        rmSync(draft, { force: true });
        const why = error instanceof Error ? error.message : String(error);
        throw new UserError(`${file} cannot be written: ${why}. Name another with --out.`);
    }
}
