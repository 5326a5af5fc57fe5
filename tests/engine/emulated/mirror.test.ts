import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { mirrorProject } from "./mirror";
import { stackOf } from "./run";

describe("emulated: the mirror of a project", () => {
    let root: string;
    let mirror: string;
    beforeEach(() => {
        root = realpathSync(mkdtempSync(path.join(tmpdir(), "mirror-")));
        mirror = path.join(root, ".emulated", "project");
        mkdirSync(path.join(root, "components"));
        writeFileSync(path.join(root, "index.ts"), "first");
        writeFileSync(path.join(root, "Pulumi.yaml"), "name: p\n");
        writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config:\n  a: 1\n");
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    const read = (name: string): string => readFileSync(path.join(mirror, name), "utf8");

    it("shows an edit of a source file at once", () => {
        mirrorProject(root, mirror);
        writeFileSync(path.join(root, "index.ts"), "second");
        assert.equal(read("index.ts"), "second");
        assert.equal(realpathSync(path.join(mirror, "components")), path.join(root, "components"));
    });

    it("keeps what pulumi writes into a stack file out of the original", () => {
        mirrorProject(root, mirror);
        writeFileSync(path.join(mirror, "Pulumi.dev.yaml"), "encryptionsalt: v1:abc\nconfig:\n  a: 1\n");
        assert.equal(readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8"), "config:\n  a: 1\n");
    });

    it("takes over an edit of a stack file, on the same lines, and keeps its salt", () => {
        mirrorProject(root, mirror);
        writeFileSync(path.join(mirror, "Pulumi.dev.yaml"), "encryptionsalt: v1:abc\nconfig:\n  a: 1\n");
        writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config:\n  a: 2\n");
        mirrorProject(root, mirror);
        assert.equal(read("Pulumi.dev.yaml"), "config:\n  a: 2\nencryptionsalt: v1:abc\n");
    });

    it("forgets what is gone", () => {
        mirrorProject(root, mirror);
        rmSync(path.join(root, "index.ts"));
        mirrorProject(root, mirror);
        assert.throws(() => read("index.ts"), /ENOENT/);
    });
});

describe("emulated: the stack a command means", () => {
    const CASES: readonly [args: string[], expected: string][] = [
        [["up", "--yes"], "dev"],
        [["preview", "--stack", "prod"], "prod"],
        [["preview", "--stack=prod"], "prod"],
        [["-s", "prod", "destroy"], "prod"],
        [["stack", "output"], "dev"],
    ];

    for (const [args, expected] of CASES) {
        it(`${args.join(" ")}: ${expected}`, () => {
            assert.equal(stackOf(args), expected);
        });
    }
});
