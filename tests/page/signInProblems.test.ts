import { strict as assert } from "node:assert";

import { Problem } from "../../assets/page/problem";
import { signInProblem } from "../../assets/page/signInProblems";

const error = (name: string, message = ""): Error => Object.assign(new Error(message), { code: name, name });

describe("what a person is told of a sign-in that fails", () => {
    const TABLE: readonly (readonly [string, string, string, boolean])[] = [
        [
            "NotAuthorizedException",
            "Incorrect username or password.",
            "The user name or the password is not right.",
            false,
        ],
        ["UserNotFoundException", "User does not exist.", "The user name or the password is not right.", false],
        [
            "NotAuthorizedException",
            "Password attempts exceeded",
            "There were too many wrong passwords. Wait some minutes and try again.",
            false,
        ],
        [
            "NotAuthorizedException",
            "Temporary password has expired and must be reset by an administrator.",
            "Your first password has expired. Ask your administrators for a new one.",
            false,
        ],
        ["NotAuthorizedException", "User is disabled.", "Your user is switched off. Ask your administrators.", false],
        [
            "NotAuthorizedException",
            "Unable to login because of security reasons.",
            "The sign-in was stopped because it looked unusual. Ask your administrators.",
            false,
        ],
        [
            "NotAuthorizedException",
            "Invalid session for the user, session is expired.",
            "Your sign-in took too long or was used before. Start again.",
            true,
        ],
        ["CodeMismatchException", "", "The code is not right. Wait for the next one and enter it.", false],
        ["EnableSoftwareTokenMFAException", "", "The code is not right. Wait for the next one and enter it.", false],
        ["ExpiredCodeException", "", "The code is not right. Wait for the next one and enter it.", false],
        ["InvalidPasswordException", "", "The new password is too weak.", false],
        ["PasswordHistoryPolicyViolationException", "", "You had this password before. Choose another one.", false],
        ["PasswordResetRequiredException", "", "Your password must be reset. Ask your administrators.", false],
        [
            "TooManyRequestsException",
            "",
            "Too many people sign in at the moment. Wait a few seconds and try again.",
            false,
        ],
        [
            "NetworkError",
            "Network error",
            "The sign-in service cannot be reached. Check that you are on the company network.",
            false,
        ],
        [
            "InternalErrorException",
            "secret detail",
            "Signing in did not work (InternalErrorException). Try again, then tell your administrators.",
            false,
        ],
        [
            "<b>Hello</b>",
            "",
            "Signing in did not work (unknown error). Try again, then tell your administrators.",
            false,
        ],
    ];
    for (const [name, message, told, startOver] of TABLE) {
        it(`${name} ${message}`.trim(), () => {
            const problem = signInProblem(error(name, message));
            assert.deepEqual([problem.message, problem.startOver], [told, startOver]);
        });
    }

    it("is what the page itself found wrong", () => {
        const problem = new Problem("The code is six digits.");
        assert.equal(signInProblem(problem), problem);
    });

    it("is a plain sentence for what is no error at all", () => {
        for (const thrown of [undefined, null, "text", 7]) {
            assert.equal(
                signInProblem(thrown).message,
                "Signing in did not work (unknown error). Try again, then tell your administrators.",
            );
        }
    });
});
