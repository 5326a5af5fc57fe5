import { strict as assert } from "node:assert";
import { errorsOf } from "./events";
import { ACCOUNT, Bench } from "./harness";
import { requireEngine } from "./requireEngine";

const HUB = "444455556666";
const LOB = "777788889999";

describe("engine: several accounts", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    it("tells accounts and Regions apart by provider, for resources and for functions", async () => {
        const aws = await bench.aws();
        const project = await bench.project({ aws, program: "accounts.ts" });
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);

        const places = aws.store
            .list()
            .map(({ type, account, region }) => `${account} ${region} ${type.split(":").at(-1)}`);
        assert.deepEqual(places.sort(), [
            `${HUB} eu-west-1 Subnet`,
            `${HUB} eu-west-1 Vpc`,
            `${LOB} global Role`,
            `${LOB} us-east-1 Subnet`,
            `${LOB} us-east-1 Vpc`,
        ]);
        const outputs = JSON.parse((await project.expectSuccess(["stack", "output", "--json"])).stdout) as Record<
            string,
            string
        >;
        assert.match(outputs["hubArn"] ?? "", new RegExp(`^arn:aws:ec2:eu-west-1:${HUB}:vpc/vpc-[0-9a-f]{17}$`));
        assert.match(outputs["lobArn"] ?? "", new RegExp(`^arn:aws:ec2:us-east-1:${LOB}:vpc/vpc-[0-9a-f]{17}$`));
        assert.deepEqual(outputs["lobTags"], { lob: "risk", owner: "ann" });
        assert.deepEqual(
            [outputs["ownAccount"], outputs["lobAccount"], outputs["lobRegion"]],
            [ACCOUNT, LOB, "us-east-1"],
        );
        await project.expectSuccess(["destroy", "--yes", "--skip-preview"]);
        assert.deepEqual(aws.store.list(), []);
    });

    it("does not find a VPC through another account's provider", async () => {
        const aws = await bench.aws();
        const project = await bench.project({ aws, program: "accounts.ts", config: { wrongProvider: true } });
        const run = await project.run(["up", "--yes", "--skip-preview"]);
        assert.notEqual(run.code, 0);
        const [error, ...more] = errorsOf(run.events);
        assert.deepEqual([error?.name, more], ["lob", []]);
        assert.match(
            error?.message ?? "",
            new RegExp(`api error InvalidVpcID\\.NotFound: .* in account ${HUB}, eu-west-1`),
        );
    });

    it("refuses an account the provider does not allow", async () => {
        const project = await bench.project({
            aws: await bench.aws(),
            program: "accounts.ts",
            config: { allowed: LOB },
        });
        const run = await project.run(["up", "--yes", "--skip-preview"]);
        assert.notEqual(run.code, 0);
        assert.match(run.stdout + run.stderr, new RegExp(`AWS account ID not allowed: ${HUB}`));
    });
});
