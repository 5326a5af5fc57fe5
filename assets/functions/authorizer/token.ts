import { JwtVerifier } from "aws-jwt-verify";
import * as errors from "aws-jwt-verify/error";
import { decomposeUnverifiedJwt } from "aws-jwt-verify/jwt";
import type { JwtPayload } from "aws-jwt-verify/jwt-model";

import type { Environment } from "./environment";
import { KeySet } from "./keys";
import { type Reason, Unauthenticated } from "./rejection";

/** The algorithm of all of Cognito's tokens. Source: Cognito developer guide, "Verifying JSON web tokens". */
const ALGORITHM = "RS256";

/** Key ids are hashes; anything that could be a path or an address is none. */
const KEY_ID = /^[A-Za-z0-9+/=_-]{1,128}$/;

/** Seconds the pool's clock may be ahead of ours. */
const AHEAD = 60;

/** Which check of the library's a token failed. What else is thrown is no fault of the token. */
const FAULTS: readonly (readonly [abstract new (...args: never[]) => Error, Reason])[] = [
    [errors.JwtParseError, "malformed"],
    [errors.JwtWithoutValidKidError, "unknown_key"],
    [errors.KidNotFoundInJwksError, "unknown_key"],
    [errors.WaitPeriodNotYetEndedJwkError, "key_set_wait"],
    [errors.JwtInvalidSignatureAlgorithmError, "algorithm"],
    [errors.JwtInvalidSignatureError, "signature"],
    [errors.JwtInvalidIssuerError, "issuer"],
    [errors.JwtExpiredError, "expired"],
    [errors.JwtNotBeforeError, "not_yet_valid"],
    [errors.JwtInvalidScopeError, "scope"],
    [errors.JwtInvalidClaimError, "claims"],
];

/** Verifies access tokens of one user pool for one app client. */
export class TokenVerifier {
    readonly #keys: KeySet;
    readonly #verifier;

    constructor(
        private readonly environment: Environment,
        keys = new KeySet(environment.jwksUri),
    ) {
        this.#keys = keys;
        this.#verifier = JwtVerifier.create(
            {
                issuer: environment.issuer,
                jwksUri: environment.jwksUri,
                // An access token has no audience; its client is checked below.
                audience: null,
                scope: environment.hosted?.scope,
            },
            { jwksCache: keys.cache },
        );
    }

    /**
     * Claims of a token that the pool signed for our client and that is in force.
     *
     * @throws Unauthenticated for whatever is wrong with the token
     * @throws the library's errors when the key set cannot be had
     */
    async verify(token: string): Promise<JwtPayload> {
        try {
            // Before the key set is read for it.
            this.#assertHeader(token);
            const renewed = await this.#keys.renewed();
            if (renewed !== undefined) {
                // Also drops the keys the verifier has made of the old set.
                this.#verifier.cacheJwks(renewed);
            }
            const claims = await this.#verifier.verify(token);
            this.#assertClaims(claims);
            return claims;
        } catch (error) {
            const fault = FAULTS.find(([kind]) => error instanceof kind);
            throw fault === undefined ? error : new Unauthenticated(fault[1]);
        }
    }

    #assertHeader(token: string): void {
        const { header } = decomposeUnverifiedJwt(token);
        if (header.alg !== ALGORITHM) {
            throw new Unauthenticated("algorithm");
        }
        if (header.kid === undefined || !KEY_ID.test(header.kid)) {
            throw new Unauthenticated("unknown_key");
        }
    }

    #assertClaims({ token_use, client_id, exp, iat }: JwtPayload): void {
        if (token_use !== "access") {
            throw new Unauthenticated("token_use");
        }
        if (client_id !== this.environment.clientId) {
            throw new Unauthenticated("client");
        }
        // The library checks the expiry of tokens that have one.
        if (exp === undefined || iat === undefined) {
            throw new Unauthenticated("claims");
        }
        if (iat > Date.now() / 1_000 + AHEAD) {
            throw new Unauthenticated("issued_in_future");
        }
    }
}
