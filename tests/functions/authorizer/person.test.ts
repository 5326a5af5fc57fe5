import { strict as assert } from "node:assert";

import * as fc from "fast-check";

import { personOf } from "../../../assets/functions/authorizer/identity";
import { isPerson } from "../../../assets/functions/authorizer/person";
import { BAD_NAMES } from "../access/badTokens";

const POOL = "eu-west-1_Ab1Cd2Ef3";
const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;

const LETTER = "abcdefghijklmnopqrstuvwxyz0123456789";
const people = fc
    .tuple(
        fc.constantFrom(...LETTER),
        fc.array(fc.constantFrom(...LETTER, ...".-_+=@"), { maxLength: 62 }),
        fc.constantFrom(...LETTER),
    )
    .map(([first, middle, last]) => [first, ...middle, last].join(""));

describe("authorizer: names of people", () => {
    it("are those that fit session name, source identity and tag", () => {
        fc.assert(fc.property(people, (name) => isPerson(name)));
    });

    it("hold nothing that is special in an ARN, a policy or a log, whatever text is tried", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 70 }), (text) => {
                assert.equal(
                    isPerson(text),
                    text.length >= 2 &&
                        text.length <= 64 &&
                        /^(?![._+=@-])[a-z0-9._+=@-]*(?<![._+=@-])$/.test(text) &&
                        !text.includes("\n"),
                );
            }),
        );
    });

    it("never differ in case alone", () => {
        fc.assert(
            fc.property(people, (name) => {
                fc.pre(name.toUpperCase() !== name);
                assert.equal(isPerson(name.toUpperCase()), false);
            }),
        );
    });

    for (const [what, name] of BAD_NAMES) {
        it(`are not ${what}`, () => assert.equal(isPerson(name), false));
    }

    it("come from a known provider without its prefix, and from the pool as they are", () => {
        const hosted = { scope: "private-studio/open", providers: ["Corp"] };
        fc.assert(
            fc.property(people, (name) => {
                const external = { username: `Corp_${name}`, "cognito:groups": [`${POOL}_Corp`] };
                assert.equal(personOf(external, { issuer: ISSUER, hosted }), name);
                const pool = { scope: "private-studio/open", providers: [] };
                assert.equal(personOf({ username: name }, { issuer: ISSUER, hosted: pool }), name);
                assert.equal(personOf({ username: name }, { issuer: ISSUER, hosted: undefined }), name);
            }),
        );
    });

    it("of an external provider are nobody's where people sign in on our own page", () => {
        const claims = { username: "Corp_ada", "cognito:groups": [`${POOL}_Corp`] };
        assert.throws(() => personOf(claims, { issuer: ISSUER, hosted: undefined }), {
            name: "Forbidden",
            reason: "provider",
        });
    });
});
