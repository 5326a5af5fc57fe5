import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";

import type { Emulator } from "./aws/serve";
import type { Stored } from "./aws/store";
import { stepsOf, summaryOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
/** Planted in a tag, encrypted in the stack file. */
const SECRET = "planted-tag-91e07c";
const USERS = [
    { name: "lwdvin+developer", tag: "a01234" },
    { name: "lwdvin", tag: "a00001" },
    { name: "jon.doe", tag: "a00002" },
];

/** The dev stack as the stack file writes it, from its first preview to nothing; the steps build on each other. */
describe("engine: the life of the dev stack", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws({ existing: EXISTING, credentials: undefined });
        project = await bench.repository({ aws, secrets: { "private-studio:tags.planted": SECRET } });
    });
    after(() => bench?.dispose());

    /** What the stack has in its account. */
    const made = (): Stored[] => aws.store.list().filter((resource) => !EXISTING.includes(resource));

    it("previews 226 resources and makes nothing", async () => {
        const run = await project.expectSuccess(["preview"]);
        assert.deepEqual(summaryOf(run.events), { create: 226 });
        assert.deepEqual(made(), []);
    });

    it("makes them in the account and Region of the stack file, and prints no secret", async () => {
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const shown = await project.expectSuccess(["stack", "output"]);
        assert.ok(![run, shown].some(({ stdout, stderr }) => (stdout + stderr).includes(SECRET)));
        assert.deepEqual(summaryOf(run.events), { create: 226 });
        assert.deepEqual([...new Set(made().map(({ account, region }) => `${account} ${region}`))].sort(), [
            "111122223333 eu-west-1",
            "111122223333 global",
        ]);
    });

    it("finds nothing to change, in the program or in the account", async () => {
        await project.expectSuccess(["preview", "--expect-no-changes"]);
        await project.expectSuccess(["refresh", "--preview-only", "--expect-no-changes"]);
    });

    it("keeps the planted secret out of everything it writes, but for the account it belongs to", () => {
        const holders = project.writtenFiles().filter((file) => readFileSync(file, "utf8").includes(SECRET));
        assert.deepEqual(holders, []);
        const vpc = only("aws:ec2/vpc:Vpc");
        assert.equal((vpc.properties["tags"] as Record<string, unknown>)["planted"], SECRET);
    });

    it("adds a user, and that user's resources only", async () => {
        project.configure({ "private-studio:users": [...USERS, { name: "eve", tag: "a00003" }] });
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const steps = stepsOf(run.events);
        assert.deepEqual([...new Set(steps.map(({ operation }) => operation))], ["create"]);
        assert.deepEqual(steps.map(({ name }) => name).sort(), [
            "studio-profiles-eve",
            "studio-profiles-eve",
            "studio-profiles-eve-apps-in",
            "studio-profiles-eve-apps-out",
            "studio-profiles-eve-nfs-in",
            "studio-profiles-eve-nfs-out",
        ]);
    });

    it("removes the user again, and nothing else; the order of users is of no account", async () => {
        project.configure({ "private-studio:users": [...USERS].reverse() });
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.deepEqual([...new Set(stepsOf(run.events).map(({ operation }) => operation))], ["delete"]);
        assert.equal(stepsOf(run.events).length, 6);
    });

    it("switches a person to another persona and back, in place, with the new persona's roles only", async () => {
        const roleOf = (profile: string): string => {
            const [found] = aws.store
                .list({ type: PROFILE })
                .filter(({ properties }) => properties["userProfileName"] === profile);
            const settings = found?.properties["userSettings"] as { executionRole: string };
            return settings.executionRole.split("/").at(-1) ?? "";
        };
        const before = made().map(({ type, id }) => `${type} ${id}`);
        const [developer, person] = USERS;
        project.configure({
            "private-studio:users": [developer, person, { name: "jon.doe", tag: "a00002", persona: "mlops-engineer" }],
        });
        const there = stepsOf((await project.expectSuccess(["up", "--yes", "--skip-preview"])).events);
        assert.deepEqual([...new Set(there.map(({ operation }) => operation))].sort(), ["create", "update"]);
        assert.deepEqual(
            there.filter(({ type }) => type === PROFILE).map(({ name, operation }) => [operation, name]),
            [["update", "studio-profiles-jon-doe"]],
        );
        assert.match(roleOf("jon-doe"), /-execution-mlops-engineer-/);
        assert.match(roleOf("lwdvin"), /-execution-data-scientist-/);

        project.configure({ "private-studio:users": USERS });
        const back = stepsOf((await project.expectSuccess(["up", "--yes", "--skip-preview"])).events);
        assert.deepEqual(
            back.filter(({ type }) => type === PROFILE).map(({ name, operation }) => [operation, name]),
            [["update", "studio-profiles-jon-doe"]],
        );
        assert.match(roleOf("jon-doe"), /-execution-data-scientist-/);
        assert.deepEqual(
            made().map(({ type, id }) => `${type} ${id}`),
            before,
        );
    });

    it("changes the idle time-out of the living domain in place", async () => {
        project.configure({ "private-studio:domain": { idleShutdown: { minutes: 180 }, homes: "delete" } });
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.deepEqual(
            stepsOf(run.events).map(({ operation, name, changed }) => [operation, name, [...changed].sort()]),
            [["update", "studio-domain", ["defaultSpaceSettings", "defaultUserSettings"]]],
        );
    });

    it("fails the drift check after a change by hand, and mends it", async () => {
        const domain = only(DOMAIN);
        aws.store.put({ ...domain, properties: { ...domain.properties, appNetworkAccessType: "PublicInternetOnly" } });
        await project.expectSuccess(["preview", "--expect-no-changes"]);
        const drift = await project.run(["refresh", "--preview-only", "--expect-no-changes"]);
        assert.notEqual(drift.code, 0);
        await project.expectSuccess(["up", "--yes", "--refresh", "--skip-preview"]);
        assert.equal(only(DOMAIN).properties["appNetworkAccessType"], "VpcOnly");
    });

    it("refuses new subnets while protected, before anything is touched", async () => {
        project.configure({ "private-studio:network": network("10.30.0.0/16") });
        const before = made();
        for (const args of [["preview"], ["up", "--yes"], ["destroy", "--yes"]]) {
            const run = await project.run(args);
            assert.notEqual(run.code, 0, args.join(" "));
            assert.match(run.stdout + run.stderr, /marked for protection|protected/, args.join(" "));
            assert.deepEqual(made(), before, args.join(" "));
        }
    });

    it("replaces network, domain and profiles in order once it is not protected", async () => {
        project.configure({ "private-studio:protect": false });
        const old = only(DOMAIN);
        const run = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.notEqual(only(DOMAIN).id, old.id);
        assert.equal(only("aws:ec2/vpc:Vpc").properties["cidrBlock"], "10.30.0.0/16");
        const gone = stepsOf(run.events)
            .filter(({ operation }) => operation === "delete-replaced")
            .map(({ name, type }) => `${type.split(":").pop()} ${name}`);
        const order = [
            "UserProfile studio-profiles-lwdvin",
            "Domain studio-domain",
            "Subnet studio-network-studio-euw1-az1",
            "Vpc studio-network-vpc",
        ];
        const places = order.map((each) => gone.indexOf(each));
        assert.ok(!places.includes(-1), gone.join("\n"));
        assert.deepEqual(
            places,
            [...places].sort((a, b) => a - b),
        );
        await project.expectSuccess(["preview", "--expect-no-changes"]);
    });

    it("destroys to nothing", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(made(), []);
    });

    function only(type: string): Stored {
        const found = made().filter((resource) => resource.type === type);
        assert.equal(found.length, 1, `${type}: ${found.map(({ id }) => id).join()}`);
        return found[0] as Stored;
    }
});

function network(cidr: string): Record<string, unknown> {
    return {
        cidr,
        zones: ["euw1-az1", "euw1-az2"],
        egress: "isolated",
        features: ["studio", "jobs"],
        clients: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0" },
    };
}
