import { Problem } from "./problem";

const START_AGAIN = "Your sign-in took too long or was used before. Start again.";
const WRONG_CODE = "The code is not right. Wait for the next one and enter it.";

/** By the names of the user pools' errors. Source: Cognito user pools API reference, errors of each operation. */
const SENTENCES: Readonly<Record<string, string>> = {
    CodeMismatchException: WRONG_CODE,
    EnableSoftwareTokenMFAException: WRONG_CODE,
    ExpiredCodeException: WRONG_CODE,
    UserNotFoundException: "The user name or the password is not right.",
    PasswordResetRequiredException: "Your password must be reset. Ask your administrators.",
    UserNotConfirmedException: "Your user is not ready yet. Ask your administrators.",
    PasswordHistoryPolicyViolationException: "You had this password before. Choose another one.",
    ForbiddenException: "The sign-in service does not admit this request. Ask your administrators.",
    TooManyRequestsException: "Too many people sign in at the moment. Wait a few seconds and try again.",
    LimitExceededException: "There were too many attempts. Wait a few minutes and try again.",
    NetworkError: "The sign-in service cannot be reached. Check that you are on the company network.",
};

/**
 * The reasons that `NotAuthorizedException` tells apart by its message alone; none of them says whether the user name
 * exists.
 */
const NOT_AUTHORIZED: readonly (readonly [RegExp, Problem])[] = [
    [/attempts exceeded/i, new Problem("There were too many wrong passwords. Wait some minutes and try again.")],
    [
        /temporary password has expired/i,
        new Problem("Your first password has expired. Ask your administrators for a new one."),
    ],
    [/security reasons/i, new Problem("The sign-in was stopped because it looked unusual. Ask your administrators.")],
    [/disabled/i, new Problem("Your user is switched off. Ask your administrators.")],
    [/session/i, new Problem(START_AGAIN, true)],
    [/code/i, new Problem(WRONG_CODE)],
];

/** What a person is told of an error of the user pool or of the library in front of it. */
export function signInProblem(error: unknown): Problem {
    if (error instanceof Problem) {
        return error;
    }
    const { name, message } = described(error);
    if (name === "NotAuthorizedException") {
        const found = NOT_AUTHORIZED.find(([pattern]) => pattern.test(message));
        return found?.[1] ?? new Problem("The user name or the password is not right.");
    }
    if (name === "InvalidPasswordException") {
        // The pool's rules stand in its message alone.
        return new Problem(
            message === "" ? "The new password is too weak." : `The new password is too weak. ${message}`,
        );
    }
    const sentence = SENTENCES[name];
    return new Problem(
        sentence ?? `Signing in did not work (${nameOf(name)}). Try again, then tell your administrators.`,
    );
}

function described(error: unknown): { readonly name: string; readonly message: string } {
    const { code, name, message } = (typeof error === "object" && error !== null ? error : {}) as Record<
        string,
        unknown
    >;
    const label = typeof code === "string" ? code : typeof name === "string" ? name : "";
    return { name: label, message: typeof message === "string" ? message : "" };
}

function nameOf(name: string): string {
    return /^[A-Za-z]{1,60}$/.test(name) ? name : "unknown error";
}
