import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { isAtLeast } from "./versions";

describe("isAtLeast", () => {
    const CASES: readonly [version: string, lowest: string, expected: boolean][] = [
        ["v3.200.0", "3.200.0", true],
        ["v3.200.0\n", "3.200.0", true],
        ["v3.201.0-dev.1", "3.200.0", true],
        ["3.199.9", "3.200.0", false],
        ["v4.0.0", "3.200.0", true],
        ["v3.9.0", "3.200.0", false],
        ["", "3.200.0", false],
        ["command not found", "3.200.0", false],
    ];

    for (const [version, lowest, expected] of CASES) {
        it(`${JSON.stringify(version)} is ${expected ? "" : "not "}at least ${lowest}`, () => {
            assert.equal(isAtLeast(version, lowest), expected);
        });
    }

    it("orders versions: of two different ones exactly one is at least the other", () => {
        const version = fc.tuple(fc.nat(20), fc.nat(300), fc.nat(20)).map((parts) => parts.join("."));
        fc.assert(
            fc.property(version, version, (a, b) => (a === b ? isAtLeast(a, b) : isAtLeast(a, b) !== isAtLeast(b, a))),
        );
    });
});
