import { WaitPeriodNotYetEndedJwkError } from "aws-jwt-verify/error";
import { SimpleFetcher } from "aws-jwt-verify/https";
import { type JwksCache, type Jwks, type PenaltyBox, SimpleJwksCache } from "aws-jwt-verify/jwk";

/** How long the set is believed without being read again, so that a key the pool has withdrawn stops counting. */
const BELIEVED_MS = 15 * 60_000;

/** How long after a reading no unknown key makes us read again; the whole set was in it. */
const PAUSE_MS = 10_000;

/** Milliseconds for one reading; the library tries a second time. */
const TIMEOUT = { timeout: 1_500, responseTimeout: 2_000 };

/**
 * The pool's key set, read over HTTPS: at first need, when it is {@link BELIEVED_MS} old, and for a key it lacks, but
 * then not within {@link PAUSE_MS} of the last reading. However many requests need it at once, it is read once.
 */
export class KeySet {
    /** For the verifier. */
    readonly cache: JwksCache;
    #renewedAt = Number.NEGATIVE_INFINITY;
    #readAt = Number.NEGATIVE_INFINITY;

    constructor(
        readonly uri: string,
        private readonly now: () => number = () => performance.now(),
    ) {
        const read = (): void => {
            this.#readAt = this.now();
        };
        const pause: PenaltyBox = {
            wait: () =>
                this.now() - this.#readAt < PAUSE_MS
                    ? Promise.reject(new WaitPeriodNotYetEndedJwkError("The key set was read just now"))
                    : Promise.resolve(),
            registerFailedAttempt: read,
            registerSuccessfulAttempt: read,
        };
        const fetcher = new SimpleFetcher({ defaultRequestOptions: TIMEOUT });
        this.cache = new SimpleJwksCache({ fetcher, penaltyBox: pause });
    }

    /**
     * Reads the set when what we have is too old, and hands it over when it was read.
     *
     * @throws the library's FetchError when the pool cannot be reached: an old set is not believed any longer.
     */
    async renewed(): Promise<Jwks | undefined> {
        if (this.now() - this.#renewedAt < BELIEVED_MS) {
            return undefined;
        }
        const keys = await this.cache.getJwks(this.uri);
        this.#renewedAt = this.#readAt = this.now();
        return keys;
    }
}
