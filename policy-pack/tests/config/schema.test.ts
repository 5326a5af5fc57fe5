import assert from "node:assert/strict";

import { nearest } from "../../config/nearest";
import { schemaProblems, UNDERSTOOD } from "../../config/schema";
import { POLICIES } from "../../policies";
import type { ConfigProperty } from "../../policies/definition";
import { configProperties } from "../../policies/settings";

describe("schemas of options", () => {
    for (const policy of POLICIES) {
        it(`${policy.name}: the check knows every word of them, and patterns are marked`, () => {
            for (const [key, schema] of Object.entries(configProperties(policy))) {
                assert.deepEqual(unknownWords(schema), [], `${policy.name}.${key}`);
                const speaks = /regular expression/.test(JSON.stringify(schema));
                // Exceptions have checks of their own, which name the resource.
                assert.ok(!speaks || key === "exceptions" || /"format":"regex"/.test(JSON.stringify(schema)), key);
            }
        });
    }

    it("every default is right by its own schema", () => {
        assert.deepEqual(
            POLICIES.flatMap((policy) =>
                Object.entries(configProperties(policy)).flatMap(([key, schema]) =>
                    schemaProblems(schema, schema.default, `${policy.name}.${key}`),
                ),
            ),
            [],
        );
    });

    const ranges: readonly (readonly [ConfigProperty, string])[] = [
        [{ type: "integer", minimum: 2 }, "n is 1; it must be at least 2."],
        [{ type: "integer", maximum: 0 }, "n is 1; it must be at most 0."],
        [{ type: "integer", minimum: 2, maximum: 3 }, "n is 1; it must be 2 to 3."],
    ];
    for (const [schema, message] of ranges) {
        it(message, () => assert.deepEqual(schemaProblems(schema, 1, "n"), [message]));
    }
});

describe("the nearest name", () => {
    const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
        ["kms-key-rotation-enable", ["kms-key-policy", "kms-key-rotation-enabled"], "kms-key-rotation-enabled"],
        ["Exceptions", ["exceptions", "scope"], "exceptions"],
        ["scpoe", ["exceptions", "scope"], "scope"],
        ["something-else", ["exceptions", "scope"], undefined],
        ["x", [], undefined],
    ];
    for (const [name, known, expected] of cases) {
        it(`${name}: ${expected ?? "none"}`, () => assert.equal(nearest(name, known), expected));
    }
});

function unknownWords(schema: ConfigProperty): string[] {
    const inner = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
    return [
        ...Object.keys(schema).filter((word) => !UNDERSTOOD.includes(word)),
        ...inner.flatMap((each) => (typeof each === "object" && !Array.isArray(each) ? unknownWords(each) : [])),
    ];
}
