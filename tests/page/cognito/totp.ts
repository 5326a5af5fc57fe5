import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Seconds that a code is good for. */
export const STEP = 30;

/** The code of a moment, in seconds since 1970. Source: RFC 6238 with SHA-1, as authenticator apps take it. */
export function totp(secret: Buffer, seconds: number, digits = 6): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP)));
    const mac = createHmac("sha1", secret).update(counter).digest();
    // RFC 4226, 5.3: the last four bits say where the code is taken from.
    const offset = mac.readUInt8(mac.length - 1) & 0xf;
    const code = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits;
    return code.toString().padStart(digits, "0");
}

/** RFC 4648, without padding. */
export function base32(bytes: Buffer): string {
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The inverse of {@link base32}; spaces between the characters do not count. */
export function fromBase32(text: string): Buffer {
    const bits = [...text.replace(/\s/g, "")].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0"));
    const bytes = bits.join("").match(/.{8}/g) ?? [];
    return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}
