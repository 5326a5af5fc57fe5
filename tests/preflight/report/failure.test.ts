import assert from "node:assert/strict";

import { failureText } from "../../../preflight/report/failure";

const FAILED = "The program failed, so nothing can be said about it:";

describe("text of a failed program", () => {
    const table: readonly (readonly [string, readonly string[], string])[] = [
        ["a message stays as it is", ["Bucket: name is required\n"], `${FAILED}\n  Bucket: name is required`],
        [
            "of a stack trace only the place in the program is kept",
            [
                [
                    "Running program 'index.ts' failed with an unhandled exception:",
                    "Error: no such zone",
                    "    at require (node:internal/modules/helpers:182:18)",
                    "    at load (/project/node_modules/@pulumi/cmd/run/run.ts:541:33)",
                    "    at Object.<anonymous> (/project/index.ts:7:3)",
                    "    at other (/project/other.ts:9:3)",
                ].join("\n"),
            ],
            [
                FAILED,
                "Running program 'index.ts' failed with an unhandled exception:",
                "Error: no such zone",
                "in index.ts, line 7",
            ].join("\n  "),
        ],
        [
            "a file outside the project is named in full, also without a function",
            ["Error: x\n    at /elsewhere/program.ts:2:7"],
            `${FAILED}\n  Error: x\n  in /elsewhere/program.ts, line 2`,
        ],
        [
            "a trace through nobody's file but Node's leaves the message",
            ["Error: x\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"],
            `${FAILED}\n  Error: x`,
        ],
        ["several messages follow each other", ["one", "two"], `${FAILED}\n  one\n  two`],
    ];
    for (const [what, messages, expected] of table) {
        it(what, () => assert.equal(failureText(messages, "/project"), expected));
    }
});
