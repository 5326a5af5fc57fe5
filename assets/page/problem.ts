/** Something that a person is told as it is: a sentence, never a token, a password or text that a link brought. */
export class Problem extends Error {
    /** Whether only a new sign-in helps. */
    readonly startOver: boolean;

    constructor(message: string, startOver = false) {
        super(message);
        this.name = "Problem";
        this.startOver = startOver;
    }
}
