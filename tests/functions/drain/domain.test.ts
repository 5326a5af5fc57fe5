import { strict as assert } from "node:assert";

import { WorkLeft } from "../../../assets/functions/drain/clock";
import { DRAIN_TAG, type DomainTask } from "../../../assets/functions/drain/event";
import { drainDomain } from "../../../assets/functions/drain/tasks";
import { ACCOUNT, DrainBench, OWNER, REGION, VPC } from "./bench";

const ID = "d-aaaabbbbcccc";
const TASK: DomainTask = {
    task: "domain",
    domainId: ID,
    domainArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/${ID}`,
    vpcId: VPC,
};

describe("draining a domain", () => {
    let bench: DrainBench;

    beforeEach(async () => {
        bench = await DrainBench.open();
    });
    afterEach(() => bench.close());

    it("deletes apps, then spaces, then profiles made outside, and then marks what will be left", async () => {
        const { people } = bench.domain(ID);
        people.profile("alice", { userName: "alice" });
        people.profile("console");
        people.space("alice", "one");
        people.space("alice", "empty", "none");
        people.app({ userProfileName: "console" }, "Canvas");

        assert.equal(await drainDomain(bench.clients, bench.clock(), TASK, OWNER), `Emptied ${ID}.`);

        assert.deepEqual(bench.left("App", "Space", "UserProfile"), ["UserProfile alice"]);
        assert.deepEqual(bench.changes, [
            "DeleteApp",
            "DeleteApp",
            "DeleteSpace",
            "DeleteSpace",
            "DeleteUserProfile",
            "CreateTags",
            `POST /2015-02-01/resource-tags/fs-of-${ID}`,
        ]);
    });

    it("leaves other domains alone", async () => {
        bench.domain(ID).people.space("alice", "mine");
        const other = bench.domain("d-otherother00");
        other.people.profile("bob");
        other.people.space("bob", "theirs");
        await drainDomain(bench.clients, bench.clock(), TASK, OWNER);
        assert.deepEqual(bench.left("App", "Space", "UserProfile"), [
            "App theirs/jupyterlab/default",
            "Space theirs",
            "UserProfile bob",
        ]);
        const marked = bench.store.list().filter(({ properties: p }) => p["tags"] !== undefined && p["madeBy"] !== ID);
        assert.deepEqual(
            marked.filter(({ properties }) => JSON.stringify(properties["tags"]).includes(OWNER)).map(({ id }) => id),
            [ID, "d-otherother00"],
        );
    });

    const STATUSES = [
        { status: "InService", deleted: 1 },
        { status: "Pending", deleted: 1 },
        // On its way out: asked again, AWS would only refuse.
        { status: "Deleting", deleted: 0 },
        // Hold nothing; AWS lists them for another day.
        { status: "Failed", deleted: 0 },
        { status: "Deleted", deleted: 0 },
    ] as const;
    for (const { status, deleted } of STATUSES) {
        it(`asks ${deleted === 1 ? "once" : "not at all"} to delete an app that is ${status}`, async () => {
            bench.domain(ID).people.app({ userProfileName: "alice" }, "Canvas", "default", status);
            await drainDomain(bench.clients, bench.clock(), TASK, OWNER);
            assert.equal(bench.changes.filter((call) => call === "DeleteApp").length, deleted);
        });
    }

    const CLOSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        "carries no tag, as after the setting was switched off or while it is protected": {},
        "names another stack's function": { [DRAIN_TAG]: "private-studio-prod-drain-99999999" },
    };
    for (const [name, tags] of Object.entries(CLOSED)) {
        it(`touches nothing of a domain that ${name}`, async () => {
            bench.domain(ID, tags).people.space("alice", "mine");
            const done = await drainDomain(bench.clients, bench.clock(), TASK, OWNER);
            assert.equal(done, `Left ${ID} alone: its tag private-studio-drain does not name ${OWNER}.`);
            assert.deepEqual(bench.changes, []);
        });
    }

    it("marks what a domain left that somebody deleted by hand", async () => {
        const { domain } = bench.domain(ID);
        bench.store.remove(domain);
        await drainDomain(bench.clients, bench.clock(), TASK, OWNER);
        assert.deepEqual(bench.changes, ["CreateTags", `POST /2015-02-01/resource-tags/fs-of-${ID}`]);
    });

    it("ends with what is left when the time is up, and goes on from there when it is called again", async () => {
        const { people } = bench.domain(ID);
        ["a", "b", "c", "d", "e", "f"].forEach((name) => people.space("alice", name));
        await assert.rejects(drainDomain(bench.clients, bench.clock(0), TASK, OWNER), (error: Error) => {
            assert.ok(error instanceof WorkLeft);
            assert.equal(
                error.message,
                "These apps were not gone in time (6): a/JupyterLab/default, b/JupyterLab/default, c/JupyterLab/default, " +
                    "d/JupyterLab/default, e/JupyterLab/default and 1 more. AWS is still deleting, or keeps them for " +
                    "what else hangs on them: run the same command again.",
            );
            return true;
        });
        assert.deepEqual(bench.changes, []);
        await drainDomain(bench.clients, bench.clock(), TASK, OWNER);
        assert.deepEqual(bench.left("App", "Space"), []);
    });

    it("takes no refusal of AWS for an answer about the domain", async () => {
        bench.domain(ID).people.space("alice", "mine");
        await assert.rejects(
            drainDomain({ ...bench.clients, sagemaker: bench.stranger() }, bench.clock(), TASK, OWNER),
        );
        assert.deepEqual(bench.changes, []);
    });
});
