import { generateKeyPairSync } from "node:crypto";

import { encoded, forged, hmac, type Part, rsa, unsigned } from "./forgery";
import { accessClaims, poolKey } from "./keySet";
import type { World } from "./world";

/** A value of the `Authorization` header that must not be accepted. */
export interface BadToken {
    readonly name: string;
    readonly header: (world: World) => string;
}

/** Somebody else's key, with an id of its own. */
const OTHER = poolKey("kid-of-somebody-else");
const ELLIPTIC = generateKeyPairSync("ec", { namedCurve: "P-256" });

const now = (): number => Math.floor(Date.now() / 1_000);

/** A token of ada that is right but for this. */
const claims = (name: string, change: Part): BadToken => ({
    name,
    header: ({ key, pool }) =>
        bearer(
            forged({ alg: "RS256", kid: key.kid }, defined({ ...right(pool.issuer), ...change }), rsa(key.privateKey)),
        ),
});

/** A token of ada whose header is right but for this, signed with the pool's key. */
const header = (name: string, change: Part): BadToken => ({
    name,
    header: ({ key, pool }) =>
        bearer(forged(defined({ alg: "RS256", kid: key.kid, ...change }), right(pool.issuer), rsa(key.privateKey))),
});

/** Tokens that prove nothing: each is a 401. */
export const BAD_TOKENS: readonly BadToken[] = [
    {
        name: "alg none",
        header: ({ key, pool }) => bearer(forged({ alg: "none", kid: key.kid }, right(pool.issuer), unsigned)),
    },
    {
        name: "alg None",
        header: ({ key, pool }) => bearer(forged({ alg: "None", kid: key.kid }, right(pool.issuer), unsigned)),
    },
    {
        name: "alg none with a signature",
        header: ({ key, pool }) =>
            bearer(forged({ alg: "none", kid: key.kid }, right(pool.issuer), rsa(key.privateKey))),
    },
    {
        name: "HS256 with the public key's PEM as the secret",
        header: ({ key, pool }) =>
            bearer(
                forged(
                    { alg: "HS256", kid: key.kid },
                    right(pool.issuer),
                    hmac(key.publicKey.export({ type: "spki", format: "pem" }).toString()),
                ),
            ),
    },
    {
        name: "HS256 with the public key's modulus as the secret",
        header: ({ key, pool }) =>
            bearer(
                forged(
                    { alg: "HS256", kid: key.kid },
                    right(pool.issuer),
                    hmac(String(key.publicKey.export({ format: "jwk" }).n)),
                ),
            ),
    },
    {
        name: "RS512 with the pool's key",
        header: ({ key, pool }) =>
            bearer(forged({ alg: "RS512", kid: key.kid }, right(pool.issuer), rsa(key.privateKey, "sha512"))),
    },
    {
        name: "ES256 under the pool's key id",
        header: ({ key, pool }) =>
            bearer(forged({ alg: "ES256", kid: key.kid }, right(pool.issuer), rsa(ELLIPTIC.privateKey))),
    },
    header("no algorithm", { alg: undefined }),
    {
        name: "another key under its own id",
        header: ({ pool }) =>
            bearer(forged({ alg: "RS256", kid: OTHER.kid }, right(pool.issuer), rsa(OTHER.privateKey))),
    },
    {
        name: "another key under the pool's key id",
        header: ({ key, pool }) =>
            bearer(forged({ alg: "RS256", kid: key.kid }, right(pool.issuer), rsa(OTHER.privateKey))),
    },
    {
        name: "another key, brought along in the header",
        header: ({ pool }) =>
            bearer(
                forged(
                    { alg: "RS256", kid: OTHER.kid, jwk: OTHER.publicKey.export({ format: "jwk" }) },
                    right(pool.issuer),
                    rsa(OTHER.privateKey),
                ),
            ),
    },
    {
        name: "another key set, named in the header",
        header: ({ pool }) =>
            bearer(
                forged(
                    { alg: "RS256", kid: OTHER.kid, jku: "https://attacker.example/jwks.json" },
                    right(pool.issuer),
                    rsa(OTHER.privateKey),
                ),
            ),
    },
    header("no kid", { kid: undefined }),
    header("an empty kid", { kid: "" }),
    header("a kid that is a path", { kid: "../../../../dev/null" }),
    header("a kid that is an address", { kid: "https://attacker.example/key.pem" }),
    header("a kid that is an object", { kid: { $ne: null } }),
    header("a kid of eight thousand characters", { kid: "k".repeat(8_000) }),
    claims("another pool's issuer", { iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other" }),
    claims("no issuer", { iss: undefined }),
    {
        name: "the issuer with a slash at the end",
        header: ({ key, pool }) =>
            bearer(
                forged(
                    { alg: "RS256", kid: key.kid },
                    { ...right(pool.issuer), iss: `${pool.issuer}/` },
                    rsa(key.privateKey),
                ),
            ),
    },
    claims("another client", { client_id: "7another7client7of7the7pool" }),
    claims("no client", { client_id: undefined }),
    claims("several clients, ours among them", { client_id: ["3n4b5urk1ft4fl3mg5e62d9ado", "other"] }),
    claims("an ID token", { token_use: "id", client_id: undefined, aud: "3n4b5urk1ft4fl3mg5e62d9ado" }),
    claims("an ID token that also names the client", { token_use: "id" }),
    claims("no token use", { token_use: undefined }),
    claims("expired a second ago", { exp: now() - 1 }),
    claims("expired a year ago", { exp: now() - 31_536_000 }),
    claims("no expiry", { exp: undefined }),
    claims("an expiry that is a text", { exp: "2099-01-01" }),
    claims("not valid before next hour", { nbf: now() + 3_600 }),
    claims("issued next hour", { iat: now() + 3_600 }),
    claims("no time of issue", { iat: undefined }),
    {
        name: "no signature",
        header: (world) => bearer(rightToken(world).replace(/[^.]+$/, "")),
    },
    {
        name: "a cut signature",
        header: (world) => bearer(rightToken(world).slice(0, -20)),
    },
    {
        name: "a changed name under the old signature",
        header: (world: World): string => {
            const [head, , signature] = rightToken(world).split(".");
            return bearer(`${head}.${encoded({ ...right(world.pool.issuer), username: "bob" })}.${signature}`);
        },
    },
    {
        name: "the signature of another token",
        header: (world: World): string => {
            const [head, body] = rightToken(world).split(".");
            const [, , signature] = rightToken(world, { jti: "another" }).split(".");
            return bearer(`${head}.${body}.${signature}`);
        },
    },
    { name: "two parts", header: (world) => bearer(rightToken(world).split(".").slice(0, 2).join(".")) },
    { name: "four parts", header: (world) => bearer(`${rightToken(world)}.e30`) },
    { name: "five parts, as an encrypted token", header: () => bearer("eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d") },
    {
        name: "a payload that is no JSON",
        header: ({ key }: World): string => {
            const input = `${encoded({ alg: "RS256", kid: key.kid })}.${encoded("{username: ada}")}`;
            return bearer(`${input}.${rsa(key.privateKey)(input).toString("base64url")}`);
        },
    },
    {
        name: "a payload that is a list",
        header: ({ key }: World): string => {
            const input = `${encoded({ alg: "RS256", kid: key.kid })}.${encoded([{ username: "ada" }])}`;
            return bearer(`${input}.${rsa(key.privateKey)(input).toString("base64url")}`);
        },
    },
    claims("more than eight thousand bytes", { groups: "g".repeat(7_000) }),
    { name: "nothing but the scheme", header: () => "Bearer" },
    { name: "the scheme and a space", header: () => "Bearer  " },
    { name: "a word", header: () => bearer("ada") },
    { name: "three dots", header: () => bearer("...") },
    { name: "two tokens after one scheme", header: (world) => `Bearer ${rightToken(world)} ${rightToken(world)}` },
    { name: "two tokens with a comma", header: (world) => `Bearer ${rightToken(world)}, Bearer ${rightToken(world)}` },
    {
        name: "two tokens with a comma and no space",
        header: (world) => `Bearer ${rightToken(world)},${rightToken(world)}`,
    },
    { name: "the Basic scheme", header: () => `Basic ${Buffer.from("ada:password").toString("base64")}` },
    { name: "a right token under the Basic scheme", header: (world) => `Basic ${rightToken(world)}` },
    { name: "a right token with the scheme in lower case", header: (world) => `bearer ${rightToken(world)}` },
    { name: "a right token without a scheme", header: (world) => rightToken(world) },
    { name: "a right token after a tab", header: (world) => `Bearer\t${rightToken(world)}` },
];

/** Names in tokens that are right in all else: each is a 403. */
export const BAD_NAMES: readonly (readonly [what: string, username: unknown])[] = [
    ["a star", "*"],
    ["a star at the end", "ad*"],
    ["a question mark", "ad?"],
    ["a slash", "/"],
    ["a path", "ada/../bob"],
    ["a colon", "ada:bob"],
    ["a policy variable", "${aws:username}"],
    ["a comma", "ada,bob"],
    ["a space", "ada bob"],
    ["a line break", "ada\nbob"],
    ["a line break at the end", "ada\n"],
    ["a null character", "ada\u0000"],
    ["a quotation mark", 'ada"'],
    ["a Cyrillic letter that looks like one of ours", "\u0430da"],
    ["a combining accent", "ada\u0301"],
    ["full-width letters", "\uff41\uff44\uff41"],
    ["a capital", "Ada"],
    ["capitals", "ADA"],
    ["a single letter", "a"],
    ["sixty-five letters", "a".repeat(65)],
    ["a dot at the front", ".ada"],
    ["a hyphen at the end", "ada-"],
    ["an empty text", ""],
    ["a list", ["ada"]],
    ["an object", { name: "ada" }],
    ["a number", 42],
    ["null", null],
    ["nothing", undefined],
];

/** A right token but for the name. */
export function namedToken({ key, pool }: World, username: unknown): string {
    return bearer(
        forged({ alg: "RS256", kid: key.kid }, defined({ ...right(pool.issuer), username }), rsa(key.privateKey)),
    );
}

/** Ada's right token, or one with other claims. */
export function rightToken({ key, pool }: World, change: Part = {}): string {
    return forged({ alg: "RS256", kid: key.kid }, { ...right(pool.issuer), ...change }, rsa(key.privateKey));
}

function right(issuer: string): Part {
    return { ...accessClaims(issuer, "ada") };
}

function bearer(token: string): string {
    return `Bearer ${token}`;
}

function defined(part: Part): Part {
    return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}
