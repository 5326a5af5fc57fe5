import type * as aws from "@pulumi/aws";

type Statement = aws.iam.PolicyStatement;

/** A document of these statements. */
export function document(statements: readonly Statement[]): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: [...statements] };
}

/** Characters of the document of these statements, written without white space. They hold plain text only. */
function size(statements: readonly Statement[]): number {
    return JSON.stringify(document(statements)).length;
}

/**
 * Divides statements into as few documents as their order allows, each within `limit` characters.
 *
 * @param groups statements that stay together, in order
 * @throws Error when one group alone is too long (a mistake in this program)
 */
export function packed(groups: readonly (readonly Statement[])[], limit: number): aws.iam.PolicyDocument[] {
    const documents: Statement[][] = [];
    for (const group of groups.filter(({ length }) => length > 0)) {
        const last = documents.at(-1);
        if (size(group) > limit) {
            throw new Error(`a document of ${limit} characters has no room for ${JSON.stringify(group).slice(0, 80)}`);
        }
        if (last !== undefined && size([...last, ...group]) <= limit) {
            last.push(...group);
        } else {
            documents.push([...group]);
        }
    }
    return documents.map(document);
}
