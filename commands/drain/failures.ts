import { WorkLeft } from "../../assets/functions/drain/clock";
import { UserError } from "../open/outputs";

const DENIED =
    "Your credentials may not do this. It takes what the drain function may: listing and deleting apps, spaces and profiles of the domain, mount targets, file systems and security groups.";
const EXPIRED = "Your AWS credentials have expired: sign in again.";

/** Names of AWS errors a caller can mend, and how. */
const FIXES: Readonly<Record<string, string>> = {
    AccessDenied: DENIED,
    AccessDeniedException: DENIED,
    UnauthorizedOperation: DENIED,
    CredentialsProviderError:
        "No AWS credentials were found: sign in first (aws sso login, or the environment's variables).",
    ExpiredToken: EXPIRED,
    ExpiredTokenException: EXPIRED,
};

/** An error of AWS, or the end of time, as a message for people. */
export function asUserError(error: unknown): UserError {
    if (error instanceof UserError) {
        return error;
    }
    if (error instanceof WorkLeft) {
        return new UserError(error.message);
    }
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return new UserError(
        `${name}: ${message}\n${FIXES[name] ?? "What was deleted so far stays deleted; the command can be repeated."}`,
    );
}
