import {
    AuthenticationDetails,
    CognitoUser,
    CognitoUserPool,
    type CognitoUserSession,
    type IAuthenticationCallback,
} from "amazon-cognito-identity-js";

import type { PageConfiguration, PrivateSignIn } from "../functions/page/configuration";
import { memory } from "./memory";
import { Problem } from "./problem";
import type { Step } from "./steps";

const ISSUER = "SageMaker Studio";

/**
 * Signs in by name and password at the user pool. The password itself never leaves the page: the library proves by SRP
 * that it knows it.
 */
export function signIn(
    { clientId }: PageConfiguration,
    { userPoolId, endpoint }: PrivateSignIn,
    name: string,
    password: string,
): Promise<Step> {
    const Storage = memory();
    const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint, Storage });
    const user = new CognitoUser({ Username: name, Pool, Storage });
    return next(user, name, (callbacks) =>
        user.authenticateUser(new AuthenticationDetails({ Username: name, Password: password }), callbacks),
    );
}

/** Calls the library and waits for the one callback that says what comes next. */
function next(
    user: CognitoUser,
    name: string,
    call: (callbacks: Required<IAuthenticationCallback>) => void,
): Promise<Step> {
    return new Promise((resolve, reject) => {
        const notOurs = (): void =>
            reject(new Problem("Your user signs in in a way that this page does not know. Ask your administrators."));
        call({
            onSuccess: (session) => resolve(signedIn(user, name, session)),
            onFailure: reject,
            newPasswordRequired: () =>
                resolve({
                    kind: "new-password",
                    answer: (password) =>
                        next(user, name, (callbacks) => user.completeNewPasswordChallenge(password, {}, callbacks)),
                }),
            mfaSetup: () => resolve(setUpCode(user, name)),
            totpRequired: () =>
                resolve({
                    kind: "code",
                    answer: (code) =>
                        next(user, name, (callbacks) => user.sendMFACode(code, callbacks, "SOFTWARE_TOKEN_MFA")),
                }),
            mfaRequired: notOurs,
            selectMFAType: notOurs,
            customChallenge: notOurs,
        });
    });
}

function setUpCode(user: CognitoUser, name: string): Promise<Step> {
    return new Promise((resolve, reject) =>
        user.associateSoftwareToken({
            onFailure: reject,
            associateSecretCode: (secret) =>
                resolve({
                    kind: "set-up-code",
                    secret,
                    link: otpauth(name, secret),
                    answer: (code) =>
                        new Promise((done, failed) =>
                            user.verifySoftwareToken(code, ISSUER, {
                                onSuccess: (session) => done(signedIn(user, name, session)),
                                onFailure: failed,
                            }),
                        ),
                }),
        }),
    );
}

/** As authenticator apps read it: SHA-1, six digits, thirty seconds, which are their defaults. */
function otpauth(name: string, secret: string): string {
    const issuer = encodeURIComponent(ISSUER);
    return `otpauth://totp/${issuer}:${encodeURIComponent(name)}?secret=${encodeURIComponent(secret)}&issuer=${issuer}`;
}

function signedIn(user: CognitoUser, name: string, session: CognitoUserSession): Step {
    return {
        kind: "signed-in",
        person: {
            name,
            accessToken: session.getAccessToken().getJwtToken(),
            revoke: () => new Promise((resolve) => user.signOut(() => resolve())),
        },
    };
}
