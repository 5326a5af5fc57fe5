import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { parseSettings, readStackFile } from "../../../components/settings";
import { edited, PROJECT, singleOf, withFiles } from "../helper";
import { messages, naming, places } from "./fixture";

/** One mistake of a file `users.csv`: its text, then the message's lines. */
const CSV_MISTAKES: readonly (readonly [what: string, text: string, message: readonly string[]])[] = [
    [
        "no header",
        "",
        [
            "users.csv:1",
            "    found   nothing",
            "    rule    the first line names the columns name and tag and, where wanted,",
            "            profile, persona, team and tag:KEY",
            "    fix     begin the file with the line name,tag",
        ],
    ],
    [
        "semicolons",
        "name;tag\njon;a1\n",
        [
            "users.csv:1",
            '    found   "name;tag"',
            "    rule    columns are separated by commas",
            "    fix     save the file with commas between the columns",
        ],
    ],
    [
        "a column nearly right",
        "name,tag,profil\njon,a1,\n",
        [
            "users.csv:1  column 3",
            '    found   "profil"',
            "    rule    unknown column; the columns are name, tag, group, userName, profile,",
            "            persona, team and tag:KEY for further tags",
            "    fix     did you mean profile?",
        ],
    ],
    [
        "a column twice",
        "name,tag,tag\njon,a1,a2\n",
        [
            "users.csv:1  column 3",
            '    found   "tag"',
            "    rule    each column stands once",
            "    fix     remove or rename one of the two",
        ],
    ],
    [
        "a column missing",
        "name,profile\njon,jon\n",
        [
            "users.csv:1",
            '    found   ["name","profile"]',
            "    rule    the column tag is required",
            "    fix     add tag to the first line and a field for it to every other",
        ],
    ],
    [
        "a tag key of AWS",
        "name,tag,tag:aws:team\njon,a1,x\n",
        [
            "users.csv:1  column 3",
            '    found   "tag:aws:team"',
            "    rule    tag keys that begin with aws: belong to AWS",
            "    fix     rename the column, for example tag:team",
        ],
    ],
    [
        "a line with too many fields",
        "name,tag\nDoe, Jon,a1\n",
        [
            "users.csv:2",
            '    found   ["Doe"," Jon","a1"]',
            "    rule    every line has 2 fields, one for each column of the first line; this",
            "            one has 3",
            "    fix     add what is missing, as nothing between two commas where there is",
            "            nothing; a field that contains a comma stands in quotes",
        ],
    ],
    [
        "a quote within a plain field",
        'name,tag\njon "the man" doe,a1\n',
        [
            "users.csv:2  column 1",
            '    found   "jon \\"the man\\" doe"',
            '    rule    a field that contains " stands in quotes as a whole, without spaces',
            "            around them",
            '    fix     put the field in quotes and write each " in it twice',
        ],
    ],
    [
        "a person without a tag",
        "name,tag\njon,\n",
        [
            "users.csv:2  column tag",
            "    found   nothing",
            "    rule    required: without it the profile would open for nobody",
            '    fix     add it, for example tag: "a00001"',
        ],
    ],
    [
        "a wildcard in a later line of several lines",
        'name,tag,tag:note\njon,a1,x\n"ann",*,x\n',
        [
            "users.csv:3  column tag",
            '    found   "*"',
            "    rule    1 to 256 letters, digits, spaces and _ . : / = + - @, without spaces",
            "            at the ends, as text",
            "    fix     write the value as it stands on the person's identity, for example",
            "            a00001",
        ],
    ],
    [
        "a value no tag may have",
        "name,tag,tag:note\njon,a1,50%\n",
        [
            "users.csv:2  column tag:note",
            '    found   "50%"',
            "    rule    at most 256 letters, digits, spaces and _ . : / = + - @, as text",
            "    fix     shorten it and use these characters only",
        ],
    ],
    [
        "two names that become one profile, lines apart",
        "name,tag\njon.doe,a1\nann,a2\n\njon+doe,a3\n",
        [
            "users.csv:5  column name",
            '    found   "jon+doe"',
            '    rule    users "jon.doe" and "jon+doe" would both have the profile "jon-doe"',
            "    fix     add profile: with another name to one of them",
        ],
    ],
    [
        "the ABAC tag as a further tag, once for the column",
        "name,tag,tag:EmployeeNumber\njon,a1,a2\nann,a2,a1\n",
        [
            "users.csv:2  column tag:EmployeeNumber",
            '    found   "a2"',
            "    rule    a user's tags do not contain employeeNumber (access.tag), which",
            "            decides whose the profile is; 2 users have it",
            "    fix     remove it; the person's value stands in tag",
        ],
    ],
];

describe("settings: mistakes in a file of users", () => {
    for (const [what, text, message] of CSV_MISTAKES) {
        it(`refuses ${what}`, () => {
            assert.equal(messages(naming("users.csv"), { "users.csv": text }), message.join("\n"));
        });
    }

    it("names lines of YAML", () => {
        const text = "- { name: jon.doe, tag: a1 }\n- name: jon+doe\n  tag: a2\n- { name: ann, tags: { a: 1 } }\n";
        assert.deepEqual(places(naming("users.yaml"), { "users.yaml": text }), [
            "users.yaml:4  users[2].tag",
            "users.yaml:4  users[2].tags.a",
        ]);
        const distinct = edited(text, [["- { name: ann, tags: { a: 1 } }\n", ""]]);
        assert.deepEqual(places(naming("users.yaml"), { "users.yaml": distinct }), ["users.yaml:2  users[1].name"]);
    });

    for (const [what, text, line] of [
        ["that is not a list", "name: jon\n", 1],
        ["that is empty", "", 1],
        ["with a syntax error", "- name: [\n", 2],
    ] as const) {
        it(`refuses YAML ${what}`, () => {
            assert.match(
                messages(naming("users.yaml"), { "users.yaml": text }),
                new RegExp(`^users\\.yaml:${line}\\b`),
            );
        });
    }

    it("tells all mistakes of all files at once, file by file in the order of each", () => {
        const text = edited(naming("users.csv"), [
            ["10.20.0.0/16", "10.20.0.0/8"],
            ["[euw1-az1]", "[euw1]"],
        ]);
        const csv = "name,tag\n,a1\nann\njon.doe,*\njon.doe,a3\n";
        assert.deepEqual(places(text, { "users.csv": csv }), [
            "Pulumi.test.yaml:9  network.cidr",
            "Pulumi.test.yaml:10  network.zones[0]",
            "users.csv:2  column name",
            "users.csv:3",
            "users.csv:4  column tag",
        ]);
        assert.deepEqual(places(text, { "users.csv": "name,tag\njon.doe,a1\njon.doe,a3\n" }), [
            "Pulumi.test.yaml:9  network.cidr",
            "Pulumi.test.yaml:10  network.zones[0]",
            "users.csv:3  column name",
        ]);
    });
});

/** One mistake in naming the file: what stands in the stack file and the message's lines. */
const NAMING: readonly (readonly [what: string, file: string, message: readonly string[]])[] = [
    [
        "a file that is not there",
        "people/users.csv",
        [
            "Pulumi.test.yaml:4  users.file",
            '    found   "people/users.csv"',
            "    rule    the file can be read; people/users.csv: no such file",
            "    fix     check name and permissions; the path goes from the folder of the",
            "            stack file",
        ],
    ],
    [
        "a file of another kind",
        "users.xlsx",
        [
            "Pulumi.test.yaml:4  users.file",
            '    found   "users.xlsx"',
            "    rule    a .csv, .yaml or .yml file by its path from the stack file, so that",
            "            it is found on every machine",
            "    fix     write for example users.csv",
        ],
    ],
    [
        "a file by its place on one machine",
        "/home/me/users.csv",
        [
            "Pulumi.test.yaml:4  users.file",
            '    found   "/home/me/users.csv"',
            "    rule    a .csv, .yaml or .yml file by its path from the stack file, so that",
            "            it is found on every machine",
            "    fix     write for example users.csv",
        ],
    ],
    [
        "a number",
        "7",
        [
            "Pulumi.test.yaml:4  users.file",
            "    found   7",
            "    rule    the relative path of a .csv, .yaml or .yml file",
            '    fix     write for example "users.csv"',
        ],
    ],
];

describe("settings: naming a file of users", () => {
    for (const [what, file, message] of NAMING) {
        it(`refuses ${what}`, () => {
            assert.equal(messages(naming(file), {}), message.join("\n"));
        });
    }

    it("refuses another key beside or in place of file", () => {
        const text = edited(naming("users.csv"), [["file: users.csv", "files: users.csv"]]);
        assert.deepEqual(places(text, {}), ["Pulumi.test.yaml:4  users.file", "Pulumi.test.yaml:4  users.files"]);
    });

    it("refuses a secret name, without looking for the file", () => {
        const text = edited(naming("users.csv"), [["file: users.csv", "file: { secure: AAAB }"]]);
        assert.match(messages(text, {}), /^Pulumi\.test\.yaml:4 {2}users\.file\n {4}found {3}\(secret\)\n/);
    });

    it("goes from the folder of the stack file, and names the file from the project", () => {
        const read = (csv: string): ReturnType<typeof parseSettings> =>
            withFiles({ "Pulumi.yaml": PROJECT }, (directory) => {
                mkdirSync(path.join(directory, "stacks"));
                const stackFile = path.join(directory, "stacks", "Pulumi.prod.yaml");
                writeFileSync(stackFile, naming("users.csv"));
                writeFileSync(path.join(directory, "stacks", "users.csv"), csv);
                const file = readStackFile({ projectFile: path.join(directory, "Pulumi.yaml"), stackFile });
                assert.ok(!("problems" in file));
                return parseSettings(file);
            });
        const good = singleOf(read("name,tag\njon,a1\n"));
        assert.deepEqual(
            good.users.map(({ name }) => name),
            ["jon"],
        );
        const bad = read("name\njon\n");
        assert.deepEqual("problems" in bad && bad.problems.map(({ at }) => at), [
            { file: path.join("stacks", "users.csv"), line: 1 },
        ]);
    });

    it("refuses text that is not UTF-8, which would change people's names", () => {
        withFiles({ "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": naming("users.csv") }, (directory) => {
            writeFileSync(path.join(directory, "users.csv"), Buffer.from("name,tag\nM\xfcller,a1\n", "latin1"));
            const file = readStackFile({
                projectFile: path.join(directory, "Pulumi.yaml"),
                stackFile: path.join(directory, "Pulumi.test.yaml"),
            });
            assert.ok(!("problems" in file));
            const parsed = parseSettings(file);
            assert.deepEqual("problems" in parsed && parsed.problems.map(({ rule, fix }) => [rule, fix]), [
                ["the file is UTF-8 text; users.csv is not", 'save it as UTF-8; spreadsheets call it "CSV UTF-8"'],
            ]);
        });
    });
});
