import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { exportJWK, type JWTPayload, SignJWT } from "jose";

import { selfSigned } from "./certificate";

/** A signing key of a user pool. */
export interface PoolKey {
    readonly kid: string;
    readonly privateKey: KeyObject;
    readonly publicKey: KeyObject;
}

/** A user pool's issuer: serves its key set over HTTPS. */
export interface KeySetServer {
    /** `https://localhost:<port>/<pool id>`. */
    readonly issuer: string;
    readonly jwksUri: string;
    /** File with the certificate that functions must trust. */
    readonly certificates: string;
    /** Which keys are in the set now. */
    keys: readonly PoolKey[];
    /** What becomes of readings: `hang` answers nothing, `fail` with 500. */
    state: "up" | "hang" | "fail";
    /** How often the set was read. */
    readonly readings: number;
    close(): Promise<void>;
}

export const POOL_ID = "eu-west-1_Ab1Cd2Ef3";
export const CLIENT_ID = "3n4b5urk1ft4fl3mg5e62d9ado";

/** An RSA key as Cognito's. */
export function poolKey(kid: string): PoolKey {
    return { kid, ...generateKeyPairSync("rsa", { modulusLength: 2_048 }) };
}

/** Starts an issuer with the given keys. */
export async function startKeySet(...keys: readonly PoolKey[]): Promise<KeySetServer> {
    const directory = mkdtempSync(path.join(tmpdir(), "issuer-"));
    const certificate = selfSigned();
    const certificates = path.join(directory, "certificate.pem");
    writeFileSync(certificates, certificate.cert);
    const issuing: { keys: readonly PoolKey[]; state: KeySetServer["state"]; readings: number } = {
        keys,
        state: "up",
        readings: 0,
    };
    const server = createServer(certificate, (_request, response) => {
        issuing.readings += 1;
        if (issuing.state === "hang") {
            return;
        }
        void documentOf(issuing.keys).then((document) =>
            response.writeHead(issuing.state === "up" ? 200 : 500).end(document),
        );
    });
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    const issuer = `https://localhost:${(server.address() as AddressInfo).port}/${POOL_ID}`;
    const close = async (): Promise<void> => {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
        rmSync(directory, { recursive: true });
    };
    return Object.assign(issuing, { issuer, jwksUri: `${issuer}/.well-known/jwks.json`, certificates, close });
}

/** Source: Cognito developer guide, "Verifying JSON web tokens", the pool's key set. */
async function documentOf(keys: readonly PoolKey[]): Promise<string> {
    const entries = keys.map(async ({ kid, publicKey }) => ({
        ...(await exportJWK(publicKey)),
        kid,
        alg: "RS256",
        use: "sig",
    }));
    return JSON.stringify({ keys: await Promise.all(entries) });
}

/**
 * Claims of an access token of our client. Source: Cognito developer guide, "Understanding the access token".
 *
 * @param scope as SRP sign-in gives it; managed login gives what the client asked for
 */
export function accessClaims(issuer: string, username: string, scope = "aws.cognito.signin.user.admin"): JWTPayload {
    const now = Math.floor(Date.now() / 1_000);
    return {
        sub: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        iss: issuer,
        client_id: CLIENT_ID,
        origin_jti: "0b1c2d3e-origin",
        event_id: "64f513be-event",
        token_use: "access",
        scope,
        auth_time: now,
        iat: now,
        exp: now + 3_600,
        jti: "5a6b7c8d-token",
        username,
    };
}

/** Signs claims as the pool does. */
export function signed({ kid, privateKey }: PoolKey, claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ kid, alg: "RS256" }).sign(privateKey);
}
