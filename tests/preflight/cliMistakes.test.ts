import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { PreflightError } from "../../preflight/error";
import { inspect, type InspectOptions } from "../../preflight/inspect";
import { allOf, type Finished, preflight, ROOT } from "./cliProcess";

/** Six mistakes, each on a line of its own. */
const SIX_MISTAKES = `config:
  aws:region: eu-west-9
  private-studio:account:
    id: "1111"
  private-studio:network:
    cidr: 10.20.0.0/30
    zones: [euw1-az1]
    egres: isolated
  private-studio:access:
    principals: [somebody]
    from: home
`;
const PLACES = [
    ["2", "aws:region"],
    ["4", "account.id"],
    ["6", "network.cidr"],
    ["8", "network.egres"],
    ["10", "access.principals[0]"],
    ["11", "access.from"],
];

const STACK_TRACE = /^ +at /m;

const FILES = {
    "six.yaml": SIX_MISTAKES,
    "throws.ts": 'export {};\nthrow new Error("no such bucket list");\n',
    "rejects.ts": 'export = Promise.reject(new Error("came to nothing"));\n',
    "syntax.ts": "const value = ;\n",
    "policies.json": '{ "sagemaker-domain-vpc-onyl": "advisory" }',
};

describe("preflight command, given something wrong", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "preflight-"));
    const file = (name: string): string => path.join(directory, name);
    let runs: Readonly<Record<string, Finished>>;

    before(async function () {
        this.timeout(60_000);
        for (const [name, text] of Object.entries(FILES)) {
            writeFileSync(file(name), text);
        }
        runs = await allOf({
            mistakes: () => preflight(["--config-file", file("six.yaml")]),
            "program that throws": () => preflight(["--program", file("throws.ts")]),
            "unknown flag": () => preflight(["--polices", "x"]),
        });
    });

    after(() => rmSync(directory, { recursive: true }));

    it("tells all mistakes of a stack file at once, each with file and line", () => {
        const stderr = runs["mistakes"]?.stderr ?? "";
        const shown = path.relative(ROOT, file("six.yaml"));
        assert.deepEqual(
            stderr.split("\n").filter((line) => /^\S/.test(line)),
            PLACES.map(([line, key]) => `${shown}:${line}  ${key}`),
        );
    });

    const told: Readonly<Record<string, RegExp>> = {
        mistakes: /did you mean egress\?/,
        "program that throws": /Error: no such bucket list\n +in \S+throws\.ts, line 2\n/,
        "unknown flag": /unknown option '--polices'/,
    };
    for (const [name, message] of Object.entries(told)) {
        it(`${name}: a message on stderr without a stack trace, nothing on stdout, exit 1`, () => {
            const finished = runs[name];
            assert.ok(finished);
            assert.match(finished.stderr, message);
            assert.doesNotMatch(finished.stderr, STACK_TRACE);
            assert.deepEqual([finished.code, finished.stdout], [1, ""]);
        });
    }

    // What the command prints of a PreflightError is its message, as the runs above show.
    const refused: readonly (readonly [string, Partial<InspectOptions>, RegExp])[] = [
        ["no stack file", { stackFile: file("Pulumi.absent.yaml") }, /Pulumi\.absent\.yaml/],
        ["no program", { program: file("absent.ts") }, /There is no program at \S+absent\.ts/],
        [
            "program that does not compile",
            { program: file("syntax.ts") },
            /Expression expected\n +,-\[\S*syntax\.ts:1:1\]\n +1 \| const value = ;\n +: +\^\n +`----\s*$/,
        ],
        ["program that rejects", { program: file("rejects.ts") }, /Error: came to nothing/],
        [
            "unknown policy",
            { policyConfig: file("policies.json") },
            /sagemaker-domain-vpc-onyl is no policy of this pack\. Did you mean sagemaker-domain-vpc-only\?/,
        ],
        [
            "no policy configuration",
            { policyConfig: file("absent.json") },
            /absent\.json:\n {2}the file cannot be read\./,
        ],
    ];
    for (const [name, options, message] of refused) {
        it(`${name}: a message without a stack trace`, async () => {
            const stack = { projectDir: ROOT, stackFile: path.join(ROOT, "Pulumi.dev.yaml"), unknown: false };
            await assert.rejects(inspect({ ...stack, ...options }), (error) => {
                assert.ok(error instanceof PreflightError);
                assert.match(error.message, message);
                assert.doesNotMatch(error.message, STACK_TRACE);
                return true;
            });
        });
    }
});
