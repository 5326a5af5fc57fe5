import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { drain, type DrainMeans, type DrainOptions } from "../../commands/drain/run";
import { UserError } from "../../commands/open/outputs";
import { PreflightError } from "../../preflight/error";
import { DrainBench, REGION, VPC } from "../functions/drain/bench";
import { ROOT, runFile } from "../preflight/cliProcess";

const ID = "d-aaaabbbbcccc";
const NEXT = "Next: pulumi destroy --stack sample";
const TO_DELETE = "Nothing was deleted. To delete: npm run drain -- --stack sample --yes";

const STACK = `config:
  aws:region: eu-west-1
  private-studio:account: { id: "111122223333" }
  private-studio:network: { cidr: 10.20.0.0/16, zones: [euw1-az1] }
  private-studio:access:
    tag: personId
    principals: [arn:aws:iam::111122223333:role/data-scientists]
  private-studio:domain: { homes: HOMES }
`;

describe("drain command", () => {
    let directory: string;
    let bench: DrainBench;

    before(() => {
        directory = mkdtempSync(path.join(os.tmpdir(), "drain-command-"));
    });
    after(() => rmSync(directory, { recursive: true }));
    beforeEach(async () => {
        bench = await DrainBench.open();
    });
    afterEach(() => bench.close());

    function file(name: string, text: string): string {
        const target = path.join(directory, name);
        writeFileSync(target, text);
        return target;
    }

    function options(yes: boolean, homes = "delete"): DrainOptions {
        return {
            stack: "sample",
            projectDir: ROOT,
            yes,
            stackFile: file(`Pulumi.${homes}.yaml`, STACK.replace("HOMES", homes)),
            outputs: file("outputs.json", JSON.stringify({ region: REGION, domainId: ID, vpcId: VPC })),
        };
    }

    const means = (limit?: number): DrainMeans => ({ clients: () => bench.clients, clock: () => bench.clock(limit) });

    function peopleWork(): void {
        // Without the tag: a person decides here, not the setting.
        const { people } = bench.domain(ID, {});
        people.profile("alice", { userName: "alice" });
        people.profile("console");
        people.space("alice", "research");
        people.app({ userProfileName: "console" }, "Canvas");
    }

    const DOOMED = [
        "  2 apps: console/Canvas/default, research/JupyterLab/default",
        "  1 spaces, with their volumes and all files on them: research",
        "  1 profiles made outside the program: console",
    ];

    it("says what would be deleted, and deletes nothing", async () => {
        peopleWork();
        const text = await drain(options(false), means());
        assert.deepEqual(text.split("\n"), [`Would be deleted in ${ID}:`, ...DOOMED, TO_DELETE]);
        assert.deepEqual(bench.changes, []);
    });

    it("deletes it with --yes, but not the program's own profiles", async () => {
        peopleWork();
        const text = await drain(options(true), means());
        assert.deepEqual(text.split("\n"), [`Deleted in ${ID}:`, ...DOOMED, NEXT]);
        assert.deepEqual(bench.left("App", "Space", "UserProfile"), ["UserProfile alice"]);
    });

    it("says so where nothing keeps the stack from being destroyed", async () => {
        bench.domain(ID);
        const text = `${ID} holds nothing that keeps it from being destroyed: pulumi destroy --stack sample`;
        assert.equal(await drain(options(true), means()), text);
        assert.deepEqual(bench.changes, []);
    });

    const GROUPS = `  2 NFS security groups with their rules: security-group-for-inbound-nfs-${ID}, security-group-for-outbound-nfs-${ID}`;
    const TARGETS = `  1 file systems that lose their mount targets: fs-of-${ID}`;

    for (const { homes, lines, left } of [
        {
            homes: "delete",
            lines: [TARGETS, `  1 home file systems, with everybody's homes: fs-of-${ID}`, GROUPS],
            left: [],
        },
        { homes: "retain", lines: [TARGETS, GROUPS], left: [`FileSystem fs-of-${ID}`] },
    ]) {
        it(`removes what a gone domain left, as domain.homes: ${homes} says, after saying so`, async () => {
            bench.store.remove(bench.domain(ID, {}).domain);
            const sorted = (text: string): string[] =>
                text.replace(/(\S+-outbound-\S+), (\S+)$/m, "$2, $1").split("\n");

            const plan = sorted(await drain(options(false, homes), means()));
            const head = `${ID} is gone. Would be deleted of what it left in ${VPC}:`;
            assert.deepEqual(plan, [head, ...lines, TO_DELETE]);
            assert.deepEqual(bench.changes, []);

            const done = sorted(await drain(options(true, homes), means()));
            assert.deepEqual(done, [`Deleted of what ${ID} left:`, ...lines, NEXT]);
            assert.deepEqual(bench.left("FileSystem", "MountTarget", "SecurityGroup"), left);
            if (homes === "delete") {
                const again = await drain(options(true, homes), means());
                assert.equal(again, `${ID} is gone and left nothing in ${VPC} that has to go.`);
            }
        });
    }

    it("tells people what was left when the time was up, and that they may repeat it", async () => {
        peopleWork();
        await assert.rejects(drain(options(true), means(0)), (error) => {
            assert.ok(error instanceof UserError);
            assert.match(error.message, /^These apps were not gone in time \(2\): .*run the same command again\.$/);
            return true;
        });
    });

    it("reads the stack file's mistakes and the outputs before AWS is asked", async () => {
        const asked: DrainMeans = { clients: () => assert.fail("AWS is asked"), clock: () => bench.clock() };
        const outputs = file("partial.json", JSON.stringify({ region: REGION, domainId: ID }));
        await assert.rejects(
            drain({ ...options(true), outputs }, asked),
            new UserError(
                'Stack sample has no output vpcId: it is not deployed yet, or not by this program. Run "pulumi up --stack sample" first.',
            ),
        );
        await assert.rejects(drain(options(true, "burn"), asked), (error) => {
            assert.ok(error instanceof PreflightError);
            assert.match(error.message, /domain\.homes\n +found +"burn"/);
            return true;
        });
    });

    it("is a command: without credentials a message on stderr, nothing on stdout, exit 1", async function () {
        this.timeout(60_000);
        const { stackFile = "", outputs = "" } = options(false);
        const finished = await runFile("commands/drain.ts", ["--config-file", stackFile, "--outputs", outputs], {
            env: {
                AWS_EC2_METADATA_DISABLED: "true",
                AWS_CONFIG_FILE: path.join(directory, "absent"),
                AWS_SHARED_CREDENTIALS_FILE: path.join(directory, "absent"),
            },
        });
        assert.match(finished.stderr, /^CredentialsProviderError: .*\nNo AWS credentials were found: sign in first/);
        assert.doesNotMatch(finished.stderr, /^ +at /m);
        assert.deepEqual([finished.code, finished.stdout], [1, ""]);
    });
});
