import assert from "node:assert/strict";

import fc from "fast-check";

import { item, table, wrap } from "../../../preflight/report/layout";

const WIDTH = 80;
const words = fc.array(fc.stringMatching(/^[!-~]{1,120}$/), { maxLength: 40 });

describe("layout", () => {
    it("wraps within 80 columns and loses nothing but spaces", () => {
        fc.assert(
            fc.property(words, fc.nat(14), fc.nat(10), (texts, indent, hanging) => {
                const lines = wrap(texts.join(" "), indent, hanging).split("\n");
                assert.ok(lines.every((line) => line.length <= WIDTH));
                assert.equal(lines.join("").replaceAll(" ", ""), texts.join(""));
                lines.forEach((line, index) => {
                    const pad = " ".repeat(index === 0 ? indent : indent + hanging);
                    assert.ok(line.startsWith(pad) && !line.startsWith(`${pad} `), line);
                });
            }),
        );
    });

    it("breaks no word that fits, and no line before it must", () => {
        const fitting = fc.array(fc.stringMatching(/^[!-~]{1,76}$/), { minLength: 1, maxLength: 40 });
        fc.assert(
            fc.property(fitting, (texts) => {
                const lines = item(texts.join(" ")).split("\n");
                assert.deepEqual(
                    lines.flatMap((line) => line.trim().split(" ")),
                    texts,
                );
                lines.slice(1).forEach((line, index) => {
                    const next = line.trim().split(" ")[0] ?? "";
                    assert.ok(`${lines[index]} ${next}`.length > WIDTH, line);
                });
            }),
        );
    });

    const rows: readonly (readonly [string, readonly string[], string])[] = [
        ["with room: two spaces between columns", ["a", "bb", "c"], "  one  two  three\n  a    bb   c"],
        [
            "without room: one space between columns",
            ["x".repeat(35), "y".repeat(36), "z"],
            `  one${" ".repeat(33)}two${" ".repeat(34)}three\n  ${"x".repeat(35)} ${"y".repeat(36)} z`,
        ],
    ];
    for (const [what, row, expected] of rows) {
        it(`table ${what}`, () => assert.equal(table(["one", "two", "three"], [row]), expected));
    }
});
