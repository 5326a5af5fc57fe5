import { strict as assert } from "node:assert";

import { People } from "./aws/people";
import type { Emulator } from "./aws/serve";
import type { Stored } from "./aws/store";
import { hexId } from "./aws/subject";
import { errorsOf, stepsOf } from "./events";
import { EXISTING } from "./existing";
import { ACCOUNT, Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const DOMAIN = "aws:sagemaker/domain:Domain";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
/** What people make, and may lose. */
const THEIRS = ["App", "Space", "UserProfile"];

/** Stacks destroyed while people work in them: the bundled function runs against the emulated account. */
describe("engine: destroying a stack people work in", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    async function deploy(config: Readonly<Record<string, unknown>>): Promise<void> {
        aws = await bench.aws({ domainCompanions: true });
        project = await bench.project({ aws, program: "drain", config });
        await up();
    }

    const up = (): ReturnType<Project["run"]> => project.expectSuccess(["up", "--yes", "--skip-preview"]);
    const kinds = (...wanted: readonly string[]): string[] =>
        aws.store
            .list()
            .map(({ type }) => type.split(":").at(-1) ?? "")
            .filter((kind) => wanted.includes(kind));

    describe("without a drain", () => {
        before(() => deploy({ homes: "delete", drain: false }));

        it("stops with AWS's message, and people's work stays", async () => {
            work(aws);
            const run = await project.run(["destroy", "--yes"]);
            assert.notEqual(run.code, 0);
            assert.match(errorsOf(run.events)[0]?.message ?? "", /api error ResourceInUse: .* still has /);
            assert.deepEqual([kinds("App").length, kinds("Space").length], [6, 4]);
        });
    });

    describe("with a drain", () => {
        before(() => deploy({ homes: "delete", drain: true }));

        it("is nothing to change, whatever people make", async () => {
            work(aws);
            await project.expectSuccess(["preview", "--expect-no-changes"]);
            await project.expectSuccess(["refresh", "--preview-only", "--expect-no-changes"]);
        });

        it("deletes nothing of people's when it is switched off, or on again", async () => {
            const before = kinds(...THEIRS);
            project.configure({ drain: false });
            const off = stepsOf((await up()).events);
            assert.deepEqual(
                off.filter(({ operation }) => operation === "update").map(({ name, changed }) => [name, changed]),
                [["domain", ["tags"]]],
            );
            assert.ok(off.some(({ operation, name }) => operation === "delete" && name === "drain"));
            assert.deepEqual(kinds(...THEIRS), before);

            project.configure({ drain: true });
            await up();
            assert.deepEqual(kinds(...THEIRS), before);
        });

        it("deletes nothing of people's while the domain is protected, not even without a preview", async () => {
            project.configure({ protect: true });
            await up();
            const run = await project.run(["destroy", "--yes", "--skip-preview"]);
            assert.notEqual(run.code, 0);
            assert.deepEqual([kinds("App").length, kinds("Space").length], [6, 4]);
            project.configure({ protect: false });
            await up();
        });

        it("empties a domain that is replaced, and sweeps before the old subnets go", async () => {
            const old = domainOf(aws);
            project.configure({ cidr: "10.1.0.0/16" });
            const run = await up();
            assert.notEqual(domainOf(aws).id, old.id);
            assert.deepEqual(kinds("App", "Space"), []);
            assert.deepEqual(
                aws.store.list().filter(({ properties }) => properties["madeBy"] === old.id),
                [],
            );
            inOrder(run.events, "delete-replaced", [
                "Invocation drain",
                "UserProfile alice",
                "Domain domain",
                "Invocation drain-network",
                "Subnet subnet-0",
                "Vpc vpc",
            ]);
        });

        it("leaves nothing of the stack, and of others everything", async () => {
            work(aws);
            const foreign = leftByAnother(aws, "vpc-of-another-team");
            const run = await project.expectSuccess(["destroy", "--yes"]);
            assert.deepEqual(aws.store.list(), [foreign]);
            inOrder(run.events, "delete", [
                "Invocation drain",
                "UserProfile bob",
                "Domain domain",
                "Invocation drain-network",
                "Subnet subnet-1",
                "Vpc vpc",
            ]);
        });
    });

    describe("with a drain, and a group that somebody else's domain left in the same VPC", () => {
        before(() => deploy({ homes: "delete", drain: true }));

        it("touches nothing of theirs: the VPC stays, AWS says why, and the next destroy ends it", async () => {
            work(aws);
            const [vpc] = aws.store.list({ type: "aws:ec2/vpc:Vpc" });
            const foreign = leftByAnother(aws, vpc?.id ?? "");
            const run = await project.run(["destroy", "--yes", "--continue-on-error"]);
            assert.notEqual(run.code, 0);
            assert.match(errorsOf(run.events)[0]?.message ?? "", new RegExp(`DependencyViolation: .*${foreign.id}`));
            assert.deepEqual(new Set(aws.store.list()), new Set([vpc, foreign]));

            aws.store.remove(foreign);
            await project.expectSuccess(["destroy", "--yes"]);
            assert.deepEqual(aws.store.list(), []);
        });
    });

    describe("with a drain, and homes that are retained", () => {
        before(() => deploy({ homes: "retain", drain: true }));

        it("leaves the home file system alone, without what would hold the VPC", async () => {
            work(aws);
            const home = domainOf(aws).properties["homeEfsFileSystemId"];
            await project.expectSuccess(["destroy", "--yes"]);
            assert.deepEqual(
                aws.store.list().map(({ id }) => id),
                [home],
            );
        });
    });

    describe("the dev stack with domain.drain", () => {
        it("leaves nothing", async () => {
            aws = await bench.aws({ existing: EXISTING, credentials: undefined, domainCompanions: true });
            project = await bench.repository({ aws });
            project.configure({
                "private-studio:protect": false,
                "private-studio:domain": { homes: "delete", drain: true },
            });
            await up();
            work(aws, "lwdvin", "jon-doe");
            await project.expectSuccess(["destroy", "--yes"]);
            assert.deepEqual(
                aws.store.list().filter((resource) => !EXISTING.includes(resource)),
                [],
            );
        });
    });
});

function domainOf(aws: Emulator): Stored {
    const [found, ...others] = aws.store.list({ type: DOMAIN });
    assert.ok(found !== undefined && others.length === 0);
    return found;
}

/** Four spaces and six apps, of all sorts, and a profile made in the console. */
function work(aws: Emulator, one = "alice", other = "bob"): void {
    const people = new People(aws.store, domainOf(aws));
    people.space(one, "research");
    people.space(one, "drafts", "none");
    people.space(other, "training");
    people.app({ spaceName: "training" }, "CodeEditor");
    people.app({ userProfileName: other }, "Canvas", "default", "Pending");
    people.app({ userProfileName: other }, "KernelGateway", "old", "Deleting");
    people.profile("made-in-the-console");
    people.space("made-in-the-console", "console");
}

/** A group as a domain of another team would have left it. */
function leftByAnother(aws: Emulator, vpcId: string): Stored {
    const group: Stored = {
        type: GROUP,
        id: hexId("sg-"),
        account: ACCOUNT,
        region: "eu-west-1",
        inputs: [],
        properties: { vpcId, name: "security-group-for-inbound-nfs-d-foreign00000" },
    };
    aws.store.put(group);
    return group;
}

/** Asserts that these resources went in this order. */
function inOrder(events: Parameters<typeof stepsOf>[0], operation: string, names: readonly string[]): void {
    const gone = stepsOf(events)
        .filter((step) => step.operation === operation)
        .map(({ name, type }) => `${type.split(":").pop()} ${name}`);
    const places = names.map((each) => gone.indexOf(each));
    assert.ok(!places.includes(-1), gone.join("\n"));
    assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
        gone.join("\n"),
    );
}
