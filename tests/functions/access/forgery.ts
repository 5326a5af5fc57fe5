import { createSign, createHmac, type KeyObject } from "node:crypto";

/** Header and claims of a token before they are put together. */
export type Part = Readonly<Record<string, unknown>>;

/** A token put together by hand: libraries refuse to make most of what an attacker would send. */
export function forged(header: Part, claims: Part, signature: (input: string) => Buffer): string {
    const input = `${encoded(header)}.${encoded(claims)}`;
    return `${input}.${signature(input).toString("base64url")}`;
}

export function encoded(part: unknown): string {
    return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

/** RS256, or what else a key signs with this hash. */
export function rsa(key: KeyObject, hash = "sha256"): (input: string) => Buffer {
    return (input) => createSign(hash).update(input).sign(key);
}

export function hmac(secret: string): (input: string) => Buffer {
    return (input) => createHmac("sha256", secret).update(input).digest();
}

export const unsigned = (): Buffer => Buffer.alloc(0);
