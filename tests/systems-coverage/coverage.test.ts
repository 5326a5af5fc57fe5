import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { ROOT } from "../docs/page";
import { type Feature, FEATURES } from "./features";
import { coveragePage, PAGE, testsOf } from "./page";
import { LAST_FEATURE, problemsOf, WEAKNESSES_OF } from "./problems";
import { titlesByNumber, titlesIn } from "./titles";
import { type Weakness, WEAKNESSES } from "./weaknesses";

describe("docs/systems-coverage.md", () => {
    it("tells of every feature and weakness, with files and tests that are there", () => {
        const titles = titlesByNumber(ROOT);
        assert.deepEqual(problemsOf({ root: ROOT, features: FEATURES, weaknesses: WEAKNESSES, titles }), []);
    });

    it("is what npm run generate:coverage writes", () => {
        const security = readFileSync(path.join(ROOT, "docs/security.md"), "utf8");
        assert.equal(
            readFileSync(path.join(ROOT, PAGE), "utf8"),
            coveragePage({ security, titles: titlesByNumber(ROOT) }),
        );
    });

    it("leads to files only", () => {
        const targets = [...readFileSync(path.join(ROOT, PAGE), "utf8").matchAll(/\]\(([^)#\s]+)/g)];
        const gone = targets
            .map(([, target = ""]) => target)
            .filter((each) => !existsSync(path.join(ROOT, "docs", each)));
        assert.deepEqual(gone, []);
    });
});

describe("the list of features and weaknesses", () => {
    let root: string;
    before(() => {
        root = mkdtempSync(path.join(tmpdir(), "coverage-"));
        mkdirSync(path.join(root, "tests"));
        mkdirSync(path.join(root, "components"));
        writeFileSync(
            path.join(root, "tests/all.test.ts"),
            `describe("everything", () => {\n    it("works, F-003 and W1-2", () => {});\n    it(\`works with \${what}\`, f);\n});\n`,
        );
    });
    after(() => rmSync(root, { recursive: true, force: true }));

    const features = Array.from({ length: LAST_FEATURE }, (_, index): Feature => {
        const number = `F-${String(index + 1).padStart(3, "0")}`;
        return { number, title: "t", by: ["components"], shown: ["all: everything"] };
    });
    const weaknesses = WEAKNESSES_OF.flatMap((count, system) =>
        Array.from({ length: count }, (_, index): Weakness => ({
            number: `W${system}-${index + 1}`,
            shown: ["all: works with"],
        })),
    );

    function problems(
        feature: Partial<Feature> = {},
        more: { readonly weaknesses?: readonly Weakness[] } = {},
    ): string[] {
        const changed = features.map((each, index) => (index === 2 ? { ...each, ...feature } : each));
        return problemsOf({ root, features: changed, weaknesses, titles: titlesByNumber(root), ...more });
    }

    it("is right when every number has its files and tests", () => {
        assert.deepEqual(problems(), []);
    });

    for (const [what, feature, expected] of [
        [
            "a number that is missing and one there is not",
            { number: "F-167" },
            ["F-003 is missing", "F-167 is no number of a system"],
        ],
        ["a number that stands twice", { number: "F-004" }, ["F-003 is missing", "F-004 stands twice"]],
        [
            "a file that is gone",
            { by: ["components", "components/gone.ts"] },
            ["F-003: components/gone.ts is not there"],
        ],
        ["no file", { by: [] }, ["F-003 names no file of the product"]],
        ["a test that is called otherwise", { shown: ["all: worked"] }, ['F-003: there is no test "all: worked"']],
        ["a test file that is gone", { shown: ["other: works"] }, ['F-003: there is no test "other: works"']],
    ] as const) {
        it(`tells of ${what}`, () => assert.deepEqual(problems(feature), expected));
    }

    it("takes the number in a title for a test, and asks for one where there is none", () => {
        assert.deepEqual(problems({ shown: [] }), []);
        const [first, ...others] = weaknesses;
        const untested = { number: "W0-1", shown: [] };
        assert.ok(first !== undefined);
        assert.deepEqual(problems({}, { weaknesses: [untested, ...others] }), [
            "W0-1 is shown by no test: put the number into a test's title",
        ]);
        assert.deepEqual(problems({}, { weaknesses: [{ ...untested, untestable: "because" }, ...others] }), []);
    });

    it("tells of a title with a number no system has", () => {
        const file = path.join(root, "tests/wrong.test.ts");
        writeFileSync(file, 'it("F-900", f);');
        assert.deepEqual(problems(), ["tests/wrong.test.ts speaks of F-900, which is no number of a system"]);
        rmSync(file);
    });

    it("names each test once", () => {
        const file = "tests/all.test.ts";
        assert.deepEqual(testsOf("F-003", ["all: works, F-003 and W1-2"], titlesByNumber(root)), [
            { file, title: "works, F-003 and W1-2" },
        ]);
    });

    it("reads titles of suites and cases, templates among them, and no other text", () => {
        const text = 'describe("a \\"b\\"", f); it(`c ${d}`, f); const it2 = "e"; // it was\nit(\n    "g", f)';
        assert.deepEqual(titlesIn(text), ['a "b"', "c ${d}", "g"]);
    });
});
