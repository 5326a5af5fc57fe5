import { strict as assert } from "node:assert";
import * as path from "node:path";
import { Bench } from "./harness";
import type { Run } from "./pulumi";
import { requireEngine } from "./requireEngine";

const PACK = path.join(__dirname, "programs", "pack");

describe("engine: policy packs", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    it("passes with an advisory violation, fails with a mandatory one, and makes nothing in a preview", async () => {
        const aws = await bench.aws();
        const project = await bench.project({ aws, program: "studio", config: { owner: "ann" } });
        const sound = await project.expectSuccess(["preview", "--policy-pack", PACK]);
        assert.deepEqual(violations(sound), ["advisory no-second-subnet"]);

        project.configure({ access: "PublicInternetOnly" });
        const open = await project.run(["preview", "--policy-pack", PACK]);
        assert.notEqual(open.code, 0);
        assert.deepEqual(violations(open), ["advisory no-second-subnet", "mandatory no-public-domain"]);
        assert.deepEqual(aws.store.list(), []);
    });
});

function violations({ events }: Run): string[] {
    return events
        .flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]))
        .map(({ enforcementLevel, policyName }) => `${enforcementLevel} ${policyName}`)
        .sort();
}
