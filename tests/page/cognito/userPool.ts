import { randomBytes } from "node:crypto";

import { CLIENT_ID, POOL_ID, poolKey } from "../../functions/access/keySet";
import { Refusal } from "./refusal";
import { exchange, type Exchange } from "./srp";
import { STEP, totp } from "./totp";
import { type Tokens, TokenSigner } from "./tokens";
import { User } from "./users";

/** What the interface answers: a challenge, or tokens. */
export interface Progress {
    readonly ChallengeName?: string;
    readonly Session?: string;
    readonly ChallengeParameters: Readonly<Record<string, string>>;
    readonly AuthenticationResult?: Tokens;
}

interface Session {
    readonly user: User;
    readonly challenge: string;
    readonly exchange?: Exchange;
    /** The authenticator app has shown a code. */
    readonly confirmed?: boolean;
}

/** Scope of tokens that the interface itself gives. */
const OWN_SCOPE = "aws.cognito.signin.user.admin";

/**
 * A user pool in memory that admits SRP and demands an authenticator app, with the challenges in the order and the errors in
 * the words of the Cognito user pools API reference.
 */
export class UserPool {
    readonly users = new Map<string, User>();
    readonly revoked: string[] = [];
    /** Whether a wrong code ends the sign-in, instead of leaving it open for another code. */
    strict = false;
    private readonly sessions = new Map<string, Session>();
    /** Seconds that the clock of the pool and of everybody's app is ahead, so that nobody waits for the next code. */
    private ahead = 0;

    readonly id = POOL_ID;
    readonly clientId = CLIENT_ID;
    readonly signer: TokenSigner;

    /** @param issuer as the tokens name it. Default: the address of the pool at Cognito. */
    constructor(issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL_ID}`, key = poolKey("key-of-the-page")) {
        this.signer = new TokenSigner(issuer, CLIENT_ID, key);
    }

    /** Name of the pool within its Region. */
    private get name(): string {
        return this.id.slice(this.id.indexOf("_") + 1);
    }

    add(name: string, password: string, temporary = false): User {
        const user = new User(this.name, name, password, temporary);
        this.users.set(name, user);
        return user;
    }

    /** What the app of this key shows next. */
    nextCode(secret: Buffer): string {
        this.ahead += STEP;
        return totp(secret, this.now());
    }

    initiateAuth(request: Readonly<Record<string, unknown>>): Progress {
        this.checkClient(request);
        const { USERNAME: name = "", SRP_A: a = "" } = texts(request["AuthParameters"]);
        if (request["AuthFlow"] !== "USER_SRP_AUTH") {
            throw new Refusal("InvalidParameterException", `${String(request["AuthFlow"])} flow not enabled`);
        }
        // A user that is not there is challenged like any other, so that nobody learns who is.
        const user = this.users.get(name) ?? new User(this.name, name, randomBytes(32).toString("hex"), false);
        user.checkLock();
        const begun = exchange(this.name, user.name, user.verifier, a);
        return {
            ...this.open({ user, challenge: "PASSWORD_VERIFIER", exchange: begun }),
            ChallengeParameters: {
                USERNAME: user.name,
                USER_ID_FOR_SRP: user.name,
                SRP_B: begun.publicValue,
                SALT: begun.salt,
                SECRET_BLOCK: begun.secretBlock,
            },
        };
    }

    async respondToAuthChallenge(request: Readonly<Record<string, unknown>>): Promise<Progress> {
        this.checkClient(request);
        const challenge = String(request["ChallengeName"]);
        const session = this.sessionOf(request, challenge);
        const { user } = session;
        const answers = texts(request["ChallengeResponses"]);
        if (answers["USERNAME"] !== user.name) {
            throw new Refusal("NotAuthorizedException", "Invalid session for the user.");
        }
        switch (challenge) {
            case "PASSWORD_VERIFIER":
                checkPassword(session, answers);
                break;
            case "NEW_PASSWORD_REQUIRED":
                user.setPassword(answers["NEW_PASSWORD"] ?? "");
                break;
            case "SOFTWARE_TOKEN_MFA":
                this.checkCode(request, () => user.checkCode(answers["SOFTWARE_TOKEN_MFA_CODE"] ?? "", this.now()));
                break;
            case "MFA_SETUP":
                if (session.confirmed !== true) {
                    throw new Refusal("InvalidParameterException", "User has not verified software token mfa");
                }
                break;
            default:
                throw new Refusal("InvalidParameterException", `Unknown challenge ${challenge}`);
        }
        this.close(request);
        return this.after(user, challenge);
    }

    associateSoftwareToken(request: Readonly<Record<string, unknown>>): Record<string, string> {
        const { user } = this.sessionOf(request, "MFA_SETUP");
        this.close(request);
        return { SecretCode: user.newSecret(), ...this.open({ user, challenge: "MFA_SETUP" }) };
    }

    verifySoftwareToken(request: Readonly<Record<string, unknown>>): Record<string, string> {
        const { user } = this.sessionOf(request, "MFA_SETUP");
        this.checkCode(request, () => user.confirmSecret(String(request["UserCode"]), this.now()));
        this.close(request);
        const { Session } = this.open({ user, challenge: "MFA_SETUP", confirmed: true });
        return { Status: "SUCCESS", Session };
    }

    revokeToken(request: Readonly<Record<string, unknown>>): Record<string, never> {
        this.checkClient(request);
        this.revoked.push(String(request["Token"]));
        return {};
    }

    private async after(user: User, challenge: string): Promise<Progress> {
        if (user.temporary) {
            const parameters = { requiredAttributes: "[]", userAttributes: "{}" };
            return { ...this.open({ user, challenge: "NEW_PASSWORD_REQUIRED" }), ChallengeParameters: parameters };
        }
        if (user.secret === undefined) {
            const parameters = { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' };
            return { ...this.open({ user, challenge: "MFA_SETUP" }), ChallengeParameters: parameters };
        }
        if (challenge === "SOFTWARE_TOKEN_MFA" || challenge === "MFA_SETUP") {
            const tokens = await this.signer.tokens({ username: user.name, scope: OWN_SCOPE });
            return { ChallengeParameters: {}, AuthenticationResult: tokens };
        }
        return { ...this.open({ user, challenge: "SOFTWARE_TOKEN_MFA" }), ChallengeParameters: {} };
    }

    private checkCode(request: Readonly<Record<string, unknown>>, check: () => void): void {
        try {
            check();
        } catch (error) {
            if (this.strict) {
                this.close(request);
            }
            throw error;
        }
    }

    private checkClient(request: Readonly<Record<string, unknown>>): void {
        if (request["ClientId"] !== this.clientId) {
            throw new Refusal("ResourceNotFoundException", "User pool client does not exist.");
        }
    }

    private open(session: Session): { readonly ChallengeName: string; readonly Session: string } {
        const key = randomBytes(300).toString("base64url");
        this.sessions.set(key, session);
        return { ChallengeName: session.challenge, Session: key };
    }

    private sessionOf(request: Readonly<Record<string, unknown>>, challenge: string): Session {
        const session = this.sessions.get(String(request["Session"]));
        if (session?.challenge !== challenge) {
            throw new Refusal("NotAuthorizedException", "Invalid session for the user, session can only be used once.");
        }
        return session;
    }

    private close(request: Readonly<Record<string, unknown>>): void {
        this.sessions.delete(String(request["Session"]));
    }

    private now(): number {
        return Date.now() / 1000 + this.ahead;
    }
}

/** Day of the week, month, day without a zero, time and year, in UTC. */
const TIMESTAMP = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}$/;

function checkPassword({ user, exchange: begun }: Session, answers: Readonly<Record<string, string>>): void {
    const { TIMESTAMP: time = "", PASSWORD_CLAIM_SIGNATURE: signature = "" } = answers;
    const now = TIMESTAMP.test(time) && Math.abs(Date.parse(time) - Date.now()) < 5 * 60_000;
    const block = answers["PASSWORD_CLAIM_SECRET_BLOCK"] === begun?.secretBlock;
    user.passwordWas(now && block && begun?.accepts(time, signature) === true);
}

function texts(value: unknown): Readonly<Record<string, string>> {
    return (value ?? {}) as Readonly<Record<string, string>>;
}
