/** Why a request is refused, as the log has it. The codes say nothing of what was in the token. */
export type Reason =
    | "no_token"
    | "several_tokens"
    | "not_bearer"
    | "too_large"
    | "malformed"
    | "algorithm"
    | "unknown_key"
    | "key_set_wait"
    | "signature"
    | "issuer"
    | "client"
    | "token_use"
    | "expired"
    | "not_yet_valid"
    | "issued_in_future"
    | "claims"
    | "scope"
    | "provider"
    | "name"
    | "method";

/** Nobody is known to have asked: API Gateway answers 401. */
export class Unauthenticated extends Error {
    override readonly name = "Unauthenticated";

    constructor(readonly reason: Reason) {
        super(reason);
    }
}

/** Whoever asked is known to the pool and may not do this: API Gateway answers 403. */
export class Forbidden extends Error {
    override readonly name = "Forbidden";

    constructor(
        readonly reason: Reason,
        /** Absent where the name itself is what is wrong. */
        readonly person?: string,
    ) {
        super(reason);
    }
}
