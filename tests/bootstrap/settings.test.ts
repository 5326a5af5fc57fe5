import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

import { formatProblems } from "../../components/settings";
import type { RawConfig } from "../../bootstrap/configuration";
import { parseBootstrapSettings } from "../../bootstrap/settings";
import { CONFIG } from "./fixture";

const KEY = (name: string): string => `private-studio-bootstrap:${name}`;

function problems(changes: Readonly<Record<string, unknown>>): string[] {
    const parsed = parseBootstrapSettings("main", { ...CONFIG, ...changes });
    return "problems" in parsed ? parsed.problems.map(({ path }) => path.join(".")) : [];
}

const MISTAKES: readonly (readonly [what: string, changes: Readonly<Record<string, unknown>>, key: string])[] = [
    ["an account that lost its zeros", { [KEY("account")]: 11112222333 }, "account"],
    ["no repository", { [KEY("repository")]: undefined }, "repository"],
    ["a repository with a wildcard", { [KEY("repository")]: "acme/*" }, "repository"],
    ["a branch with a wildcard", { [KEY("branch")]: "release/*" }, "branch"],
    ["a project with a slash", { [KEY("project")]: "a/b" }, "project"],
    ["no environment", { [KEY("environments")]: [] }, "environments"],
    ["an environment with a wildcard", { [KEY("environments")]: [{ environment: "*", stack: "dev" }] }, "environments"],
    [
        "a stack deployed from two environments",
        {
            [KEY("environments")]: [
                { environment: "a", stack: "dev" },
                { environment: "b", stack: "dev" },
            ],
        },
        "environments",
    ],
    [
        "an unknown key in an environment",
        { [KEY("environments")]: [{ environment: "a", stack: "b", x: 1 }] },
        "environments",
    ],
    [
        "a stack too long for a role's name",
        { [KEY("environments")]: [{ environment: "a", stack: "s".repeat(48) }] },
        "environments",
    ],
    [
        "a way out nobody knows",
        { [KEY("environments")]: [{ environment: "a", stack: "b", egress: "internet" }] },
        "environments",
    ],
    ["no administrator", { [KEY("administrators")]: [] }, "administrators"],
    [
        "an administrator who is a user",
        { [KEY("administrators")]: ["arn:aws:iam::111122223333:user/me"] },
        "administrators",
    ],
    ["another identity provider", { [KEY("identityProvider")]: "maybe" }, "identityProvider"],
    ["protection as text", { [KEY("protect")]: "no" }, "protect"],
    ["an unknown key", { [KEY("environment")]: "dev" }, "environment"],
    ["no Region", { "aws:region": undefined }, "aws:region"],
];

describe("settings of the bootstrap", () => {
    it("fills in defaults", () => {
        const parsed = parseBootstrapSettings("main", CONFIG);
        assert.ok("settings" in parsed);
        const { branch, project, identityProvider, protect, tags, region, stack } = parsed.settings;
        assert.deepEqual(
            { branch, project, identityProvider, protect, tags, region, stack },
            {
                branch: "main",
                project: "private-studio",
                identityProvider: "create",
                protect: true,
                tags: {},
                region: "eu-west-1",
                stack: "main",
            },
        );
    });

    for (const [what, changes, key] of MISTAKES) {
        it(`refuses ${what}`, () => assert.deepEqual(problems(changes), [key]));
    }

    it("gives a stack no way out unless its environment names one", () => {
        const environments = [
            { environment: "a", stack: "a" },
            { environment: "b", stack: "b", egress: "nat" },
        ];
        const parsed = parseBootstrapSettings("main", { ...CONFIG, [KEY("environments")]: environments });
        assert.ok("settings" in parsed);
        assert.deepEqual(
            parsed.settings.environments.map(({ egress }) => egress),
            ["isolated", "nat"],
        );
    });

    it("accepts the committed sample", () => {
        const { config } = parse(readFileSync("bootstrap/Pulumi.main.yaml", "utf8")) as { config: RawConfig };
        assert.ok("settings" in parseBootstrapSettings("main", config));
    });

    it("accepts a role name of the longest stack", () => {
        assert.deepEqual(problems({ [KEY("environments")]: [{ environment: "a", stack: "s".repeat(47) }] }), []);
    });

    it("tells all mistakes at once, with value, rule and fix", () => {
        const parsed = parseBootstrapSettings("main", { ...CONFIG, [KEY("account")]: 7, [KEY("branch")]: "*" });
        assert.ok("problems" in parsed);
        assert.equal(
            formatProblems(parsed.problems),
            [
                "account",
                "    found   7",
                "    rule    twelve digits, as text",
                '    fix     write them in quotes: "111122223333"',
                "branch",
                '    found   "*"',
                "    rule    the branch whose nightly job looks for drift, no wildcard",
                "    fix     write for example main",
            ].join("\n"),
        );
    });
});
