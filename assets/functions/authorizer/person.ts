/**
 * Names a person may have: 2 to 64 lower-case letters, digits and `. _ + = @ -`, a letter or digit at either end. Each
 * is at once a valid role session name, source identity and tag value, holds nothing that is special in an ARN or a
 * policy (`*`, `?`, `/`, `:`, `$`), and no two differ in case only.
 *
 * Source: STS API AssumeRole, RoleSessionName and SourceIdentity (`[\w+=,.@-]*`, 2 to 64), Tag.Value.
 */
const PERSON = /^[a-z0-9](?:[a-z0-9._+=@-]{0,62}[a-z0-9])$/;

/** Whether a value is the name of a person as this deployment gives them. */
export function isPerson(value: unknown): value is string {
    return typeof value === "string" && PERSON.test(value);
}
