import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import type { Emulator } from "./aws/serve";
import type { Stored } from "./aws/store";
import { errorsOf, stepsOf, summaryOf } from "./events";
import { ACCOUNT, Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const DOMAIN = "aws:sagemaker/domain:Domain";
/** Planted in a tag, encrypted in the stack file. */
const SECRET = "planted-owner-5f1c";

/** One stack from its first preview to nothing; the steps build on each other. */
describe("engine: a life cycle", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.project({ aws, program: "studio", secrets: { owner: SECRET } });
    });
    after(() => bench?.dispose());

    it("previews everything and makes nothing", async () => {
        const run = await project.expectSuccess(["preview"]);
        assert.deepEqual(summaryOf(run.events), { create: 17 });
        assert.deepEqual(aws.store.list(), []);
    });

    it("makes everything in the account and Region of the provider", async () => {
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.deepEqual(summaryOf(run.events), { create: 17 });
        const made = aws.store.list();
        assert.deepEqual([...new Set(made.map(({ account, region }) => `${account} ${region}`))].sort(), [
            `${ACCOUNT} eu-west-1`,
            `${ACCOUNT} global`,
        ]);
        assert.equal(made.length, 16);
    });

    it("gives ids, ARNs and computed properties in AWS's form", () => {
        const domain = only(aws, DOMAIN);
        assert.match(domain.id, /^d-[a-z0-9]{12}$/);
        assert.equal(domain.properties["arn"], `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:domain/${domain.id}`);
        assert.equal(domain.properties["url"], `https://${domain.id}.studio.eu-west-1.sagemaker.aws`);
        const profile = only(aws, "aws:sagemaker/userProfile:UserProfile");
        assert.equal(profile.id, `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:user-profile/${domain.id}/alice`);
        assert.equal(only(aws, "aws:iam/role:Role").properties["arn"], `arn:aws:iam::${ACCOUNT}:role/studio`);
    });

    it("finds nothing to change", async () => {
        await project.expectSuccess(["preview", "--expect-no-changes"]);
        await project.expectSuccess(["refresh", "--preview-only", "--expect-no-changes"]);
    });

    it("adds a user and touches nothing else", async () => {
        project.configure({ users: ["alice", "bob"] });
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.deepEqual(
            stepsOf(run.events).map(({ operation, name }) => [operation, name]),
            [["create", "bob"]],
        );
    });

    it("keeps the secret out of everything it writes, but for the account it belongs to", () => {
        const holders = project.writtenFiles().filter((file) => readFileSync(file, "utf8").includes(SECRET));
        assert.deepEqual(holders, []);
        assert.ok(project.writtenFiles().some((file) => readFileSync(file, "utf8").includes('"ciphertext"')));
        assert.deepEqual(only(aws, "aws:ec2/vpc:Vpc").properties["tags"], { owner: SECRET });
    });

    it("does not see drift in a preview, fails the drift check, and mends it", async () => {
        edit(aws, only(aws, DOMAIN), { appNetworkAccessType: "PublicInternetOnly" });
        await project.expectSuccess(["preview", "--expect-no-changes"]);

        const drift = await project.run(["refresh", "--preview-only", "--diff", "--expect-no-changes"]);
        assert.notEqual(drift.code, 0);
        assert.match(drift.stdout, /appNetworkAccessType.*VpcOnly.*PublicInternetOnly/);
        assert.equal(only(aws, DOMAIN).properties["appNetworkAccessType"], "PublicInternetOnly");

        const mended = await project.expectSuccess(["up", "--yes", "--refresh", "--skip-preview"]);
        assert.deepEqual(
            stepsOf(mended.events).filter(({ operation }) => operation === "update"),
            [{ operation: "update", name: "domain", type: DOMAIN, changed: ["appNetworkAccessType"] }],
        );
        assert.equal(only(aws, DOMAIN).properties["appNetworkAccessType"], "VpcOnly");
    });

    it("makes again what somebody deleted", async () => {
        const alias = only(aws, "aws:kms/alias:Alias");
        aws.store.remove(alias);
        const run = await project.expectSuccess(["up", "--yes", "--refresh", "--skip-preview"]);
        assert.ok(stepsOf(run.events).some(({ operation, type }) => operation === "create" && type === alias.type));
        assert.equal(only(aws, alias.type).id, "alias/studio");
    });

    it("refuses to replace what is protected, before anything is touched", async () => {
        project.configure({ protect: true });
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const before = aws.store.list();
        project.configure({ cidr: "10.5.0.0/16" });
        for (const args of [["preview"], ["up", "--yes"]]) {
            const run = await project.run(args);
            assert.notEqual(run.code, 0);
            assert.match(
                run.stdout + run.stderr,
                /unable to replace resource .*::domain"\s+as it is currently marked for protection/,
            );
        }
        assert.deepEqual(aws.store.list(), before);

        const destroy = await project.run(["destroy", "--yes"]);
        assert.notEqual(destroy.code, 0);
        assert.deepEqual(aws.store.list(), before);
    });

    it("replaces in the order AWS demands once it is not protected", async () => {
        project.configure({ protect: false });
        const old = { vpc: only(aws, "aws:ec2/vpc:Vpc").id, domain: only(aws, DOMAIN).id };
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.notEqual(only(aws, "aws:ec2/vpc:Vpc").id, old.vpc);
        assert.notEqual(only(aws, DOMAIN).id, old.domain);
        assert.equal(only(aws, DOMAIN).properties["vpcId"], only(aws, "aws:ec2/vpc:Vpc").id);

        const replaced = stepsOf(run.events).filter(({ operation }) => operation === "replace");
        assert.deepEqual(
            new Set(replaced.map(({ name }) => name)),
            new Set([
                "vpc",
                "subnet-0",
                "subnet-1",
                "table-0",
                "table-1",
                "s3",
                "group",
                "self",
                "domain",
                "alice",
                "bob",
            ]),
        );
        assert.deepEqual(
            replaced
                .find(({ name }) => name === "domain")
                ?.changed.slice()
                .sort(),
            ["defaultUserSettings", "subnetIds", "vpcId"],
        );
        const deletions = stepsOf(run.events)
            .filter(({ operation }) => operation === "delete-replaced")
            .map(({ name }) => name);
        for (const [earlier, later] of [
            ["alice", "domain"],
            ["domain", "subnet-0"],
            ["subnet-0", "vpc"],
            ["group", "vpc"],
        ]) {
            assert.ok(
                deletions.indexOf(earlier ?? "") < deletions.indexOf(later ?? ""),
                `${earlier} before ${later}: ${deletions.join()}`,
            );
        }
        await project.expectSuccess(["preview", "--expect-no-changes"]);
    });

    it("cannot delete a domain while somebody's space stands in it", async () => {
        const domain = only(aws, DOMAIN);
        const space: Stored = {
            ...domain,
            type: "aws:sagemaker/space:Space",
            id: "space-made-in-the-browser",
            properties: { domainId: domain.id, spaceName: "mine", ownershipSettings: { ownerUserProfileName: "bob" } },
        };
        aws.store.put(space);
        const run = await project.run(["destroy", "--yes"]);
        assert.notEqual(run.code, 0);
        assert.deepEqual(
            errorsOf(run.events).map(({ name }) => name),
            ["bob"],
        );
        assert.match(errorsOf(run.events)[0]?.message ?? "", /api error ResourceInUse: .*space-made-in-the-browser/);
        aws.store.remove(space);
    });

    it("cannot delete a VPC while somebody's subnet stands in it", async () => {
        const vpc = only(aws, "aws:ec2/vpc:Vpc");
        const foreign: Stored = {
            ...vpc,
            type: "aws:ec2/subnet:Subnet",
            id: "subnet-of-another-team",
            properties: { vpcId: vpc.id },
        };
        aws.store.put(foreign);
        const run = await project.run(["destroy", "--yes"]);
        assert.notEqual(run.code, 0);
        assert.match(errorsOf(run.events)[0]?.message ?? "", /api error DependencyViolation: .*subnet-of-another-team/);
        assert.deepEqual(
            aws.store
                .list()
                .map(({ id }) => id)
                .sort(),
            [foreign.id, vpc.id].sort(),
        );
        aws.store.remove(foreign);
    });

    it("destroys to nothing", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(aws.store.list(), []);
    });
});

/** The one resource of a type. */
function only(aws: Emulator, type: string): Stored {
    const found = aws.store.list({ type });
    assert.equal(found.length, 1, `one ${type}`);
    return found[0] as Stored;
}

/** Changes a resource in its file, as somebody with a console would. */
function edit(aws: Emulator, resource: Stored, properties: Record<string, unknown>): void {
    const file = aws.store.file(resource);
    const content = JSON.parse(readFileSync(file, "utf8")) as Stored;
    writeFileSync(file, JSON.stringify({ ...content, properties: { ...content.properties, ...properties } }));
}
