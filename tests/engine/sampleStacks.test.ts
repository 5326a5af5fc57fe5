import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

import { stepsOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const FOLDER = "tests/stacks";
const ROOT = path.resolve(__dirname, "../..");
/** Stacks of one account, and below `multi/` of many. */
const STACKS = ["", "multi/"].flatMap((folder) =>
    readdirSync(path.join(ROOT, FOLDER, folder))
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => `${folder}${file}`),
);

/** What stands in a stack file encrypted, so that nobody can read it, and the stack cannot do without. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "multi/local.yaml": { "private-studio:access.signIn.oidc.clientSecret": "of nobody" },
};

/** A life is a chain of processes that wait for one another; two of them fill two processors. */
const AT_ONCE = 2;

interface Settings {
    readonly "private-studio:production"?: boolean;
    readonly "private-studio:network"?: { readonly firewall?: { readonly protections?: boolean } };
}

/** Every sample stack, from nothing to nothing; the dev stack's life is longer and has a file of its own. */
describe("engine: the life of each sample stack", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    for (let index = 0; index < STACKS.length; index += AT_ONCE) {
        const together = STACKS.slice(index, index + AT_ONCE);
        it(`${together.join(" and ")}: up, no changes, destroyed to nothing`, async () => {
            const lives = await Promise.allSettled(together.map(life));
            const failed = lives.flatMap((outcome, at) =>
                outcome.status === "rejected" ? [`${together[at]}: ${String(outcome.reason)}`] : [],
            );
            assert.deepEqual(failed, []);
        });
    }

    async function life(file: string): Promise<void> {
        // Accounts of a stack of many are told by what each provider allows.
        const credentials = file.startsWith("multi/") ? {} : { account: "111122223333" };
        const aws = await bench.aws({ existing: EXISTING, credentials });
        const made = (): string[] =>
            aws.store
                .list()
                .filter((each) => !EXISTING.includes(each))
                .map(({ type }) => type);
        const secrets = SECRETS[file] ?? {};
        const project = await bench.repository({ aws, stackFile: `${FOLDER}/${file}`, secrets });

        const up = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        assert.deepEqual([...new Set(stepsOf(up.events).map(({ operation }) => operation))], ["create"]);
        assert.ok(made().includes("aws:sagemaker/domain:Domain"));
        await project.expectSuccess(["preview", "--expect-no-changes"]);

        await unprotect(project, file);
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(made(), []);
    }
});

/** What a person does before a destroy: takes the protections off; AWS's, where the stack has them, by an update. */
async function unprotect(project: Project, file: string): Promise<void> {
    const { config } = parse(readFileSync(path.join(ROOT, FOLDER, file), "utf8")) as { config: Settings };
    const network = config["private-studio:network"];
    if (config["private-studio:production"] !== true && network?.firewall?.protections !== true) {
        await project.expectSuccess(["state", "unprotect", "--all", "--yes"]);
        return;
    }
    const firewall = network?.firewall === undefined ? {} : { firewall: { ...network.firewall, protections: false } };
    project.configure({
        "private-studio:protect": false,
        "private-studio:production": false,
        "private-studio:network": { ...network, ...firewall },
    });
    await project.expectSuccess(["up", "--yes", "--skip-preview"]);
}
