import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Cli } from "../engine/cli";
import { requireEngine } from "../engine/requireEngine";
import { ROOT } from "./job";

const PAGES = ["docs/operations.md", "bootstrap/README.md"];

/** Commands of two words; all others are of one. */
const GROUPS = ["config", "stack"];

interface Documented {
    readonly page: string;
    readonly text: string;
    readonly command: readonly string[];
    readonly flags: readonly string[];
}

/** Every `pulumi …` in code, in blocks and in lines. */
function documented(page: string): Documented[] {
    const text = readFileSync(path.join(ROOT, page), "utf8");
    const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) => block.split("\n"));
    const spans = [...text.replace(/```.*?```/gs, "").matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
    return [...blocks, ...spans]
        .flatMap((line) => line.replace(/#.*/, "").split(/&&|\$\(/))
        .flatMap((part) => {
            const words = part.trim().split(/\s+/);
            const at = words.indexOf("pulumi");
            const [first = "", second = ""] = words.slice(at + 1);
            if (at < 0 || !/^[a-z]+$/.test(first)) {
                return [];
            }
            const isGroup = GROUPS.includes(first) && /^[a-z]+$/.test(second);
            const flags = words.slice(at + 1).flatMap((word) => /^(--[a-z-]+)/.exec(word)?.slice(1) ?? []);
            return [{ page, text: part.trim(), command: isGroup ? [first, second] : [first], flags }];
        });
}

describe("engine: the commands of the guides", () => {
    let cli: Cli;
    before(function () {
        cli = requireEngine(this);
    });

    const COMMANDS = PAGES.flatMap(documented);

    it("are found", () => {
        const found = new Set(COMMANDS.map(({ command }) => command.join(" ")));
        for (const command of ["preview", "up", "refresh", "destroy", "cancel", "stack init", "stack export"]) {
            assert.ok(found.has(command), command);
        }
    });

    for (const command of new Set(COMMANDS.map((each) => each.command.join(" ")))) {
        it(`pulumi ${command} exists and has the flags the guides give it`, () => {
            const { status, stdout } = spawnSync(cli.command, [...command.split(" "), "--help"], {
                encoding: "utf8",
                // Shows --event-log, which is one of the debugging flags.
                env: { ...process.env, PULUMI_DEBUG_COMMANDS: "true" },
            });
            assert.equal(status, 0);
            for (const { page, text, flags } of COMMANDS.filter((each) => each.command.join(" ") === command)) {
                const unknown = flags.filter((flag) => !new RegExp(`(^|\\s)${flag}(\\s|$)`, "m").test(stdout));
                assert.deepEqual(unknown, [], `${page}: ${text}`);
            }
        });
    }
});
