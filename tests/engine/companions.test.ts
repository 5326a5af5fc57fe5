import { strict as assert } from "node:assert";
import type { Emulator } from "./aws/serve";
import { errorsOf } from "./events";
import { Bench } from "./harness";
import { requireEngine } from "./requireEngine";

/** What SageMaker leaves behind when a domain goes: the reason why a destroy needs a clean-up step. */
describe("engine: what a domain leaves behind", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    it("keeps homes with their mount targets, which hold the subnet, when they are retained", async () => {
        const aws = await bench.aws({ domainCompanions: true });
        const project = await bench.project({ aws, program: "companions.ts", config: { homes: "Retain" } });
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const run = await project.run(["destroy", "--yes", "--continue-on-error"]);

        assert.deepEqual(kinds(aws), [
            "FileSystem",
            "MountTarget",
            "SecurityGroup",
            "SecurityGroup",
            "SecurityGroupEgressRule",
            "SecurityGroupIngressRule",
            "Subnet",
            "Vpc",
        ]);
        assert.match(
            errorsOf(run.events)[0]?.message ?? "",
            /api error DependencyViolation: .*aws:efs\/mountTarget:MountTarget/,
        );
    });

    it("leaves the two groups, which hold the VPC, even when homes go with the domain", async () => {
        const aws = await bench.aws({ domainCompanions: true });
        const project = await bench.project({ aws, program: "companions.ts", config: { homes: "Delete" } });
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        const run = await project.run(["destroy", "--yes", "--continue-on-error"]);

        assert.deepEqual(kinds(aws), [
            "SecurityGroup",
            "SecurityGroup",
            "SecurityGroupEgressRule",
            "SecurityGroupIngressRule",
            "Vpc",
        ]);
        assert.match(errorsOf(run.events)[0]?.message ?? "", /api error DependencyViolation: vpc-/);
    });
});

function kinds(aws: Emulator): string[] {
    return aws.store
        .list()
        .map(({ type }) => type.split(":").at(-1) ?? "")
        .sort();
}
