import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { assertGolden } from "./golden";

describe("assertGolden", () => {
    let folder: string;
    let update: string | undefined;
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), "golden-"));
        writeFileSync(path.join(folder, "x.txt"), "a::one\nb::two\n");
        update = process.env.UPDATE_GOLDEN;
        delete process.env.UPDATE_GOLDEN;
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
        if (update === undefined) {
            delete process.env.UPDATE_GOLDEN;
        } else {
            process.env.UPDATE_GOLDEN = update;
        }
    });

    it("accepts the same lines", () => {
        assert.doesNotThrow(() => assertGolden("x.txt", ["a::one", "b::two"], "Never.", folder));
    });

    it("names what vanished, what came, what it means and how to accept it", () => {
        assert.throws(() => assertGolden("x.txt", ["a::one", "b::three"], "A rename is a replacement.", folder), {
            message: [
                "x.txt differs.",
                "  vanished: b::two",
                "  came:     b::three",
                "A rename is a replacement.",
                "If it is meant: UPDATE_GOLDEN=1 npx mocha, and commit the file with the reason.",
            ].join("\n"),
        });
    });

    it("sees a line that stands there twice", () => {
        assert.throws(() => assertGolden("x.txt", ["a::one", "b::two", "b::two"], "", folder), /more or less often/);
    });

    it("writes the file when told to, and only then", () => {
        process.env.UPDATE_GOLDEN = "1";
        assertGolden("x.txt", ["c::three"], "", folder);
        assert.equal(readFileSync(path.join(folder, "x.txt"), "utf8"), "c::three\n");
    });
});
