import { strict as assert } from "node:assert";

import { exchange, verifierOf } from "./srp";
import { base32, fromBase32, totp } from "./totp";

describe("the user pool of the page's tests", () => {
    const SECRET = Buffer.from("12345678901234567890");

    /** RFC 6238, appendix B, SHA-1. */
    const VECTORS: readonly (readonly [number, string])[] = [
        [59, "94287082"],
        [1111111109, "07081804"],
        [1111111111, "14050471"],
        [1234567890, "89005924"],
        [2000000000, "69279037"],
        [20000000000, "65353130"],
    ];
    for (const [seconds, code] of VECTORS) {
        it(`makes the code of ${seconds} as RFC 6238 does`, () => {
            assert.equal(totp(SECRET, seconds, 8), code);
            assert.equal(totp(SECRET, seconds), code.slice(2));
        });
    }

    it("writes keys as RFC 4648 does", () => {
        assert.equal(base32(Buffer.from("foobar")), "MZXW6YTBOI");
        assert.deepEqual(fromBase32("MZXW 6YTB OI"), Buffer.from("foobar"));
    });

    it("refuses a public value that makes the shared secret known", () => {
        const verifier = verifierOf("Ab1Cd2Ef3", "alice", "a password");
        const prime = "ffffffffffffffffc90fdaa22168c234";
        assert.throws(() => exchange("Ab1Cd2Ef3", "alice", verifier, "0"), /multiple of the group's prime/);
        assert.equal(exchange("Ab1Cd2Ef3", "alice", verifier, prime).accepts("now", ""), false);
    });
});
