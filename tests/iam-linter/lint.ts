import type { RegisteredDocument } from "./documents";
import {
    carriedKeys,
    existingActions,
    existingKeys,
    fittingResources,
    readStatement,
    reasonForEverything,
    type Rule,
} from "./rules";
import { tooLong } from "./sizes";

const RULES: readonly Rule[] = [existingActions, existingKeys, carriedKeys, reasonForEverything, fittingResources];

/** All that AWS's service authorization reference and its size limits have against the documents; each finding once. */
export async function lint(documents: readonly RegisteredDocument[]): Promise<string[]> {
    const found = new Set(tooLong(documents));
    for (const { kind, name, statements } of documents) {
        for (const [index, statement] of statements.entries()) {
            const read = await readStatement(`${name} ${statement.Sid ?? `statement ${index + 1}`}`, kind, statement);
            for (const rule of RULES) {
                (await rule(read)).forEach((finding) => found.add(finding));
            }
        }
    }
    return [...found];
}
