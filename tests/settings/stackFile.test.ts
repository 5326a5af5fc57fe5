import assert from "node:assert/strict";
import path from "node:path";

import { readStackFile, SECRET_PLACEHOLDER } from "../../components/settings";
import { edited, problemsIn, read, readGood, sample, withFiles, PROJECT } from "./helper";

describe("settings: the stack file", () => {
    it("is read with its secrets replaced and their keys listed", () => {
        const { project, stack, config, secretKeys } = readGood(sample("full"));
        assert.deepEqual(
            { project, stack, secretKeys },
            {
                project: "private-studio",
                stack: "test",
                secretKeys: ["private-studio:tags"],
            },
        );
        assert.deepEqual(config["private-studio:tags"], { project: "private-studio", owner: SECRET_PLACEHOLDER });
        assert.deepEqual(config["pulumi:disable-default-providers"], ["aws"]);
    });

    it("takes a map with more than the key secure for what it is", () => {
        const text = edited(sample("minimal"), [
            ["config:\n", "config:\n  other:thing: { secure: AAAB, more: 1 }\n  other:secret: [{ secure: AAAB }]\n"],
        ]);
        const { config, secretKeys } = readGood(text);
        assert.deepEqual(config["other:thing"], { secure: "AAAB", more: 1 });
        assert.deepEqual(config["other:secret"], [SECRET_PLACEHOLDER]);
        assert.deepEqual(secretKeys, ["other:secret"]);
    });

    it("follows an alias to the line of its anchor", () => {
        const text = edited(sample("minimal"), [
            ["  aws:region", "  other:zones: &zones\n    - euw1-az1\n    - nowhere\n  aws:region"],
            ["[euw1-az1]", "*zones"],
        ]);
        const { config, locate } = readGood(text);
        assert.deepEqual(config["private-studio:network"], { cidr: "10.20.0.0/16", zones: ["euw1-az1", "nowhere"] });
        assert.equal(locate(["network", "zones", 1])?.line, 6);
    });

    it("reads merge keys", () => {
        const text = edited(sample("minimal"), [
            ["  aws:region", "  other:base: &base\n    zones: [euw1-az1, nowhere]\n  aws:region"],
            ["    zones: [euw1-az1]", "    <<: *base"],
        ]);
        const { config } = readGood(text);
        assert.deepEqual(config["private-studio:network"], { cidr: "10.20.0.0/16", zones: ["euw1-az1", "nowhere"] });
    });

    // By text, since a number would move with every key the sample gets; an item that is not there is its list's.
    const lines: [path: (string | number)[], line: string][] = [
        [["aws:region"], "  aws:region: eu-west-1"],
        [["account", "id"], '    id: "111122223333"'],
        [["network", "zones"], "    zones:"],
        [["network", "zones", 1], "      - euw1-az1"],
        [["network", "zones", 7], "    zones:"],
        [["network", "subnets", "endpoint", "euw1-az2"], "        euw1-az2: 10.20.33.0/24"],
        [["users", 1, "profile"], "      profile: jon-doe-2"],
        [["users", 0, "profile"], "    - name: jon.doe"],
        [["nothing"], "config:"],
        [[], "# yaml-language-server: $schema=../../schema/stack.schema.json"],
    ];
    for (const [where, line] of lines) {
        it(`finds the line of ${JSON.stringify(where)}`, () => {
            const text = sample("full");
            const found = readGood(text).locate(where);
            assert.deepEqual([found?.file, text.split("\n")[(found?.line ?? 0) - 1]], ["Pulumi.test.yaml", line]);
        });
    }

    it("names files in other folders by their path from the project", () => {
        const located = withFiles({ "Pulumi.yaml": PROJECT }, (directory) => {
            const stackFile = path.join(directory, "stacks", "Pulumi.prod.yaml");
            const file = readStackFile({ projectFile: path.join(directory, "Pulumi.yaml"), stackFile });
            return "problems" in file ? file.problems : [];
        });
        assert.deepEqual(located, [
            {
                path: [],
                found: "no such file",
                rule: "the file can be read",
                fix: "check its name and permissions",
                at: { file: "stacks/Pulumi.prod.yaml", line: 1 },
            },
        ]);
    });

    const broken: [
        name: string,
        text: string,
        expected: [line: string, found: unknown, rule: string, fix: string][],
    ][] = [
        [
            "a key that stands twice",
            edited(sample("full"), [["    project: private-studio", "    project: a\n    project: b"]]),
            [["project: b", "project: b", "a key stands once in its map", "remove or rename one of the two"]],
        ],
        [
            "a list that is not closed",
            edited(sample("minimal"), [["[euw1-az1]", "[euw1-az1"]]),
            [
                [
                    "private-studio:access:",
                    "private-studio:access:",
                    "YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
                    "mend the syntax; check the indentation",
                ],
            ],
        ],
        [
            "an alias without its anchor",
            edited(sample("minimal"), [["[euw1-az1]", "*zones"]]),
            [
                [
                    "# yaml-language-server: $schema=../../schema/stack.schema.json",
                    undefined,
                    "YAML: Unresolved alias (the anchor must be set before the alias): zones",
                    "define the anchor before its alias",
                ],
            ],
        ],
        [
            "no config",
            "encryptionsalt: v1:abc\n",
            [
                [
                    "encryptionsalt: v1:abc",
                    undefined,
                    "a stack file has a map config:, which holds the settings",
                    "add config: with the settings below it",
                ],
            ],
        ],
        [
            "an empty file",
            "",
            [
                [
                    "",
                    undefined,
                    "a stack file has a map config:, which holds the settings",
                    "add config: with the settings below it",
                ],
            ],
        ],
        [
            "a key without a namespace",
            edited(sample("minimal"), [["private-studio:network:", "network:"]]),
            [
                [
                    "network:",
                    "network",
                    "a configuration key has a namespace",
                    "write private-studio:network, if it is one of ours",
                ],
            ],
        ],
    ];
    for (const [name, text, expected] of broken) {
        it(`refuses ${name}`, () => {
            assert.deepEqual(
                problemsIn(text).map(({ line, found, rule, fix }) => [line, found, rule, fix]),
                expected,
            );
        });
    }

    it("refuses settings in the project file, which nobody would check", () => {
        const project = `${PROJECT}config:\n  pulumi:tags:\n    value: { a: b }\n  private-studio:production:\n    value: false\n`;
        assert.deepEqual(problemsIn(sample("minimal"), project), [
            {
                line: "private-studio:production:",
                path: "",
                found: "private-studio:production",
                rule: "settings stand in the stack file, where they are checked",
                fix: "move it to Pulumi.STACK.yaml",
            },
        ]);
    });

    it("refuses a project without a name", () => {
        const file = read(sample("minimal"), "runtime: nodejs\n");
        assert.deepEqual("problems" in file && file.problems, [
            {
                path: [],
                found: undefined,
                rule: "a project file has a name",
                fix: "add name: private-studio",
                at: { file: "Pulumi.yaml", line: 1 },
            },
        ]);
    });
});
