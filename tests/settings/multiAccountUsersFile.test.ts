import assert from "node:assert/strict";

import { multiOf, edited, PROJECT, read, sample } from "./helper";
import { formatProblems, parseSettings } from "../../components/settings";

/** The sample whose second line names a file for its users. */
const NAMING = edited(sample("multi/egress"), [
    ["      users:\n        - { name: jon, tag: jon }\n", "      users: { file: closed.csv }\n"],
]);

/** What a person reads about the stack file with this file of users beside it. */
function messages(files: Readonly<Record<string, string>>, text = NAMING): string {
    const file = read(text, PROJECT, files);
    const parsed = "problems" in file ? file : parseSettings(file);
    return "problems" in parsed ? formatProblems(parsed.problems, file.locate) : "";
}

describe("settings: a line's file of users", () => {
    it("is the line's list, as if it stood in the stack file", () => {
        const file = read(NAMING, PROJECT, { "closed.csv": "name,tag\njon,jon\n" });
        assert.ok(!("problems" in file));
        assert.deepEqual(
            multiOf(parseSettings(file)).lobs,
            multiOf(parseSettings(goodFile(sample("multi/egress")))).lobs,
        );
    });

    it("has its mistakes told with line and column, also those between accounts", () => {
        assert.equal(
            messages({ "closed.csv": "name,tag\nann,ann\njon,Jon\n" }),
            [
                "closed.csv:3  column tag",
                '    found   "Jon"',
                "    rule    a person's tag is the name they sign in with, of 2 to 64 lower-case",
                "            letters, digits and . _ + = @ -, with a letter or digit at both ends",
                "    fix     write jon",
            ].join("\n"),
        );
    });

    it("is looked for beside the stack file", () => {
        assert.equal(
            messages({}),
            [
                "Pulumi.test.yaml:44  lobs[1].users.file",
                '    found   "closed.csv"',
                "    rule    the file can be read; closed.csv: no such file",
                "    fix     check name and permissions; the path goes from the folder of the",
                "            stack file",
            ].join("\n"),
        );
    });

    it("has its lines without a tag column told once", () => {
        assert.equal(
            messages({ "closed.csv": "name\njon\n" }),
            [
                "closed.csv:1",
                '    found   ["name"]',
                "    rule    the column tag is required",
                "    fix     add tag to the first line and a field for it to every other",
            ].join("\n"),
        );
    });

    it("leaves the other lines' users where they stand", () => {
        const text = edited(NAMING, [["- { name: ann, tag: ann }", "- { name: ann, tag: ANN }"]]);
        assert.match(
            messages({ "closed.csv": "name,tag\njon,jon\n" }, text),
            /^Pulumi\.test\.yaml:40 {2}lobs\[0\]\.users\[0\]\.tag\n/,
        );
    });
});

function goodFile(text: string): Parameters<typeof parseSettings>[0] {
    const file = read(text);
    if ("problems" in file) {
        throw new Error(JSON.stringify(file.problems));
    }
    return file;
}
