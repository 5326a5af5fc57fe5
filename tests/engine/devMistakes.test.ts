import { strict as assert } from "node:assert";

import type { Emulator } from "./aws/serve";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import { requireEngine } from "./requireEngine";

/** What `pulumi` itself shows for mistakes in the stack file. */
describe("engine: mistakes in the dev stack file", function () {
    let bench: Bench;
    let aws: Emulator;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws({ existing: EXISTING, credentials: undefined });
    });
    after(() => bench?.dispose());

    it("lists all of them with file, line, rule and fix, without a stack trace, and registers nothing", async () => {
        const project = await bench.repository({ aws });
        project.configure({
            "private-studio:account": { id: "111122223333x" },
            "private-studio:domain": { idleShutdown: { minutes: 5 }, homes: "delete" },
            "private-studio:users": [
                { name: "jon.doe", tag: "a1" },
                { name: "Jon-Doe", tag: "a2" },
            ],
        });
        const { code, stdout, stderr } = await project.run(["preview"]);
        const text = stdout + stderr;
        assert.notEqual(code, 0);
        for (const key of ["account.id", "domain.idleShutdown.minutes", "users[1]"]) {
            assert.match(text, new RegExp(`Pulumi\\.dev\\.yaml:\\d+ +${key.replace(/[.[\]]/g, "\\$&")}`));
        }
        assert.match(text, /rule +twelve digits, as text/);
        assert.doesNotMatch(text, /\n\s+at .*\.ts/);
        assert.doesNotMatch(text, /aws:ec2/);
        assert.deepEqual(
            aws.store.list().filter((each) => !EXISTING.includes(each)),
            [],
        );
    });
});
