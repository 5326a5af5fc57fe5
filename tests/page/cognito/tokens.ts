import { randomBytes, randomUUID } from "node:crypto";

import { SignJWT } from "jose";

import type { PoolKey } from "../../functions/access/keySet";

/** Tokens as a user pool gives them, by the names of its interface. */
export interface Tokens {
    readonly AccessToken: string;
    readonly IdToken: string;
    readonly RefreshToken: string;
    readonly ExpiresIn: number;
    readonly TokenType: "Bearer";
}

/** What differs from one token to another. */
export interface Subject {
    readonly username: string;
    readonly scope: string;
    /** From the request of an authorization code. */
    readonly nonce?: string;
}

/** Seconds. */
const LIFETIME = 3600;

/** Signs RS256 tokens with the claims that the Cognito developer guide lists, "Understanding user pool tokens". */
export class TokenSigner {
    /** Every token it gave, to look for them where they must not be. */
    readonly issued: string[] = [];

    constructor(
        readonly issuer: string,
        private readonly clientId: string,
        private readonly key: PoolKey,
    ) {}

    async tokens({ username, scope, nonce }: Subject): Promise<Tokens> {
        const common = { sub: randomUUID(), origin_jti: randomUUID(), event_id: randomUUID() };
        const access = { ...common, token_use: "access", client_id: this.clientId, scope, username };
        const identity = {
            ...common,
            token_use: "id",
            aud: this.clientId,
            "cognito:username": username,
            ...(nonce === undefined ? {} : { nonce }),
        };
        const AccessToken = await this.sign(access);
        const IdToken = await this.sign(identity);
        // A refresh token is encrypted: nothing of it can be read.
        const RefreshToken = randomBytes(900).toString("base64url");
        this.issued.push(AccessToken, IdToken, RefreshToken);
        return { AccessToken, IdToken, RefreshToken, ExpiresIn: LIFETIME, TokenType: "Bearer" };
    }

    private sign(claims: Record<string, unknown>): Promise<string> {
        const now = Math.floor(Date.now() / 1000);
        return new SignJWT({ ...claims, auth_time: now })
            .setProtectedHeader({ alg: "RS256", kid: this.key.kid })
            .setIssuer(this.issuer)
            .setIssuedAt(now)
            .setExpirationTime(now + LIFETIME)
            .setJti(randomUUID())
            .sign(this.key.privateKey);
    }
}
