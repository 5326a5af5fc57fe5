import { strict as assert } from "node:assert";

import { WorkLeft } from "../../../assets/functions/drain/clock";
import type { NetworkTask } from "../../../assets/functions/drain/event";
import { drainDomain, sweepNetwork } from "../../../assets/functions/drain/tasks";
import { ACCOUNT, DrainBench, OWNER, REGION, VPC } from "./bench";

const ID = "d-aaaabbbbcccc";
const FOREIGN = "d-foreign00000";
const KINDS = ["FileSystem", "MountTarget", "SecurityGroup", "SecurityGroupIngressRule", "SecurityGroupEgressRule"];

function task(homes: NetworkTask["homes"], ownVpc: boolean): NetworkTask {
    return { task: "network", vpcId: VPC, homes, ownVpc };
}

describe("sweeping what a domain left", () => {
    let bench: DrainBench;

    beforeEach(async () => {
        bench = await DrainBench.open();
        const { domain } = bench.domain(ID);
        await drainDomain(
            bench.clients,
            bench.clock(),
            {
                task: "domain",
                domainId: ID,
                domainArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/${ID}`,
                vpcId: VPC,
            },
            OWNER,
        );
        bench.store.remove(domain);
    });
    afterEach(() => bench.close());

    const swept = (): readonly string[] =>
        bench.changes.slice(2).map((call) => call.replace(/(mount-targets\/|RevokeSecurityGroup).*/, "$1…"));

    it("removes everything, in the order AWS demands, where homes are to be deleted", async () => {
        const done = await sweepNetwork(bench.clients, bench.clock(), task("delete", true), OWNER);
        assert.equal(done, `Removed what ${ID} left.`);
        assert.deepEqual(bench.left(...KINDS), []);
        assert.deepEqual(swept(), [
            "DELETE /2015-02-01/mount-targets/…",
            "DELETE /2015-02-01/mount-targets/…",
            `DELETE /2015-02-01/file-systems/fs-of-${ID}`,
            "RevokeSecurityGroup…",
            "RevokeSecurityGroup…",
            "DeleteSecurityGroup",
            "DeleteSecurityGroup",
        ]);
    });

    it("keeps retained homes, though not in a VPC that goes", async () => {
        await sweepNetwork(bench.clients, bench.clock(), task("retain", true), OWNER);
        assert.deepEqual(bench.left(...KINDS), [`FileSystem fs-of-${ID}`]);
    });

    it("keeps retained homes reachable in a VPC that stays", async () => {
        const before = bench.left(...KINDS);
        await sweepNetwork(bench.clients, bench.clock(), task("retain", false), OWNER);
        assert.deepEqual(bench.left(...KINDS), before);
        assert.deepEqual(swept(), []);
    });

    it("leaves alone what other domains have or left in the same VPC", async () => {
        bench.domain(FOREIGN);
        const gone = bench.domain("d-goneforeign0");
        bench.store.remove(gone.domain);
        const foreign = bench.left(...KINDS).filter((each) => !each.includes(ID) && !each.startsWith("MountTarget"));
        await sweepNetwork(bench.clients, bench.clock(), task("delete", true), OWNER);
        const left = bench.left(...KINDS);
        assert.deepEqual(
            left.filter((each) => /FileSystem|Group /.test(each)),
            foreign.filter((each) => /FileSystem|Group /.test(each)),
        );
        assert.equal(left.filter((each) => each.startsWith("MountTarget")).length, 4);
    });

    it("touches nothing of a marked domain that still stands, and says so", async () => {
        const standing = bench.store.list().find(({ type }) => type.endsWith(":Vpc"));
        assert.ok(standing);
        bench.store.put({
            ...standing,
            type: "aws:sagemaker/domain:Domain",
            id: ID,
            properties: { arn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/${ID}` },
        });
        await assert.rejects(
            sweepNetwork(bench.clients, bench.clock(), task("delete", true), OWNER),
            (error: Error) => {
                assert.ok(error instanceof WorkLeft);
                assert.equal(
                    error.message,
                    `The domain ${ID} still stands in ${VPC}; what belongs to it was not touched. Delete the domain, then run the same command again.`,
                );
                return true;
            },
        );
        assert.deepEqual(swept(), []);
    });

    it("waits for a group that a network interface still holds, until the time is up", async () => {
        const group = bench.store.list().find(({ properties }) => String(properties["name"]).includes("outbound"));
        assert.ok(group);
        bench.store.put({
            ...group,
            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
            id: "vpce-holds-it",
            properties: { securityGroupIds: [group.id] },
        });
        await assert.rejects(
            sweepNetwork(bench.clients, bench.clock(60_000), task("delete", true), OWNER),
            (error: Error) =>
                error.message.startsWith(`These NFS security groups were not gone in time (1): ${group.id}.`),
        );
        assert.ok(bench.slept > 30_000 && bench.slept <= 60_000, String(bench.slept));

        bench.store.remove({ ...group, type: "aws:ec2/vpcEndpoint:VpcEndpoint", id: "vpce-holds-it" });
        await sweepNetwork(bench.clients, bench.clock(600_000), task("delete", true), OWNER);
        assert.deepEqual(bench.left(...KINDS), []);
    });

    it("is harmless when it is repeated", async () => {
        await sweepNetwork(bench.clients, bench.clock(), task("delete", true), OWNER);
        const changes = bench.changes.length;
        assert.equal(
            await sweepNetwork(bench.clients, bench.clock(), task("delete", true), OWNER),
            "Nothing was left.",
        );
        assert.equal(bench.changes.length, changes);
    });
});
