import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A certificate that signs itself, and its key, both PEM. */
export interface Certificate {
    readonly key: string;
    readonly cert: string;
}

/**
 * Makes a certificate for `localhost` that is good for a day, so that a test can serve HTTPS to a process that is told
 * to trust it. Written out in DER because Node reads certificates but makes none. Source: RFC 5280, section 4.1.
 */
export function selfSigned(now = Date.now()): Certificate {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const algorithm = sequence(OID.ecdsaWithSha256);
    const name = sequence(set(sequence(OID.commonName, utf8("localhost"))));
    const day = 86_400_000;
    const body = sequence(
        tagged(0, integer(Buffer.of(2))),
        integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
        algorithm,
        name,
        sequence(time(now - day), time(now + day)),
        name,
        publicKey.export({ type: "spki", format: "der" }),
        tagged(3, sequence(sequence(OID.alternativeNames, der(0x04, sequence(der(0x82, Buffer.from("localhost"))))))),
    );
    const signature = sign("sha256", body, privateKey);
    const whole = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.of(0), signature])));
    return {
        key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        cert: `-----BEGIN CERTIFICATE-----\n${whole.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    };
}

const OID = {
    /** 1.2.840.10045.4.3.2 */
    ecdsaWithSha256: der(0x06, Buffer.from("2a8648ce3d040302", "hex")),
    /** 2.5.4.3 */
    commonName: der(0x06, Buffer.from("550403", "hex")),
    /** 2.5.29.17 */
    alternativeNames: der(0x06, Buffer.from("551d11", "hex")),
};

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
    const content = Buffer.concat(contents);
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...contents: readonly Buffer[]): Buffer {
    return der(0x30, ...contents);
}

function set(...contents: readonly Buffer[]): Buffer {
    return der(0x31, ...contents);
}

function tagged(tag: number, content: Buffer): Buffer {
    return der(0xa0 + tag, content);
}

function integer(value: Buffer): Buffer {
    return der(0x02, value);
}

function utf8(text: string): Buffer {
    return der(0x0c, Buffer.from(text));
}

/** `YYMMDDHHMMSSZ`. */
function time(milliseconds: number): Buffer {
    const digits = new Date(milliseconds)
        .toISOString()
        .replace(/[-:T]|\.\d+/g, "")
        .slice(2);
    return der(0x17, Buffer.from(digits));
}
