import type { Problem } from "../problems";

/** Keys people bring from a single account, and why many accounts have them not. */
const LOB_REASONS: Readonly<Record<string, readonly [rule: string, fix: string]>> = {
    access: [
        "people of every line enter through the access service, top-level access; mode identity-center makes no presigned URL and is for a single account",
        "remove access from the line",
    ],
    production: ["production is the whole stack's", "set private-studio:production"],
    protect: ["protect is the whole stack's", "set private-studio:protect"],
    tags: ["tags are the whole stack's; a line's own cost is told by its account and names", "set private-studio:tags"],
};

const NAMED = "the access service lets in each person of lobs[].users to their own profiles, and nobody else";

const ACCESS_REASONS: Readonly<Record<string, readonly [rule: string, fix: string]>> = {
    mode: [
        "many accounts open Studio by presigned URL, which mode identity-center has not; how people sign in is signIn.mode",
        "remove mode; write signIn: { mode: private } or signIn: { mode: hosted, … }",
    ],
    principals: [NAMED, "remove principals"],
    operators: [NAMED, "remove operators"],
    federation: [
        "an identity provider of yours is one of the user pool's",
        "write signIn: { mode: hosted, … } with saml or oidc",
    ],
    from: ["Studio opens through the hub's endpoints only", "remove from; who reaches them is hub.clients"],
    addresses: ["Studio opens through the hub's endpoints only", "remove addresses; who reaches them is hub.clients"],
};

/** Problems of unknown keys with the reason, where the key is one that a single account has. */
export function withReasons(problems: readonly Problem[]): Problem[] {
    return problems.map((problem) => {
        const [top, at, key] = problem.path;
        const reason =
            top === "lobs" && problem.path.length === 3
                ? LOB_REASONS[String(key)]
                : top === "access" && problem.path.length === 2
                  ? ACCESS_REASONS[String(at)]
                  : undefined;
        return reason === undefined ? problem : { ...problem, rule: reason[0], fix: reason[1] };
    });
}
