import { type Refusal, unavailable } from "./refusal";

/** What must be left of the function's time to answer and to write the audit record. */
const RESERVE_MS = 500;

/** Settings of every client of AWS: an attempt that hangs leaves time for another one. */
export const PATIENCE = {
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
} as const;

/** The time one request may take. */
export class Budget {
    readonly #signal: AbortSignal;

    /** @param remaining milliseconds until Lambda ends the function */
    constructor(remaining: number) {
        this.#signal = AbortSignal.timeout(Math.max(0, remaining - RESERVE_MS));
    }

    /**
     * Waits for a call no longer than the budget lasts, also while the SDK pauses between two attempts.
     *
     * @param refusalOf what a failure of the call means to the caller
     * @throws Refusal: that one, or of 503 when time is up
     */
    async spend<T>(call: (signal: AbortSignal) => Promise<T>, refusalOf: (error: Error) => Refusal): Promise<T> {
        const signal = this.#signal;
        let stop = (): void => undefined;
        const timeIsUp = new Promise<never>((_, fail) => {
            stop = () => fail(unavailable("out_of_time"));
        });
        // Nobody may be listening any more when the signal comes.
        timeIsUp.catch(() => undefined);
        signal.addEventListener("abort", stop);
        try {
            if (signal.aborted) {
                throw unavailable("out_of_time");
            }
            const answer = call(signal).catch((error: Error) => {
                throw signal.aborted ? unavailable("out_of_time") : refusalOf(error);
            });
            return await Promise.race([answer, timeIsUp]);
        } finally {
            signal.removeEventListener("abort", stop);
        }
    }
}
