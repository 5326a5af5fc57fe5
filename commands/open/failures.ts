import { UserError } from "./outputs";

/** Names of AWS errors a caller can mend, and how. */
const FIXES: Readonly<Record<string, string>> = {
    AccessDenied:
        "Your credentials may not do this: people may only open their own profile (their principal tag must equal the profile's), operators must be listed in access.operators, and the request must come from where access.from says. Try --explain.",
    AccessDeniedException:
        "The role may not open this profile from here: the tag differs, or the request does not come from where access.from says. Try --explain.",
    ResourceNotFound: "The domain or the profile does not exist: has the stack been updated since the user was added?",
    CredentialsProviderError:
        "No AWS credentials were found: sign in first (aws sso login, or the environment's variables).",
    ExpiredToken: "Your AWS credentials have expired: sign in again.",
    ExpiredTokenException: "Your AWS credentials have expired: sign in again.",
};

/** An error of AWS as a message for people; AWS's own text names principals and actions, never the link or a key. */
export function asUserError(error: unknown): UserError {
    if (error instanceof UserError) {
        return error;
    }
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return new UserError(`${name}: ${message}\n${FIXES[name] ?? "The call did not succeed; nothing was opened."}`);
}
