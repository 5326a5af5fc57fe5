import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";

import type { Stored } from "./aws/store";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import { requireEngine } from "./requireEngine";

const DOMAIN = "aws:sagemaker/domain:Domain";
const CREDENTIALS = { account: "111122223333" };

/** Several domains of an account are several stacks. */
describe("engine: two stacks in one account", function () {
    let bench: Bench;
    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    it("stand side by side and go one after the other, to nothing", async () => {
        const aws = await bench.aws({ existing: EXISTING, credentials: CREDENTIALS });
        const made = (): Stored[] => aws.store.list().filter((resource) => !EXISTING.includes(resource));
        const project = await bench.repository({ aws });
        project.configure({ "private-studio:protect": false });
        secondStack(project.directory);
        await project.expectSuccess(["stack", "init", "second"]);
        const on = (stack: string, ...args: string[]): Promise<unknown> =>
            project.expectSuccess([...args, "--stack", stack]);

        await Promise.all(["dev", "second"].map((stack) => on(stack, "up", "--yes", "--skip-preview")));
        const both = made();
        const domains = both.filter(({ type }) => type === DOMAIN);
        assert.equal(new Set(domains.map(({ id }) => id)).size, 2);
        assert.equal(new Set(domains.map(({ properties }) => properties["vpcId"])).size, 2);
        await on("dev", "preview", "--expect-no-changes");

        const ofDev = ofDomain(both, vpcOf(domains, "dev"));
        await on("second", "destroy", "--yes");
        const left = made();
        assert.equal(left.length, both.length / 2);
        assert.deepEqual(ofDomain(left, vpcOf(domains, "dev")), ofDev);
        await on("dev", "refresh", "--preview-only", "--expect-no-changes");

        await on("dev", "destroy", "--yes");
        assert.deepEqual(made(), []);
    });
});

/** The same settings, people included, in another range. */
function secondStack(directory: string): void {
    const dev = parse(readFileSync(path.join(directory, "Pulumi.dev.yaml"), "utf8")) as {
        config: Record<string, unknown>;
    };
    const network = dev.config["private-studio:network"] as Record<string, unknown>;
    const config = { ...dev.config, "private-studio:network": { ...network, cidr: "10.60.0.0/16" } };
    writeFileSync(path.join(directory, "Pulumi.second.yaml"), stringify({ config }));
}

function vpcOf(domains: readonly Stored[], stack: string): unknown {
    const [domain, ...more] = domains.filter(({ properties }) =>
        String(properties["domainName"]).startsWith(`private-studio-${stack}-`),
    );
    assert.ok(domain !== undefined && more.length === 0, `one domain is of the stack ${stack}`);
    return domain.properties["vpcId"];
}

/** What names the VPC, and how it stands. */
function ofDomain(all: readonly Stored[], vpcId: unknown): readonly Stored[] {
    return all.filter(({ properties }) => properties["vpcId"] === vpcId);
}
