import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { open, seal } from "./secrets";
import { hasUnknown, same, textsAt, UNKNOWN, valuesAt } from "./values";

describe("emulated aws: values", () => {
    const properties = {
        subnetIds: ["a", UNKNOWN, "b"],
        settings: { groups: ["c"], role: "r", none: undefined },
        rules: [{ key: "k1" }, {}, { key: "k2" }],
    };
    const PATHS: readonly [path: string, expected: unknown[]][] = [
        ["settings.role", ["r"]],
        ["settings.none", []],
        ["settings.role.deeper", []],
        ["missing[].path", []],
        ["subnetIds[]", ["a", "b"]],
        ["settings.groups[]", ["c"]],
        ["rules[].key", ["k1", "k2"]],
    ];

    for (const [path, expected] of PATHS) {
        it(`finds ${JSON.stringify(expected)} at ${path}`, () => {
            assert.deepEqual(valuesAt(properties, path), expected);
        });
    }

    it("finds only texts where texts are asked for", () => {
        assert.deepEqual(textsAt({ list: ["a", 1, null] }, "list[]"), ["a"]);
    });

    it("finds an unknown value at any depth", () => {
        assert.equal(hasUnknown({ a: [{ b: UNKNOWN }] }), true);
        assert.equal(hasUnknown({ a: [{ b: "known" }] }), false);
    });

    const SAME: readonly [a: unknown, b: unknown, expected: boolean][] = [
        [["b", "a"], ["a", "b"], true],
        [["a", "a"], ["a"], false],
        [[{ n: 1 }, { n: 2 }], [{ n: 2 }, { n: 1 }], false],
        [{ a: 1, b: undefined }, { a: 1 }, true],
        ['{"a": 1, "b": [2]}', '{"b":[2],"a":1}', true],
        ['{"a":1}', '{"a":2}', false],
        ["{not json", "{not json", true],
        ["1", 1, false],
        [undefined, false, false],
    ];

    for (const [a, b, expected] of SAME) {
        it(`takes ${JSON.stringify(a)} and ${JSON.stringify(b)} for ${expected ? "the same" : "different"}`, () => {
            assert.equal(same(a, b), expected);
            assert.equal(same(b, a), expected);
        });
    }
});

describe("emulated aws: secrets", () => {
    const mark = (value: unknown): unknown => ({
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        value,
    });

    it("opens secrets at any depth and tells which properties held one", () => {
        const { plain, secrets } = open({ a: mark("x"), b: { c: [mark({ d: mark(1) })] }, e: "open" });
        assert.deepEqual(plain, { a: "x", b: { c: [{ d: 1 }] }, e: "open" });
        assert.deepEqual([...secrets], ["a", "b"]);
    });

    it("seals what came as a secret, and with the tags what the provider copies from them", () => {
        assert.deepEqual(seal({ tags: { k: "v" }, tagsAll: { k: "v" }, id: "1" }, new Set(["tags"])), {
            tags: mark({ k: "v" }),
            tagsAll: mark({ k: "v" }),
            id: "1",
        });
    });

    it("opens what it sealed", () => {
        const bag = fc.dictionary(
            fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"),
            fc.jsonValue(),
        );
        fc.assert(
            fc.property(bag, fc.array(fc.string()), (properties, chosen) => {
                const secrets = Object.keys(properties).filter((_, index) => chosen[index] !== undefined);
                const opened = open(seal(properties, new Set(secrets)));
                assert.deepEqual(opened.plain, open(properties).plain);
                assert.ok(secrets.every((name) => opened.secrets.has(name)));
            }),
        );
    });
});
