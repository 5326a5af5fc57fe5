import { createHash, createHmac, getDiffieHellman, randomBytes } from "node:crypto";

/** RFC 3526's 3072-bit group, as Cognito uses it, with 2 as its generator. */
const N = BigInt(`0x${getDiffieHellman("modp15").getPrime("hex")}`);
const G = 2n;
const K = integer(sha256(bytesOf(N), bytesOf(G)));

/** What a pool keeps of a password: enough to check it, too little to use it. */
export interface Verifier {
    readonly salt: bigint;
    readonly verifier: bigint;
}

/** The server's half of one exchange. */
export interface Exchange {
    /** Public value, as the challenge's `SRP_B` writes it. */
    readonly publicValue: string;
    /** The challenge's `SALT`. */
    readonly salt: string;
    /** The challenge's `SECRET_BLOCK`. */
    readonly secretBlock: string;
    /** Whether somebody who knows the password made the signature. */
    accepts(timestamp: string, signature: string): boolean;
}

/** @param pool name of the pool: its id without the Region. */
export function verifierOf(pool: string, user: string, password: string): Verifier {
    const salt = integer(randomBytes(16));
    const x = integer(sha256(bytesOf(salt), sha256(Buffer.from(`${pool}${user}:${password}`))));
    return { salt, verifier: power(G, x) };
}

/**
 * Begins an exchange with a client whose public value is `SRP_A`.
 *
 * Source: RFC 5054 and RFC 2945 for SRP-6a; the key derivation and what is signed are Cognito's own, as its SDKs make them:
 * HKDF-SHA-256 with `Caldera Derived Key`, 16 bytes, over pool, user, secret block and timestamp.
 *
 * @throws Error for a public value that would make the shared secret known.
 */
export function exchange(pool: string, user: string, { salt, verifier }: Verifier, clientValue: string): Exchange {
    const a = BigInt(`0x${clientValue}`);
    if (a % N === 0n) {
        throw new Error("SRP_A is a multiple of the group's prime");
    }
    const secret = integer(randomBytes(128));
    const b = (K * verifier + power(G, secret)) % N;
    const u = integer(sha256(bytesOf(a), bytesOf(b)));
    const shared = power(a * power(verifier, u), secret);
    const key = derived(bytesOf(shared), bytesOf(u));
    const secretBlock = randomBytes(700);
    return {
        publicValue: b.toString(16),
        salt: salt.toString(16),
        secretBlock: secretBlock.toString("base64"),
        accepts: (timestamp, signature) => {
            const signed = createHmac("sha256", key).update(pool).update(user).update(secretBlock).update(timestamp);
            return signed.digest("base64") === signature;
        },
    };
}

function derived(input: Buffer, salt: Buffer): Buffer {
    const extracted = createHmac("sha256", salt).update(input).digest();
    return createHmac("sha256", extracted).update("Caldera Derived Key\u0001").digest().subarray(0, 16);
}

function power(base: bigint, exponent: bigint): bigint {
    let result = 1n;
    let square = base % N;
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
        if ((rest & 1n) === 1n) {
            result = (result * square) % N;
        }
        square = (square * square) % N;
    }
    return result;
}

/** Big-endian, with a zero byte before a first bit that would be a sign, as Java writes integers. */
function bytesOf(value: bigint): Buffer {
    const hex = value.toString(16);
    const even = hex.length % 2 === 0 ? hex : `0${hex}`;
    return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
}

function integer(bytes: Buffer): bigint {
    return BigInt(`0x${bytes.toString("hex")}`);
}

function sha256(...parts: readonly Buffer[]): Buffer {
    return createHash("sha256").update(Buffer.concat(parts)).digest();
}
