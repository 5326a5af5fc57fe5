import assert from "node:assert/strict";
import path from "node:path";

import { UserError } from "../../commands/open/outputs";
import { open } from "../../commands/open/run";
import { PreflightError } from "../../preflight/error";
import { twoAtATime } from "../preflight/cliProcess";
import { noClients, OpenFixture, OUTPUTS, STACK } from "./openFixture";

describe("open, before AWS is asked", () => {
    const fixture = new OpenFixture();

    after(() => fixture.remove());

    const noOutputs = 'are not a JSON object. Give what "pulumi stack output --json" printed.';
    const absent = path.join(fixture.directory, "absent.json");
    const wrongOutputs: Readonly<Record<string, readonly [string, string]>> = {
        "no file": [absent, `The file ${absent} given with --outputs cannot be read.`],
        "no JSON": [fixture.file("text.json", "domainId d-1"), `The outputs of stack sample ${noOutputs}`],
        null: [fixture.file("null.json", "null"), `The outputs of stack sample ${noOutputs}`],
        "no domain": [
            fixture.file("partial.json", JSON.stringify({ ...OUTPUTS, domainId: undefined })),
            'Stack sample has no output domainId: it is not deployed yet, or not by this program. Run "pulumi up --stack sample" first.',
        ],
        "values of another kind": [
            fixture.file("kinds.json", JSON.stringify({ region: 1, domainId: "", userRoleArn: OUTPUTS.userRoleArn })),
            'Stack sample has no output region, domainId: it is not deployed yet, or not by this program. Run "pulumi up --stack sample" first.',
        ],
    };
    for (const [what, [name, message]] of Object.entries(wrongOutputs)) {
        it(`outputs: ${what}: says so before AWS is asked`, async () => {
            await assert.rejects(open(fixture.options({ outputs: name }), noClients), new UserError(message));
        });
    }

    it("asks for the Pulumi CLI or a file where there is neither", async () => {
        const { outputs: _, ...withoutFile } = fixture.options();
        const search = process.env["PATH"];
        process.env["PATH"] = fixture.directory;
        try {
            await assert.rejects(
                open(withoutFile, noClients),
                new UserError(
                    'The command "pulumi" was not found. Install the Pulumi CLI, or give the outputs with --outputs FILE ' +
                        '(what "pulumi stack output --json" prints elsewhere).',
                ),
            );
        } finally {
            process.env["PATH"] = search;
        }
    });

    it("tells mistakes of the stack file with their lines, before AWS is asked", async () => {
        const mistaken = fixture.file("mistaken.yaml", STACK.replace("10.20.0.0/16", "10.20.0.0/30"));
        await assert.rejects(open(fixture.options({ stackFile: mistaken }), noClients), (error) => {
            assert.ok(error instanceof PreflightError);
            assert.match(error.message, /mistaken\.yaml:4 {2}network\.cidr\n +found +"10\.20\.0\.0\/30"/);
            return true;
        });
    });

    it("names the users it knows when asked for another, before AWS is asked", async () => {
        await assert.rejects(
            open(fixture.options({ user: "JON@example.com" }), noClients),
            new UserError(
                'Stack sample has no user "JON@example.com". Users: jon@example.com, lwdvin+developer, Zoë Doe.',
            ),
        );
    });

    it("explains the class of the person without outputs and without AWS", async function () {
        this.timeout(60_000);
        const text = await twoAtATime(() => open(fixture.options({ explain: true, outputs: absent }), noClients));
        assert.match(text, /^jon@example\.com has the profile jon-example-com in stack sample\. Nothing was\ncalled;/);
        assert.match(text, /^ {2}3 profiles that no policy tells apart: jon-example-com, lwdvin-dev, zoe$/m);
        assert.match(text, /^ {2}person +same +no 1 +yes 2 +no 3 +yes 2$/m);
        assert.match(text, /^ {2}person +other +no 4 +no 4 +no 4 +no 4$/m);
        assert.match(text, /The link\s+would work for 20 seconds, the session\s+for 8\s+hours\.$/);
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
    });
});
