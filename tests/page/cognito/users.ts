import { randomBytes } from "node:crypto";

import { Refusal } from "./refusal";
import { type Verifier, verifierOf } from "./srp";
import { base32, STEP, totp } from "./totp";

/** Wrong passwords after which a user is locked for a while. Source: Cognito developer guide, "Lockout behavior". */
const ATTEMPTS = 5;

/** A user of the pool, with what the pool remembers of them. */
export class User {
    /** Whether the password was an administrator's and must be replaced. */
    temporary: boolean;
    /** Key of the authenticator app, once it has shown that it has it. */
    secret: Buffer | undefined;
    /** Of an app that has not shown it yet. */
    pendingSecret: Buffer | undefined;
    verifier: Verifier;
    private wrongPasswords = 0;
    private lastStep = -1;

    constructor(
        private readonly pool: string,
        readonly name: string,
        password: string,
        temporary: boolean,
    ) {
        this.temporary = temporary;
        this.verifier = verifierOf(pool, name, password);
    }

    /** Replaces the first password by one of the person's own. */
    setPassword(password: string): void {
        if (!/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{14,256}$/.test(password)) {
            throw new Refusal(
                "InvalidPasswordException",
                "Password did not conform with policy: Password not long enough",
            );
        }
        this.verifier = verifierOf(this.pool, this.name, password);
        this.temporary = false;
    }

    /** Makes a key for an authenticator app, as the app is told it. */
    newSecret(): string {
        this.pendingSecret = randomBytes(32);
        return base32(this.pendingSecret);
    }

    checkLock(): void {
        if (this.wrongPasswords >= ATTEMPTS) {
            throw new Refusal("NotAuthorizedException", "Password attempts exceeded");
        }
    }

    passwordWas(right: boolean): void {
        this.wrongPasswords = right ? 0 : this.wrongPasswords + 1;
        if (!right) {
            throw new Refusal("NotAuthorizedException", "Incorrect username or password.");
        }
    }

    /** The key is set up once the app shows a code of it. */
    confirmSecret(code: string, now: number): void {
        const step = this.pendingSecret === undefined ? undefined : stepOf(this.pendingSecret, code, now);
        if (step === undefined) {
            throw new Refusal("EnableSoftwareTokenMFAException", "Code mismatch");
        }
        this.secret = this.pendingSecret;
        this.pendingSecret = undefined;
        this.lastStep = step;
    }

    /** A code counts once. */
    checkCode(code: string, now: number): void {
        const step = this.secret === undefined ? undefined : stepOf(this.secret, code, now);
        if (step === undefined) {
            throw new Refusal("CodeMismatchException", "Invalid code received for user");
        }
        if (step <= this.lastStep) {
            throw new Refusal("ExpiredCodeException", "Your software token has already been used once.");
        }
        this.lastStep = step;
    }
}

/** The step that a code belongs to: the present one, or the one before for a person who is a little late. */
function stepOf(secret: Buffer, code: string, now: number): number | undefined {
    const step = Math.floor(now / STEP);
    return [step, step - 1].find((candidate) => totp(secret, candidate * STEP) === code);
}
