import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import fc from "fast-check";
import { parse as parseYaml, stringify } from "yaml";

import { acceptsStackFile } from "../ajv";
import { edited, sample } from "../helper";
import { naming, usersOf } from "./fixture";

const FOLDER = path.resolve(__dirname, "../../stacks/users-file");
const CSV = readFileSync(path.join(FOLDER, "users.csv"), "utf8");

const USUAL = { persona: "data-scientist" };

const USERS = [
    {
        name: "lwdvin+developer",
        tag: "a01234",
        profile: "lwdvin-developer",
        ...USUAL,
        tags: { team: "platform", costCentre: "4711" },
    },
    { name: "lwdvin", tag: "a00001", profile: "lwdvin", ...USUAL, tags: { team: "platform" } },
    { name: "jon.doe", tag: "a00002", profile: "jon-doe", ...USUAL, tags: { team: "research", costCentre: "4712" } },
    { name: "Doe, Jane", tag: "a00003", profile: "jane-doe", ...USUAL, tags: { team: "research", costCentre: "4712" } },
];

function inline(users: unknown): string {
    return edited(sample("minimal"), [["config:\n", `config:\n  private-studio:users: ${JSON.stringify(users)}\n`]]);
}

describe("settings: a file of users", () => {
    it("is read as CSV", () => {
        assert.deepEqual(usersOf(naming("users.csv"), { "users.csv": CSV }), USERS);
    });

    it("gives personas and teams by columns of their own", () => {
        const text = "name,tag,persona,team\nann,a1,mlops-engineer,research\nbob,a2,,\n";
        assert.deepEqual(usersOf(naming("users.csv"), { "users.csv": text }), [
            { name: "ann", tag: "a1", profile: "ann", persona: "mlops-engineer", team: "research", tags: {} },
            { name: "bob", tag: "a2", profile: "bob", ...USUAL, tags: {} },
        ]);
    });

    it("is accepted by editors", () => {
        assert.ok(acceptsStackFile(parseYaml(readFileSync(path.join(FOLDER, "stack.yaml"), "utf8"))));
        assert.ok(!acceptsStackFile(parseYaml(naming("users.xlsx"))));
        assert.ok(!acceptsStackFile(parseYaml(naming("/etc/users.csv"))));
    });

    for (const [what, text] of [
        ["a byte order mark", `\uFEFF${CSV}`],
        ["the line ends of Windows", CSV.replaceAll("\n", "\r\n")],
        ["no line end at its end", CSV.trimEnd()],
        ["empty lines", `${CSV.replaceAll("\n", "\n\n")}\n`],
        ["every field in quotes", CSV.replace(/^(?!.*").*$/gm, (line) => line.replace(/[^,]+/g, '"$&"'))],
    ] as const) {
        it(`means the same with ${what}`, () => {
            assert.deepEqual(usersOf(naming("users.csv"), { "users.csv": text }), USERS);
        });
    }

    for (const ending of ["yaml", "yml"]) {
        it(`is read as .${ending}, a list as it would stand in the stack file`, () => {
            const file = `people.${ending}`;
            assert.deepEqual(usersOf(naming(file), { [file]: stringify(USERS) }), USERS);
        });
    }

    it("may hold nobody, but says so", () => {
        assert.deepEqual(usersOf(naming("users.csv"), { "users.csv": "name,tag\n" }), []);
        assert.deepEqual(usersOf(naming("users.yaml"), { "users.yaml": "[]\n" }), []);
    });

    it("may give one person several profiles", () => {
        const text = "name,tag,profile\njon.doe,a00002,\njon.doe as admin,a00002,jon-admin\n";
        assert.deepEqual(
            usersOf(naming("users.csv"), { "users.csv": text }).map(({ tag, profile }) => [tag, profile]),
            [
                ["a00002", "jon-doe"],
                ["a00002", "jon-admin"],
            ],
        );
    });

    it("means what the same list in the stack file means, in CSV and in YAML", () => {
        const text = fc.stringMatching(/^[a-z0-9 _.:/=+@-]{1,12}$/).filter((value) => value.trim() === value);
        const user = fc.record(
            {
                name: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9,"]{0,8}[a-zA-Z0-9]$/),
                tag: text,
                tags: fc.record({ team: text }),
            },
            { requiredKeys: ["name", "tag"] },
        );
        const list = fc.uniqueArray(user, {
            selector: ({ name }) => name.replace(/[^a-zA-Z0-9]/g, "-").toLowerCase(),
            maxLength: 6,
        });
        fc.assert(
            fc.property(list, (users) => {
                const rows = users.map(({ name, tag, tags }) => [name, tag, tags?.team ?? ""]);
                const csv = [["name", "tag", "tag:team"], ...rows]
                    .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
                    .join("\n");
                const expected = usersOf(inline(users));
                assert.deepEqual(usersOf(naming("u.csv"), { "u.csv": csv }), expected);
                assert.deepEqual(usersOf(naming("u.yaml"), { "u.yaml": stringify(users) }), expected);
            }),
            { numRuns: 30 },
        );
    });

    it("has room for 1,000 people, each with a profile of their own", () => {
        const lines = Array.from({ length: 1000 }, (_, index) => `first.last.${index},t${index}`);
        const users = usersOf(naming("users.csv"), { "users.csv": ["name,tag", ...lines].join("\n") });
        assert.equal(new Set(users.map(({ profile }) => profile)).size, 1000);
        assert.deepEqual(users[999], {
            name: "first.last.999",
            tag: "t999",
            profile: "first-last-999",
            ...USUAL,
            tags: {},
        });
    });
});
