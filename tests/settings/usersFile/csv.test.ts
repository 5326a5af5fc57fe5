import assert from "node:assert/strict";

import fc from "fast-check";

import { parseCsv } from "../../../components/settings/usersFile/csv";

const GOOD: readonly (readonly [what: string, text: string, records: readonly (readonly [number, string[]])[]])[] = [
    ["nothing", "", []],
    [
        "two records",
        "a,b\r\nc,d\r\n",
        [
            [1, ["a", "b"]],
            [2, ["c", "d"]],
        ],
    ],
    [
        "a last line without its end",
        "a,b\nc,d",
        [
            [1, ["a", "b"]],
            [2, ["c", "d"]],
        ],
    ],
    [
        "empty fields, also at the end",
        ",b,\n,,",
        [
            [1, ["", "b", ""]],
            [2, ["", "", ""]],
        ],
    ],
    [
        "an empty line",
        "a\n\nb\n",
        [
            [1, ["a"]],
            [2, [""]],
            [3, ["b"]],
        ],
    ],
    ["spaces, which are part of a field", " a , b\n", [[1, [" a ", " b"]]]],
    ["commas and quotes in quotes", '"a,b","say ""hi"""\n', [[1, ["a,b", 'say "hi"']]]],
    ["an empty field in quotes", '"",""\n', [[1, ["", ""]]]],
    [
        "line ends in quotes, and the line after them",
        '"a\r\nb",c\nd\n',
        [
            [1, ["a\r\nb", "c"]],
            [3, ["d"]],
        ],
    ],
];

const BAD: readonly (readonly [what: string, text: string, mistakes: readonly (readonly unknown[])[]])[] = [
    ["a quote in a plain field", 'a,b"c\n', [[1, 2, "quote in a plain field", 'b"c']]],
    ["a space before the quote", 'a, "b"\n', [[1, 2, "quote in a plain field", ' "b"']]],
    ["text after the closing quote", '"a"b,c\n', [[1, 1, "text after the closing quote", "ab"]]],
    ["a space after the quote", '"a" ,c\n', [[1, 1, "text after the closing quote", "a "]]],
    ["no closing quote", 'a,b\nc,"d\ne\n', [[2, 2, "no closing quote", "d\ne\n"]]],
    [
        "lines that end in CR",
        "a,b\rc,d\r",
        [
            [1, 2, "lone CR", "b"],
            [1, 2, "lone CR", "d"],
        ],
    ],
    [
        "several at once",
        'a"\n"b"c\n"d',
        [
            [1, 1, "quote in a plain field", 'a"'],
            [2, 1, "text after the closing quote", "bc"],
            [3, 1, "no closing quote", "d"],
        ],
    ],
];

describe("settings: CSV", () => {
    for (const [what, text, records] of GOOD) {
        it(`reads ${what}`, () => {
            const csv = parseCsv(text);
            assert.deepEqual(csv.mistakes, []);
            assert.deepEqual(
                csv.records.map(({ line, fields }) => [line, fields]),
                records,
            );
        });
    }

    for (const [what, text, mistakes] of BAD) {
        it(`refuses ${what}, with line and column`, () => {
            assert.deepEqual(
                parseCsv(text).mistakes.map(({ line, column, kind, found }) => [line, column, kind, found]),
                mistakes,
            );
        });
    }

    it("goes on after a mistake", () => {
        assert.deepEqual(
            parseCsv('a"x,b\nc,d\n').records.map(({ fields }) => fields),
            [
                ['a"x', "b"],
                ["c", "d"],
            ],
        );
    });

    const field = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", '"', "\r", "\n", "\r\n", ";"), maxLength: 8 });
    const records = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

    it("reads back what was written, whichever fields are quoted and whichever line ends are used", () => {
        fc.assert(
            fc.property(records, fc.infiniteStream(fc.boolean()), (written, choices) => {
                const choose = (): boolean => choices.next().value === true;
                const text = written.map((fields, index) => {
                    const line = fields.map((value) => quotedField(value, choose())).join(",");
                    const isLast = index === written.length - 1;
                    return line + (isLast && line !== "" && choose() ? "" : choose() ? "\n" : "\r\n");
                });
                const csv = parseCsv(text.join(""));
                assert.deepEqual(csv.mistakes, []);
                assert.deepEqual(
                    csv.records.map(({ fields }) => fields),
                    written,
                );
            }),
        );
    });

    it("counts lines as editors do: a record begins after as many line feeds as stand before it", () => {
        fc.assert(
            fc.property(records, (written) => {
                const lines = written.map((fields) => `${fields.map((value) => quotedField(value, true)).join(",")}\n`);
                assert.deepEqual(
                    parseCsv(lines.join("")).records.map(({ line }) => line),
                    lines.map((_, index) => lines.slice(0, index).join("").split("\n").length),
                );
            }),
        );
    });

    it("never fails, whatever the text", () => {
        fc.assert(
            fc.property(field, (text) => {
                const { records: read } = parseCsv(text);
                assert.equal(read.length === 0, text === "");
            }),
        );
    });
});

/** A field as RFC 4180 writes it; quoted where it must be, or where wanted. */
function quotedField(value: string, quoted: boolean): string {
    return quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
