import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { inOrder, scriptMistake } from "../../components/lifecycleScripts";

interface Outcome {
    readonly status: number | null;
    readonly said: string;
    /** Files left behind. */
    readonly left: string[];
}

function run(script: string): Outcome {
    const directory = mkdtempSync(path.join(tmpdir(), "in-order-"));
    try {
        const { status, stdout } = spawnSync("/bin/bash", ["-s"], {
            input: script,
            env: { PATH: "/usr/bin:/bin", TMPDIR: directory, FROM_SAGEMAKER: "yes" },
            encoding: "utf8",
        });
        return { status, said: stdout, left: readdirSync(directory) };
    } finally {
        rmSync(directory, { recursive: true });
    }
}

describe("inOrder", () => {
    it("runs both, each by its own interpreter and with the app's environment", () => {
        const script = inOrder("#!/bin/sh\necho one $FROM_SAGEMAKER\n", '#!/usr/bin/awk -f\nBEGIN { print "two" }\n');
        assert.equal(scriptMistake(script), undefined);
        assert.deepEqual(run(script), { status: 0, said: "one yes\ntwo\n", left: [] });
    });

    it("ends as the second does, whatever becomes of the first", () => {
        assert.deepEqual(run(inOrder("#!/bin/bash\nexit 3\n", "#!/bin/bash\necho two\nexit 7\n")), {
            status: 7,
            said: "two\n",
            left: [],
        });
        assert.equal(run(inOrder("#!/no/such/interpreter\n", "#!/bin/bash\nexit 0\n")).status, 0);
    });

    it("changes nothing in what the scripts say: quotes, variables, their own here-documents, a missing last line end", () => {
        const second =
            "#!/bin/bash\nname='a b'\ncat <<END_OF_SCRIPT\n\\$HOME `echo \"$name\"`\nEND_OF_SCRIPT\necho last";
        assert.deepEqual(run(inOrder("#!/bin/bash\nX=1\n", second)), {
            status: 0,
            said: "$HOME a b\nlast\n",
            left: [],
        });
    });
});
