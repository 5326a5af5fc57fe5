import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

import type { Emulator } from "./aws/serve";
import type { Stored } from "./aws/store";
import { type Step, stepsOf } from "./events";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const ROOT = path.resolve(__dirname, "../..");
const FILE = "Pulumi.prod.yaml";
const SHARED = "111122223333";
const LOB_A = "444455556666";
const LOB_B = "777788889999";
const LOB_C = "222233334444";

type Config = Readonly<Record<string, unknown>>;

const { config: CONFIG } = parse(readFileSync(path.join(ROOT, FILE), "utf8")) as { config: Config };
const LOBS = CONFIG["private-studio:lobs"] as readonly Readonly<Record<string, unknown>>[];
const ACCOUNTS = CONFIG["private-studio:accounts"] as Readonly<Record<string, unknown>>;

/** A third line of business in an account of its own. */
const WITH_C = {
    "private-studio:accounts": {
        ...ACCOUNTS,
        "lob-c": { id: LOB_C, assumeRole: { arn: `arn:aws:iam::${LOB_C}:role/private-studio-deploy` } },
    },
    "private-studio:lobs": [
        ...LOBS,
        {
            name: "lob-c",
            account: "lob-c",
            network: { cidr: "10.110.0.0/16" },
            security: { buckets: { deployers: [`arn:aws:iam::${LOB_C}:role/private-studio-deploy`] } },
            users: [{ name: "user-lob-c", tag: "user-lob-c" }],
        },
    ],
};

/** Whom the hub's endpoints let through is a list of the accounts, unless the stack file names the organization. */
const HUB_ENDPOINTS = [
    "ecr-api",
    "ecr-dkr",
    "kms",
    "logs",
    "monitoring",
    "sagemaker-api",
    "sagemaker-runtime",
    "sts",
    "studio",
].map((service) => `update studio-hub-${service} policy`);

/** One line a step, sorted: what happens, to what, and which inputs changed. */
function summary(steps: readonly Step[]): string[] {
    return steps.map(({ operation, name, changed }) => [operation, name, ...[...changed].sort()].join(" ")).sort();
}

/** The stack for production from its first update to nothing; the steps build on each other. */
describe("engine: the life of the stack with many accounts", function () {
    this.timeout(400_000);
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, stackFile: FILE });
    });
    after(() => bench?.dispose());

    const ids = (account: string): string[] => aws.store.list({ account }).map(({ type, id }) => `${type} ${id}`);

    async function up(): Promise<Step[]> {
        return stepsOf((await project.expectSuccess(["up", "--yes", "--skip-preview"])).events);
    }

    it("makes everything, each thing in its account", async () => {
        const steps = await up();
        assert.deepEqual([...new Set(steps.map(({ operation }) => operation))], ["create"]);
        const ranges = (account: string): unknown[] =>
            aws.store
                .list({ account, type: "aws:ec2/vpc:Vpc" })
                .map(({ properties }) => properties["cidrBlock"])
                .sort();
        assert.deepEqual([SHARED, LOB_A, LOB_B].map(ranges), [
            ["10.0.0.0/16", "10.17.0.0/16", "192.168.10.0/24"],
            ["10.100.0.0/16"],
            ["10.120.0.0/16"],
        ]);
        assert.deepEqual(
            aws.store
                .list({ type: "aws:sagemaker/userProfile:UserProfile" })
                .map(({ account, properties }) => [account, properties["userProfileName"]])
                .sort(),
            [
                [LOB_A, "user-lob-a"],
                [LOB_B, "user-lob-b"],
            ],
        );
        assert.deepEqual([...new Set(aws.store.list().map(({ account }) => account))].sort(), [SHARED, LOB_A, LOB_B]);
    });

    it("finds nothing to change, in the program or in the accounts", async () => {
        await project.expectSuccess(["preview", "--refresh", "--expect-no-changes"]);
    });

    it("adds line of business C, and of what stands changes what it must", async () => {
        const before = [...ids(LOB_A), ...ids(LOB_B)];
        project.configure(WITH_C);
        const steps = await up();
        const others = steps.filter(({ name }) => !name.startsWith("studio-lob-c"));
        assert.deepEqual(summary(others), [
            "create studio-access-user-user-lob-c",
            "create studio-aws-lob-c",
            "create studio-directory-lob-c-user-lob-c",
            `create studio-hub-share-${LOB_C}`,
            // Only roles of named lines may be assumed.
            "update studio-access-presign-lobs-1 policy",
            ...HUB_ENDPOINTS,
        ]);
        assert.deepEqual([...ids(LOB_A), ...ids(LOB_B)], before);
        assert.equal(aws.store.list({ account: LOB_C, type: "aws:sagemaker/domain:Domain" }).length, 1);
    });

    it("removes line of business A: its account is empty, the others stand", async () => {
        project.configure({ "private-studio:production": false, "private-studio:protect": false });
        await up();
        const standing = [...ids(LOB_B), ...ids(LOB_C)];
        const [, ...lobs] = WITH_C["private-studio:lobs"];
        const { "lob-a": gone, ...accounts } = WITH_C["private-studio:accounts"] as Readonly<Record<string, unknown>>;
        assert.ok(gone !== undefined);
        project.configure({ "private-studio:lobs": lobs, "private-studio:accounts": accounts });
        const steps = await up();
        assert.deepEqual(aws.store.list({ account: LOB_A }), []);
        assert.deepEqual([...ids(LOB_B), ...ids(LOB_C)], standing);
        const others = steps.filter(({ name }) => !name.startsWith("studio-lob-a"));
        assert.deepEqual(summary(others), [
            "delete studio-access-user-user-lob-a",
            "delete studio-aws-lob-a",
            "delete studio-directory-lob-a-user-lob-a",
            `delete studio-hub-share-${LOB_A}`,
            "update studio-access-presign-lobs-1 policy",
            ...HUB_ENDPOINTS,
        ]);
    });

    it("destroys to nothing in every account", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(
            aws.store.list().map(({ account, type, id }: Stored) => `${account} ${type} ${id}`),
            [],
        );
    });
});

/** Each provider is handed on by somebody; who forgets it must not land in the caller's account. */
describe("engine: a component of many accounts that lost its provider", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, stackFile: FILE, program: "tests/engine/programs/lostProvider.ts" });
    });
    after(() => bench?.dispose());

    for (const lost of [
        // Of the hub's account, and of a line of business; each takes a whole preview.
        "private-studio:hub:Hub",
        "private-studio:network:Network",
    ]) {
        it(`${lost}: the preview fails, and nothing is made`, async () => {
            project.configure({ "case:lost": lost });
            const run = await project.run(["preview"]);
            assert.notEqual(run.code, 0);
            assert.match(
                run.stdout + run.stderr,
                /Default provider for 'aws' disabled\. '.+' must use an explicit provider/,
            );
            assert.deepEqual(aws.store.list(), []);
        });
    }
});
