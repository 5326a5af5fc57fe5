import assert from "node:assert/strict";

import { wantsColour } from "../../../preflight/report/colour";

describe("colour", () => {
    const table: readonly (readonly [Readonly<Record<string, string>>, boolean, boolean])[] = [
        [{}, true, true],
        [{}, false, false],
        [{ CI: "true" }, false, false],
        [{ TERM: "dumb" }, true, false],
        [{ NO_COLOR: "1" }, true, false],
        [{ NO_COLOR: "0" }, true, false],
        [{ NO_COLOR: "" }, true, true],
        [{ FORCE_COLOR: "1" }, false, true],
        [{ FORCE_COLOR: "0" }, true, false],
        [{ FORCE_COLOR: "" }, false, false],
        [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
    ];
    for (const [env, isTerminal, expected] of table) {
        const where = isTerminal ? "a terminal" : "a pipe";
        it(`${JSON.stringify(env)} on ${where}: ${expected ? "colour" : "none"}`, () =>
            assert.equal(wantsColour(env, isTerminal), expected));
    }
});
