import assert from "node:assert/strict";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

import type { Report } from "../../preflight/report/types";
import { allOf, type Finished, preflight } from "./cliProcess";
import { idsBelow, itemsBelow, NOT_DECIDED, TO_CHANGE } from "./reportItems";
import { judged, type Judged } from "./stackReports";

interface Mutation {
    /** Ids of what must be changed, in order. */
    readonly ids: readonly string[];
    /** Texts that name resource and fix. */
    readonly says: readonly string[];
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
    "domain-public": { ids: ["P01"], says: ["Domain studio-domain:", 'Set it to "VpcOnly".'] },
    "key-removed": { ids: ["P02"], says: ["Domain studio-domain:", "Set it to a customer managed key now"] },
    "s3-endpoint-off-one-table": {
        ids: ["P48", "network.endpoint.s3"],
        says: [
            "VpcEndpoint studio-network-s3",
            "Associate route table studio-network-studio-euw1-az1 with studio-network-s3.",
        ],
    },
    "internet-route-added": {
        ids: ["P51", "network.no-internet", "network.private-tiers"],
        says: ["Route leak:", "Remove the route.", "Remove the route named in the path"],
    },
    "full-access-attached": {
        ids: ["P45"],
        says: ["RolePolicyAttachment full-access:", "Attach a policy that lists the actions and ARNs needed."],
    },
};
/** Environment of the one run in colours. */
const COLOURS: Readonly<Record<string, Record<string, string>>> = { "key-removed": { FORCE_COLOR: "1" } };
const names = Object.keys(MUTATIONS);
const program = (name: string): string => path.join("tests/mutations", `${name}.ts`);

describe("preflight command", () => {
    let runs: Readonly<Record<string, Finished>>;
    /** The mutations with unknown ids, in this process: that saves the start of as many commands. */
    let withUnknownIds: ReadonlyMap<string, Judged>;

    before(async function () {
        this.timeout(600_000);
        const unknown = Promise.all(
            names.map(async (name) => [name, await judged({ program: program(name), unknown: true })] as const),
        );
        runs = await allOf({
            dev: () => preflight([], { CI: "true" }),
            unknown: () => preflight(["--unknown"], { NO_COLOR: "1", FORCE_COLOR: "1" }),
            json: () => preflight(["--program", program("internet-route-added"), "--json"]),
            ...Object.fromEntries(
                names.map((name) => [name, () => preflight(["--program", program(name)], COLOURS[name] ?? {})]),
            ),
        });
        withUnknownIds = new Map(await unknown);
    });

    const run = (name: string): Finished => {
        const found = runs[name];
        assert.ok(found, name);
        return found;
    };

    it("judges the dev stack in every section and exits 0", () => {
        const { code, stdout } = run("dev");
        assert.equal(code, 0, stdout);
        assert.deepEqual(
            stdout.split("\n").filter((line) => /^\S/.test(line)),
            [
                "Preflight of stack dev",
                "What will be made",
                "Policies",
                "Network",
                "Who can open which profile",
                "What people's apps may do",
                "What it costs by standing there",
                "Notices",
                "Assumptions",
                "All policies pass and every proof holds.",
            ],
        );
    });

    it("prints nothing but the report and, when it takes long, one line that says so", () => {
        for (const name of Object.keys(runs)) {
            assert.match(run(name).stderr, /^(Recording the program …\n)?$/, name);
        }
    });

    it("keeps every line within 80 columns", () => {
        for (const name of Object.keys(runs).filter((each) => each !== "json")) {
            const long = stripVTControlCharacters(run(name).stdout)
                .split("\n")
                .filter((line) => line.length > 80);
            assert.deepEqual(long, [], name);
        }
    });

    it("colours a pipe only when FORCE_COLOR asks for it, and never with NO_COLOR", () => {
        const escape = String.fromCharCode(27);
        assert.deepEqual(
            Object.keys(runs).filter((name) => run(name).stdout.includes(escape)),
            Object.keys(COLOURS),
        );
    });

    it("says of every undecided thing what is not known, and exits 2", () => {
        const { code, stdout } = run("unknown");
        assert.equal(code, 2, stdout);
        assert.match(stdout, /ids unknown as at a first preview/);
        const undecided = itemsBelow(stdout, NOT_DECIDED);
        assert.deepEqual([...new Set(undecided.map((each) => each.split(" ")[0]))].sort(), [
            "P45",
            "P46",
            "P59",
            "P60",
            "P62",
            "P63",
            "access.nobody-elses-profile",
            "access.own-profile",
            "access.roles",
        ]);
        for (const each of undecided) {
            assert.match(each, /studio-\S+( › .+)?:? .*not known yet|cannot be read yet: studio-/, each);
        }
        assert.deepEqual(itemsBelow(stdout, TO_CHANGE), []);
    });

    function refuses(name: string, code: number | null, text: string): void {
        const { ids, says } = MUTATIONS[name] as Mutation;
        const problems = itemsBelow(text, TO_CHANGE).join("\n");
        assert.deepEqual([code, ...idsBelow(text, TO_CHANGE)], [1, ...ids], text);
        assert.deepEqual(
            says.filter((part) => !problems.includes(part)),
            [],
            problems,
        );
    }

    for (const name of names) {
        it(`refuses ${name}: names rule, resource and fix`, () =>
            refuses(name, run(name).code, stripVTControlCharacters(run(name).stdout)));

        it(`refuses ${name} with unknown ids as well`, () => {
            const found = withUnknownIds.get(name);
            assert.ok(found);
            refuses(name, found.report.verdict.exitCode, found.text);
        });
    }

    it("gives as JSON exactly what it prints", () => {
        const { code, stdout } = run("json");
        const { verdict, stack, source } = JSON.parse(stdout) as Report;
        assert.deepEqual([code, verdict.exitCode, stack, source], [1, 1, "dev", "program"]);
        assert.deepEqual(itemsBelow(run("internet-route-added").stdout, TO_CHANGE), verdict.problems);
    });

    it("tells what is not decided beside what is wrong", () => {
        for (const [name, { report, text }] of withUnknownIds) {
            const { undecided } = report.verdict;
            assert.ok(undecided.length > 0, name);
            assert.deepEqual(itemsBelow(text, NOT_DECIDED), undecided, name);
        }
    });
});
