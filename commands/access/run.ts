import path from "node:path";

import { isMulti } from "../../components/settings";
import { inspect } from "../../preflight/inspect";
import { readAnyStack } from "../../preflight/stack";
import { exitCodeOf } from "./answer";
import { answerMany, peopleOfLobs } from "./many";
import { findPerson, peopleOf } from "./people";
import { recorded } from "./recorded";
import { answerSingle, exitCodeOfSingle } from "./single";
import { manyText, singleText } from "./text";

export interface AccessOptions {
    /** Value of the person's tag, or their name in the stack file. */
    readonly user: string;
    readonly projectDir: string;
    readonly stackFile: string;
    readonly json: boolean;
}

/** What to print, and how the command ends: 0 it opens, 1 it does not, 2 not decided. */
export interface AccessResult {
    readonly text: string;
    readonly exitCode: 0 | 1 | 2;
}

/**
 * Says where a person's profiles are and what comes of asking for them, by evaluating the recorded program.
 *
 * @throws UserError, PreflightError for people's mistakes
 */
export async function access(options: AccessOptions): Promise<AccessResult> {
    const { projectDir, stackFile, user } = options;
    const stack = readAnyStack(projectDir, stackFile);
    const { settings } = stack;
    if (isMulti(settings)) {
        const person = findPerson(peopleOfLobs(settings), user, settings.stack);
        const answer = answerMany(await recorded(projectDir, { ...stack, settings }), settings, person);
        return {
            text: shown(options, answer, manyText),
            exitCode: exitCodeOf(answer.profiles, answer.unread.length === 0),
        };
    }
    const person = findPerson(peopleOf(settings.users), user, settings.stack);
    const report = await inspect({ projectDir, stackFile: path.resolve(stackFile), unknown: false });
    const answer = answerSingle(report, settings, person);
    return { text: shown(options, answer, singleText), exitCode: exitCodeOfSingle(answer) };
}

function shown<Answer>({ json }: AccessOptions, answer: Answer, text: (answer: Answer) => string): string {
    return json ? JSON.stringify(answer, undefined, 2) : text(answer);
}
