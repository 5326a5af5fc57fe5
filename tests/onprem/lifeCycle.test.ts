import { strict as assert } from "node:assert";

import type { Emulator } from "../engine/aws/serve";
import { stepsOf } from "../engine/events";
import { ACCOUNT, Bench } from "../engine/harness";
import type { Project } from "../engine/pulumi";
import { requireEngine } from "../engine/requireEngine";
import { HUB_ACCOUNT } from "./fixture";

const HOST = "aws:ec2/instance:Instance";

/** The component on the real engine, in an account of its own beside the hub's; awsx builds the VPC, as a plugin does. */
describe("engine: on-premises simulator", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, program: "tests/engine/programs/onPremises.ts" });
        project.configure({ "simulator:connect": "peering" });
    });
    after(() => bench?.dispose());

    /** What an update does, as `operation name`, but for what stays. */
    async function up(): Promise<string[]> {
        const { events } = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        return stepsOf(events)
            .filter(({ type, operation }) => type.startsWith("aws:") && operation !== "same")
            .map(({ operation, name }) => `${operation} ${name}`);
    }

    it("is made, each part in its own account", async () => {
        await up();
        const accounts = (type: string): string[] => aws.store.list({ type }).map(({ account }) => account);
        assert.deepEqual(accounts(HOST), [ACCOUNT]);
        assert.deepEqual(accounts("aws:ec2/internetGateway:InternetGateway"), [ACCOUNT]);
        assert.deepEqual(accounts("aws:ec2/vpcPeeringConnection:VpcPeeringConnection"), [ACCOUNT]);
        assert.deepEqual(accounts("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter"), [HUB_ACCOUNT]);
        assert.deepEqual(
            aws.store
                .list({ type: "aws:ec2/route:Route" })
                .map(({ account, properties }) => [account, properties["destinationCidrBlock"]])
                .sort(),
            [
                [ACCOUNT, "10.0.0.0/16"],
                [ACCOUNT, "10.0.0.0/16"],
                [HUB_ACCOUNT, "192.168.10.0/24"],
            ],
        );
    });

    it("stays as it is when nothing changes", async () => {
        assert.deepEqual(await up(), []);
        await project.expectSuccess(["refresh", "--yes", "--expect-no-changes"]);
    });

    it("goes with everything else", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(aws.store.list(), []);
    });
});
