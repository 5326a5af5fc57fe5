/** What a credential looks like in a text. */
export interface CredentialPattern {
    /** With its article, as messages say it. */
    readonly name: string;
    /** Flags `g` and `m`. The group `value`, where there is one, is the credential itself: placeholders do not count. */
    readonly pattern: RegExp;
}

/** Ends of names that hold a credential. Not `secret` or `token` alone: both often name where one is kept. */
const KEYWORD =
    "(?:password|passwd|passphrase|secret[_-]?key|client[_-]?secret|api[_-]?key|auth[_-]?token|access[_-]?token)";

/** A text in quotes that is no plain word, which names something more often than it opens it. */
const QUOTED = `(?<quote>["'])(?=[a-z]{0,200}[^a-z"'\\s])(?<value>[^"'\\s]{6,200})\\k<quote>`;

/** A character that neither a shell nor a program would end or replace a bare word at. */
const BARE_CHARACTER = "[^\\s\"'`$<>(){}\\[\\];&|,]";

/** A bare word with a letter and a digit, unlike names of variables, and no path. */
const BARE = `(?=${BARE_CHARACTER}{0,80}\\d)(?=${BARE_CHARACTER}{0,80}[a-z])(?<value>(?![#/~.%*@-])${BARE_CHARACTER}{6,200})`;

const END = "(?=[\\s;&|]|$)";

/**
 * Few patterns with little room for chance: what they find is a credential or looks so much like one that it needs
 * another form. Repetitions are bounded, so that no text makes them slow.
 *
 * Sources: the prefixes that vendors give their tokens so that scanners find them; for AWS the IAM user guide, "IAM
 * identifiers"; RFC 7468 (textual encoding of keys); RFC 3986 (`user:password@` in URLs).
 */
export const CREDENTIAL_PATTERNS: readonly CredentialPattern[] = [
    { name: "an AWS access key ID", pattern: /\b(?:AKIA|ASIA)(?<value>[A-Z0-9]{16})\b/gm },
    {
        name: "an AWS secret access key",
        pattern:
            /secret_?access_?key["']?[ \t]{0,4}[=: \t][ \t]{0,4}["']?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gim,
    },
    {
        name: "an AWS session token",
        pattern: /session_?token["']?[ \t]{0,4}[=: \t][ \t]{0,4}["']?[A-Za-z0-9/+=]{100}/gim,
    },
    { name: "a signed AWS URL", pattern: /X-Amz-Signature=[0-9a-f]{64}/gm },
    {
        name: "a private key",
        pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){1,8}[A-Za-z0-9+/:, -]{16}/gm,
    },
    { name: "a GitHub token", pattern: /\b(?:gh[pousr]_(?<value>[A-Za-z0-9]{36})|github_pat_[A-Za-z0-9_]{60})/gm },
    { name: "a GitLab token", pattern: /\bglpat-(?<value>[A-Za-z0-9_-]{20})/gm },
    { name: "a Slack token", pattern: /\bxox[abeoprs]-(?<value>[A-Za-z0-9-]{20})/gm },
    {
        name: "a Slack webhook",
        pattern: /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/(?<value>[A-Za-z0-9]{20})/gm,
    },
    { name: "a Google API key", pattern: /\bAIza(?<value>[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/gm },
    { name: "a Stripe key", pattern: /\b[rs]k_live_(?<value>[A-Za-z0-9]{20})/gm },
    { name: "an npm token", pattern: /\bnpm_(?<value>[A-Za-z0-9]{36})\b/gm },
    { name: "a PyPI token", pattern: /\bpypi-AgEIcHlwaS5vcmc(?<value>[A-Za-z0-9_-]{50})/gm },
    { name: "a Hugging Face token", pattern: /\bhf_(?<value>[A-Za-z0-9]{34})\b/gm },
    { name: "a Databricks token", pattern: /\bdapi(?<value>[0-9a-f]{32})\b/gm },
    {
        name: "an API key of a model service",
        pattern: /\bsk-(?:(?:ant|proj|svcacct)-(?<value>[A-Za-z0-9_-]{40})|[A-Za-z0-9]{20}T3BlbkFJ)/gm,
    },
    { name: "an Azure storage key", pattern: /AccountKey=(?<value>[A-Za-z0-9+/]{86}==)/gm },
    {
        name: "a JSON Web Token",
        pattern: /\beyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20}/gm,
    },
    {
        name: "a password in a URL",
        pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{0,100}:(?<value>[^\s/@"'<>]{3,200})@/gim,
    },
    {
        name: "a password for curl",
        pattern: /\bcurl\b[^\n]{0,300}?[ \t](?:-u|--user)[ \t=]["']?[^\s:"']{1,100}:(?<value>[^\s"']{4,200})/gm,
    },
    {
        name: "an Authorization header",
        pattern:
            /\bauthorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:bearer|basic|token)[ \t]{1,4}(?<value>[A-Za-z0-9._~+/=-]{16,2000})/gim,
    },
    {
        name: "a password or key in quotes",
        pattern: new RegExp(`${KEYWORD}["']?\\]?[ \\t]{0,4}(?:=>|:=|=|:)[ \\t]{0,4}${QUOTED}`, "gim"),
    },
    {
        name: "a password or key in a variable",
        pattern: new RegExp(`(?:^|[\\s;&|])[\\w.]{0,60}?${KEYWORD}=${BARE}${END}`, "gim"),
    },
    {
        name: "a password or key in an option",
        pattern: new RegExp(`(?:^|\\s)--[\\w.-]{0,60}?${KEYWORD}[= \\t]${BARE}${END}`, "gim"),
    },
    {
        name: "a password or key in a setting",
        pattern: new RegExp(`^[ \\t-]{0,40}[\\w.-]{0,60}?${KEYWORD}:[ \\t]{1,10}${BARE}[ \\t]*$`, "gim"),
    },
];

/** Words that stand where somebody is to put a credential. */
const STAND_INS =
    /^(?:change[-_]?(?:me|it|this)|replace[-_]?(?:me|it|this)|placeholder|redacted|dummy|password|passwd|pass|secret|token|none|null|true|false|todo)[-_!.]?\d{0,3}$/i;

/** Whether a text stands for a value: a variable, a command, a template, or a word of documentation. */
export function isPlaceholder(text: string): boolean {
    return (
        /^[$%<{*`@]/.test(text) ||
        /(?<!\$)\$[A-Za-z_{(]|\{\{|<[\w -]+>/.test(text) ||
        /^(.)\1*$/s.test(text) ||
        /^(?:your|insert|enter|replace)[-_]/i.test(text) ||
        /^arn:|:\/\//.test(text) ||
        /example/i.test(text) ||
        STAND_INS.test(text)
    );
}
