import { strict as assert } from "node:assert";

import { requireChromium } from "./chromium";

class Skipped extends Error {}

const suite = {
    timeout: () => undefined,
    skip: (): never => {
        throw new Skipped();
    },
};

describe("the browser of the tests", () => {
    it("is the one that the environment names", () => {
        assert.equal(requireChromium(suite, { CHROMIUM: process.execPath, CI: "true" }), process.execPath);
    });

    it("skips its suites when it is missing, and fails them where a pull request is judged", () => {
        assert.throws(() => requireChromium(suite, { CHROMIUM: "/nowhere" }), Skipped);
        assert.throws(
            () => requireChromium(suite, { CHROMIUM: "/nowhere", CI: "true" }),
            /Browser tests cannot run: no browser at \/nowhere/,
        );
    });
});
