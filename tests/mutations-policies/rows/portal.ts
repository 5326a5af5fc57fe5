import { type Mutation, restate, set } from "../mutation";

const many = (policy: string, what: string, which: string, path: string, value: unknown): Mutation => ({
    policy,
    what,
    stack: "many",
    edit: set(which, path, value),
    on: which.split(" ")[1] ?? "",
});

/** Changes of the access service: API, functions, directory, people. */
export const PORTAL: readonly Mutation[] = [
    {
        policy: "P64",
        what: "nothing denies calls past the endpoint",
        stack: "many",
        edit: restate("RestApiPolicy studio-access-api", "policy", (statements) =>
            statements.filter(({ Effect }) => Effect === "Allow").map((statement) => ({ ...statement, Condition: {} })),
        ),
        on: "studio-access-api",
        atPreview: "the document holds the API's and the endpoint's ids",
    },
    many("P65", "tokens in logs", "MethodSettings studio-access-api", "settings.dataTraceEnabled", true),
    many("P66", "a link for anybody", "Method studio-access-session", "authorization", "NONE"),
    many("P67", "a function on a runtime without patches", "Function studio-access-presign", "runtime", "python3.8"),
    many("P68", "any API may call the function", "Permission studio-access-session", "sourceArn", undefined),
    many(
        "P69",
        "a directory that cannot be brought back",
        "Table studio-access-directory",
        "pointInTimeRecovery.enabled",
        false,
    ),
    many("P70", "one password is enough", "UserPool studio-access-people", "mfaConfiguration", "OFF"),
];
