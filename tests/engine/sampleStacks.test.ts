import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

import type { PackConfig } from "../../policy-pack/policies/settings";
import { FROM_ADDRESSES, FROM_ANYWHERE_EXCEPTED, FULL } from "../preflight/stackCases";
import { stepsOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project, Run } from "./pulumi";
import { requireEngine } from "./requireEngine";

const FOLDER = "tests/stacks";
const ROOT = path.resolve(__dirname, "../..");
const PACK = path.join(ROOT, "policy-pack");
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

const ONE_ZONE = ["advisory sagemaker-domain-multi-az"];
const NO_INSPECTION = ["advisory sagemaker-vpc-egress-inspected"];
const UNTAGGED = "advisory sagemaker-resources-tagged";
/** The engine is not shown the network of somebody else: only the facts of the preflight tell. */
const OWNERS_NETWORK = [
    ...ONE_ZONE,
    "advisory sagemaker-domain-subnets-private",
    ...NO_INSPECTION,
    "advisory sagemaker-vpc-endpoint-coverage",
    "advisory sagemaker-vpc-endpoint-https-ingress",
];

/** What the pack tells of a stack that chose so: each is a choice that the pack's files for development let stand. */
const SAID: Readonly<Record<string, readonly string[]>> = {
    "canvas-and-data.yaml": ["advisory sagemaker-domain-canvas-restricted"],
    "clients-without-via.yaml": ONE_ZONE,
    "existing-keys.yaml": ONE_ZONE,
    "existing-vpc.yaml": OWNERS_NETWORK,
    "file-systems.yaml": OWNERS_NETWORK,
    "from-anywhere.yaml": ["advisory sagemaker-presigned-url-vpce-restricted"],
    "minimal.yaml": [...ONE_ZONE, UNTAGGED],
    "multi/egress.yaml": [UNTAGGED],
    "multi/local.yaml": [UNTAGGED],
    "nat.yaml": NO_INSPECTION,
    "no-clients.yaml": ONE_ZONE,
    "no-users.yaml": ONE_ZONE,
    "preset-administration-workshop.yaml": NO_INSPECTION,
    "preset-network-firewall.yaml": ONE_ZONE,
    "secret-tag.yaml": ONE_ZONE,
};

/** Stacks that an organisation would configure the pack for, as the preflight's tests do. */
const CONFIGURED: Readonly<Record<string, PackConfig | undefined>> = {
    "from-addresses.yaml": FROM_ADDRESSES.policies,
    "from-anywhere.yaml": FROM_ANYWHERE_EXCEPTED.policies,
    "full.yaml": FULL.policies,
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
        const preview = await project.expectSuccess(["preview", "--expect-no-changes", ...packFor(file, project)]);
        assert.deepEqual(said(preview), SAID[file] ?? [], file);

        await unprotect(project, file);
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(made(), []);
    }
});

/** The pack with its own file for such a stack. */
function packFor(file: string, project: Project): string[] {
    const own = CONFIGURED[file];
    if (own !== undefined) {
        const target = path.join(project.directory, "policies.json");
        writeFileSync(target, JSON.stringify(own));
        return ["--policy-pack", PACK, "--policy-pack-config", target];
    }
    const { config } = parse(readFileSync(path.join(ROOT, FOLDER, file), "utf8")) as { config: Settings };
    const production = config["private-studio:production"] === true;
    const name = file.startsWith("multi/")
        ? production
            ? "prod.json"
            : "multi-account-dev.json"
        : production
          ? "single-account.json"
          : "dev.json";
    return ["--policy-pack", PACK, "--policy-pack-config", path.join(PACK, "config", name)];
}

/** Every policy that says something, with its weight. */
function said({ events }: Run): string[] {
    const found = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
    return [...new Set(found.map(({ policyName, enforcementLevel }) => `${enforcementLevel} ${policyName}`))].sort();
}

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
