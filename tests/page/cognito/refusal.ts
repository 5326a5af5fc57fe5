/** An error of the user pools' interface, by the names its API reference gives. */
export class Refusal extends Error {
    constructor(
        readonly code: string,
        message: string,
    ) {
        super(message);
        this.name = code;
    }
}
