import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "yaml";

import { KEY_ADMINISTRATION } from "../../components/documents";
import { asList } from "../../policy-pack/iam";
import { recordBootstrap } from "../bootstrap/fixture";
import { recordSettings, settingsOf } from "../deployments/devStack";
import { multiSettingsOf, PROD, recordMulti } from "../deployments/multiStack";
import { documentsOf, type RegisteredDocument } from "../iam-linter/documents";
import { anchors, inCode, links, pageText, ROOT, rows } from "./page";

const PAGE = "docs/security.md";

/** Weaknesses of the reference systems of one account. */
const WEAKNESSES = [
    ...["W0-1", "W0-2", "W0-3", "W0-4", "W0-5", "W0-6", "W0-7", "W0-8", "W0-9", "W0-10"],
    ...["W1-1", "W1-2", "W1-3", "W1-4", "W1-5", "W1-6", "W1-7", "W1-8", "W1-9", "W1-10", "W1-11", "W1-12", "W1-13"],
    "W1-14",
    ...["W2-1", "W2-2", "W2-3", "W2-4", "W2-5", "W2-6", "W2-7", "W2-8", "W2-9", "W2-10", "W2-11"],
    ...["W4-1", "W4-2", "W4-3", "W4-4", "W4-5", "W4-6", "W4-7", "W4-8", "W4-9"],
];

/** Stacks that have between them everything the page names. */
const STACKS = ["tests/stacks/full.yaml", "tests/stacks/studio-complete.yaml"];

/** Whether mocha runs a file, by the patterns of its configuration. */
function runByMocha(file: string): boolean {
    const { spec } = parse(readFileSync(path.join(ROOT, ".mocharc.yaml"), "utf8")) as { spec: string[] };
    // `**/` is any folders or none, `*` any name.
    return spec.some((pattern) =>
        new RegExp(`^${escaped(pattern).replaceAll("\\*\\*/", "(.+/)?").replaceAll("\\*", "[^/]*")}$`).test(file),
    );
}

/** `*` stands for any text. */
function matches(pattern: string, name: string): boolean {
    return new RegExp(`^${escaped(pattern).replaceAll("\\*", ".*")}$`).test(name);
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function files(cell: string | undefined): string[] {
    return links(cell ?? "", PAGE).map(({ file }) => file);
}

describe("docs/security.md", () => {
    const text = pageText(PAGE);
    const controls = rows(text, "control");
    const weaknesses = rows(text, "number");

    it("leads to files and headings that are there", () => {
        const broken = links(text, PAGE).filter(
            ({ file, heading }) =>
                !existsSync(path.join(ROOT, file)) ||
                (heading !== undefined && !anchors(pageText(file)).includes(heading)),
        );
        assert.deepEqual(broken, []);
    });

    it("says of each control where it is enforced and which tests show it", () => {
        // Fewer would mean that the tables are no longer read.
        assert.ok(controls.length > 80, `${controls.length} controls`);
        const incomplete = controls.filter(
            (row) =>
                !row["control"] ||
                !row["enforced"] ||
                files(row["enforced"]).some((file) => /(^|\/)tests\//.test(file)) ||
                files(row["shown by"]).length === 0,
        );
        assert.deepEqual(incomplete, []);
    });

    it("says in each part what its controls do not protect from", () => {
        const silent = text
            .split(/^## /m)
            .filter((part) => rows(part, "control").length > 0)
            .filter((part) => rows(part, "control").every((row) => !row["does not protect from"]))
            .map((part) => part.split("\n")[0]);
        assert.deepEqual(silent, []);
    });

    it("names as tests only what mocha runs", () => {
        const named = [...controls, ...weaknesses].flatMap((row) => files(row["shown by"]));
        assert.deepEqual(
            named.filter((file) => !runByMocha(file)),
            [],
        );
    });

    it("tells of each weakness, once, what mends it and which tests show it", () => {
        assert.deepEqual(
            weaknesses.map((row) => row["number"]),
            WEAKNESSES,
        );
        assert.deepEqual(
            weaknesses.filter((row) => !row["weakness"] || !row["mended by"] || files(row["shown by"]).length === 0),
            [],
        );
    });

    describe("against what the program registers", () => {
        const names = new Set<string>();
        const components = new Set<string>();
        const documents: RegisteredDocument[] = [];
        before(async function () {
            this.timeout(180_000);
            const recordings = [
                ...(await inTurn(STACKS.map((stack) => () => recordSettings(settingsOf(path.join(ROOT, stack)))))),
                await recordMulti(multiSettingsOf(PROD)),
            ];
            for (const recording of recordings) {
                for (const { name, type } of recording.resources) {
                    names.add(name);
                    components.add(type.split(":").at(-1) ?? "");
                }
                const control = (recording.outputs["serviceControlPolicies"] ?? {}) as Readonly<Record<string, string>>;
                documents.push(
                    ...documentsOf(recording),
                    ...documentsOf({
                        resources: Object.entries(control).map(([name, content]) => ({
                            type: "aws:organizations/policy:Policy",
                            name,
                            props: { content },
                        })),
                    }),
                );
            }
            documents.push(...documentsOf(await recordBootstrap()));
        });

        it("names resources by names they have", () => {
            const named = inCode(text).filter((code) => /^studio-[\w*-]+$/.test(code));
            assert.ok(named.length > 30, named.join(", "));
            assert.deepEqual(
                named.filter((code) => ![...names].some((name) => matches(code, name))),
                [],
            );
        });

        it("names statements and components by names they have", () => {
            const sids = [
                ...components,
                ...documents.flatMap(({ statements }) => statements.map(({ Sid }) => Sid ?? "")),
            ];
            const named = inCode(text).filter((code) => /^([A-Z][a-z]+)+\*?$/.test(code));
            assert.ok(named.length > 60, named.join(", "));
            assert.deepEqual(
                named.filter((code) => !sids.some((sid) => matches(code, sid))),
                [],
            );
        });

        for (const purpose of ["domain", "data", "logs"]) {
            it(`says everything that the key for ${purpose} allows, for keys that exist already`, () => {
                const said = inCode(
                    rows(text, "key")
                        .filter((row) => row["key"] === `\`${purpose}\``)
                        .map((row) => row["actions"])
                        .join(" "),
                );
                const allowed = documents
                    .filter(({ name }) => name === `studio-keys-${purpose}`)
                    .flatMap(({ statements }) => statements)
                    .filter(({ Effect }) => Effect === "Allow")
                    .flatMap(({ Action }) => asList(Action ?? []))
                    .filter((action) => !KEY_ADMINISTRATION.includes(action));
                assert.ok(allowed.length > 3);
                assert.deepEqual(
                    allowed.filter((action) => !said.includes(action)),
                    [],
                );
            });
        }
    });
});

/** One recording after the other: a process has room for one stack. */
async function inTurn<Result>(tasks: readonly (() => Promise<Result>)[]): Promise<Result[]> {
    const results: Result[] = [];
    for (const task of tasks) {
        results.push(await task());
    }
    return results;
}
