import { isUnknown } from "../graph/unknown";
import { asList, isRecord } from "./plain";
import { type PolicyDocument, type Statement, UNKNOWN_TEXT } from "./types";
import { documentProblems } from "./validate";

/** What could be read of a policy document. */
export interface ParsedPolicy {
    /** The document; parts nobody knows are `UNKNOWN_TEXT` in it. */
    readonly document?: PolicyDocument;
    /** True when the whole document (then there is none) or a part of it cannot be read yet. */
    readonly unknown?: boolean;
    /** Why it is no policy document, all reasons at once; then there is no document. */
    readonly problem?: string;
}

/**
 * Reads a policy document from JSON text or plain data. Answers exactly one of: a document (with `unknown` when parts
 * of it are), `unknown` alone, a `problem`. Never throws.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
    if (isUnknown(value)) {
        return { unknown: true };
    }
    const data = typeof value === "string" ? readJson(value) : { value };
    if (data.problem !== undefined) {
        return { problem: data.problem };
    }
    if (isDeeperThan(DEEPEST, data.value)) {
        return { problem: `it is nested more than ${DEEPEST} levels deep` };
    }
    if (hasUnreadableStructure(data.value)) {
        return { unknown: true };
    }
    const found = { unknown: false };
    const filled = fillUnknowns(data.value, found);
    const problems = documentProblems(filled);
    if (problems.length > 0) {
        return { problem: problems.join("; ") };
    }
    return { document: filled as PolicyDocument, ...(found.unknown ? { unknown: true } : {}) };
}

/** The statements of a document, in order; one statement and a list of one are the same. */
export function statements(document: PolicyDocument): readonly Statement[] {
    return asList(document.Statement);
}

/** `Sid`, or `statement N` counted from 1. */
export function statementName(statement: Statement, index: number): string {
    return statement.Sid !== undefined && statement.Sid !== "" ? statement.Sid : `statement ${index + 1}`;
}

function readJson(text: string): { value?: unknown; problem?: string } {
    try {
        return { value: JSON.parse(text) as unknown };
    } catch (error) {
        // The parser's message may quote the text; its position is enough.
        const position = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined;
        return { problem: `the text is not JSON${position === undefined ? "" : ` (${position})`}` };
    }
}

/** Elements whose text alone does not tell what a statement is about: unknown, they make the whole document unknown. */
function hasUnreadableStructure(value: unknown): boolean {
    if (!isRecord(value)) {
        return false;
    }
    return (
        isUnknown(value.Version) ||
        isUnknown(value.Statement) ||
        asList(value.Statement).some(
            (statement) =>
                isUnknown(statement) ||
                (isRecord(statement) &&
                    [statement.Effect, statement.Principal, statement.NotPrincipal, statement.Condition].some(
                        isUnknown,
                    )) ||
                (isRecord(statement) &&
                    isRecord(statement.Condition) &&
                    Object.values(statement.Condition).some(isUnknown)),
        )
    );
}

/** Statements, conditions and their values need six levels; what is far deeper would exhaust whoever walks it. */
const DEEPEST = 20;

function isDeeperThan(levels: number, value: unknown): boolean {
    return (
        typeof value === "object" &&
        value !== null &&
        (levels === 0 || Object.values(value).some((item) => isDeeperThan(levels - 1, item)))
    );
}

function fillUnknowns(value: unknown, found: { unknown: boolean }): unknown {
    if (isUnknown(value)) {
        found.unknown = true;
        return UNKNOWN_TEXT;
    }
    if (typeof value === "string" && value.includes(UNKNOWN_TEXT)) {
        found.unknown = true;
    }
    if (Array.isArray(value)) {
        return value.map((item) => fillUnknowns(item, found));
    }
    return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillUnknowns(item, found)]))
        : value;
}
