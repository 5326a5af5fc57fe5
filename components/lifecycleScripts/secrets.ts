/** What a line with a secret in it looks like. The beginnings of tokens are those their issuers document. */
const SECRETS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
    { kind: "an AWS access key", pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/ },
    { kind: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
    { kind: "an access token", pattern: /\b(ghp|gho|ghu|ghs|ghr|github_pat|glpat|xox[abprs]|hf|sk)[_-][\w-]{16,}/ },
    { kind: "a URL with a password", pattern: /[a-z][a-z0-9+.-]*:\/\/[^\s/@:'"$]*:[^\s/@'"$]+@/i },
    {
        // A value that begins with `$` or a backtick is read from elsewhere, and an empty one clears it.
        kind: "a password or token",
        pattern:
            /(password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key)\s*[=:]\s*["']?[^\s"'$`;<>(){}]{3,}/i,
    },
];

/** The first line of a text that looks as if it held a secret, counted from 1, and what it looks like. */
export function lineOfSecret(text: string): { readonly line: number; readonly kind: string } | undefined {
    for (const [index, line] of text.split("\n").entries()) {
        const found = SECRETS.find(({ pattern }) => pattern.test(line));
        if (found !== undefined) {
            return { line: index + 1, kind: found.kind };
        }
    }
    return undefined;
}
