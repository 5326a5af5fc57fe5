import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

import type { Emulator } from "./aws/serve";
import type { Stored } from "./aws/store";
import { type Step, stepsOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";
import { waysOut } from "./waysOut";

const ZONES = ["eu-west-1a", "eu-west-1b"];
/** What a change of egress must leave as it is: a new one would cost home directories, links or addresses. */
const STAYS = [
    "aws:ec2/vpc:Vpc",
    "aws:sagemaker/domain:Domain",
    "aws:sagemaker/userProfile:UserProfile",
    "aws:kms/key:Key",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
];
const FIREWALL = {
    allow: ["python-packages", ".example.com"],
    timeServers: ["203.0.113.123/32"],
    threatGroups: ["ThreatSignaturesBotnet"],
};

/** By kind of egress: each zone's way from a studio subnet outward, and back to it from where the internet ends. */
const WAYS = {
    isolated: { out: () => ["nowhere"], back: () => [] },
    nat: { out: (zone: string) => [`nat ${zone}`, "internet"], back: () => ["local"] },
    firewall: {
        out: (zone: string) => [`firewall ${zone}`, `nat ${zone}`, "internet"],
        back: (zone: string) => [`firewall ${zone}`],
    },
} as const;

type Egress = keyof typeof WAYS;

/** The default routes of the studio subnets keep their names; only where they lead to changes. */
const RETARGETED = ["euw1-az1", "euw1-az2"].map((zone) => [
    "update",
    `studio-network-studio-${zone}-default`,
    ["natGatewayId", "vpcEndpointId"],
]);

function studioRoutes(steps: readonly Step[]): unknown[] {
    return steps
        .filter(({ name }) => /^studio-network-studio-.*-default$/.test(name))
        .map(({ operation, name, changed }) => [operation, name, [...changed].sort()])
        .sort();
}

/** One stack that changes its way out again and again; the steps build on each other. */
describe("engine: the dev stack changes its egress", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;
    let staying: string[];

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws({ existing: EXISTING, credentials: undefined });
        project = await bench.repository({ aws });
    });
    after(() => bench?.dispose());

    const made = (): Stored[] => aws.store.list().filter((resource) => !EXISTING.includes(resource));

    /** Ids of what stays, by type; keys of the firewall come and go. */
    function ids(): string[] {
        const kept = made().filter(({ type }) => STAYS.includes(type));
        const subnets = made().filter(({ type, properties }) => {
            const name = (properties["tags"] as { Name?: string } | undefined)?.Name ?? "";
            return type === "aws:ec2/subnet:Subnet" && /-(studio|endpoint)-/.test(name);
        });
        return [...kept, ...subnets].map(({ type, id }) => `${type} ${id}`).sort();
    }

    async function change(egress: Egress): Promise<Step[]> {
        project.configure({
            "private-studio:network": {
                ...network(),
                egress,
                ...(egress === "firewall" ? { firewall: FIREWALL } : {}),
            },
        });
        const run = await project.expectSuccess(["up", "--yes"]);
        return stepsOf(run.events);
    }

    async function holds(egress: Egress): Promise<void> {
        const { out, back } = WAYS[egress];
        assert.deepEqual(
            waysOut(made()),
            ZONES.map((zone) => ({ zone, out: out(zone), back: back(zone) })),
        );
        // Neither in the program nor in the account.
        await project.expectSuccess(["preview", "--refresh", "--expect-no-changes"]);
    }

    it("begins isolated", async () => {
        await change("isolated");
        staying = ids();
        assert.equal(staying.filter((id) => id.includes("Subnet")).length, 2 * ZONES.length);
        await holds("isolated");
    });

    for (const [from, to] of [
        ["isolated", "nat"],
        ["nat", "firewall"],
        ["firewall", "isolated"],
        ["isolated", "firewall"],
        ["firewall", "nat"],
        ["nat", "isolated"],
    ] as const) {
        it(`goes from ${from} to ${to}, replaces nothing, and sends each zone's traffic as ${to} says`, async () => {
            const steps = await change(to);
            assert.deepEqual(
                steps.filter(({ operation }) => operation.includes("replace")),
                [],
            );
            assert.deepEqual(
                ids().filter((id) => !staying.includes(id) && !id.includes("kms/key")),
                [],
            );
            assert.deepEqual(
                staying.filter((id) => !ids().includes(id)),
                [],
            );
            if (from !== "isolated" && to !== "isolated") {
                assert.deepEqual(studioRoutes(steps), RETARGETED);
            }
            await holds(to);
        });
    }

    it("is destroyed to nothing from behind its firewall", async () => {
        project.configure({ "private-studio:protect": false });
        await change("firewall");
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(made(), []);
    });
});

/** The dev stack's own network. */
function network(): Record<string, unknown> {
    const file = readFileSync(path.resolve(__dirname, "../../Pulumi.dev.yaml"), "utf8");
    const { config } = parse(file) as { config: Record<string, Record<string, unknown>> };
    return config["private-studio:network"] ?? {};
}
