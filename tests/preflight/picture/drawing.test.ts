import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import type { Feature } from "../../../policy-pack/facts";
import { PreflightError } from "../../../preflight/error";
import {
    checkPictureFile,
    pictureDot,
    pictureMermaid,
    pictureSvg,
    type Topology,
    topologyOf,
    writePicture,
} from "../../../preflight/picture";
import { CLIENT_RANGE, networkFixture, type NetworkFixture, REGION } from "./networks";
import { flowchart } from "./flowchart";
import { textsOf } from "./svgTexts";

const MANY: readonly Feature[] = [
    "studio",
    "jobs",
    "canvas",
    "featureStore",
    "projects",
    "mlflow",
    "bedrock",
    "emr",
    "glue",
];

const FIXTURES: Readonly<Record<string, NetworkFixture>> = {
    isolated: { egress: "isolated", zones: 1 },
    "isolated with clients": { egress: "isolated", zones: 2, clients: true },
    NAT: { egress: "nat", zones: 2, dns: true },
    "firewall in three zones": { egress: "firewall", zones: 3, clients: true, dns: true },
    "more than forty endpoints": { egress: "firewall", zones: 2, features: MANY },
};

function topology(fixture: NetworkFixture, stack = "test"): Topology {
    return topologyOf(networkFixture(fixture).graph(), {
        stack,
        account: "111122223333",
        region: REGION,
        egress: fixture.egress,
        features: fixture.features ?? ["studio", "jobs"],
        zones: [],
        clientRanges: fixture.clients === true ? [CLIENT_RANGE] : [],
    });
}

/** Every piece of text a picture must show somewhere. */
function expectedTexts({ accounts, outside, links }: Topology): Set<string> {
    const vpcs = accounts.flatMap((account) => account.vpcs);
    const subnets = vpcs.flatMap(({ zones }) => zones.flatMap((zone) => zone.subnets));
    return new Set([
        ...accounts.flatMap(({ account, region }) => [account, region]),
        ...vpcs.flatMap(({ name, cidrs, dns }) => [name, ...cidrs, ...dns]),
        ...vpcs.flatMap(({ zones }) => zones.map(({ zone }) => `Zone ${zone}`)),
        ...subnets.flatMap(({ cidr, holds, table }) => [cidr, ...holds, `table ${table}`]),
        ...vpcs.flatMap(({ endpoints }) => endpoints.flatMap((group) => group.endpoints.map(({ service }) => service))),
        ...vpcs.flatMap(({ gateways }) => gateways).flatMap(({ title, lines }) => [title, ...lines]),
        ...outside.flatMap(({ title, lines }) => [title, ...lines]),
        ...links.map(({ label }) => label).filter((label) => label !== ""),
    ]);
}

function missing(expected: Set<string>, shown: string): string[] {
    return [...expected].filter((text) => !shown.includes(text));
}

describe("picture", () => {
    for (const [name, fixture] of Object.entries(FIXTURES)) {
        it(`of ${name} is well-formed SVG that says everything, in no small print`, async () => {
            const model = topology(fixture);
            const svg = await pictureSvg(model);
            const texts = textsOf(svg);
            assert.deepEqual(missing(expectedTexts(model), texts.map(({ text }) => text).join("\n")), []);
            assert.deepEqual(
                texts.filter(({ size }) => size < 11),
                [],
            );
        });

        it(`of ${name} is a Mermaid flowchart with every node and link`, () => {
            const model = topology(fixture);
            const text = pictureMermaid(model);
            const chart = flowchart(text);
            const vpcs = model.accounts.flatMap(({ vpcs: all }) => all);
            const drawn = vpcs.flatMap(({ gateways, zones }) => [
                ...gateways,
                ...zones.flatMap(({ subnets }) => subnets),
            ]);
            // Beside the places, each VPC has a node for its endpoints and one for its DNS.
            assert.equal(chart.nodes.size, drawn.length + model.outside.length + 2 * vpcs.length);
            assert.equal(chart.links.length, model.links.length);
            assert.deepEqual(missing(expectedTexts(model), text), []);
        });
    }

    it("is the same to the byte, however often it is drawn", async () => {
        const model = topology({ egress: "firewall", zones: 3, clients: true, dns: true });
        assert.equal(
            await pictureSvg(model),
            await pictureSvg(topology({ egress: "firewall", zones: 3, clients: true, dns: true })),
        );
    });

    it("has its columns in the order of the zones and its rows in the order of the tiers", async () => {
        const texts = textsOf(await pictureSvg(topology({ egress: "firewall", zones: 3, clients: true })));
        const at = (text: string): { x: number; y: number } => {
            const found = texts.find((each) => each.text === text);
            return found ?? assert.fail(`${text} is not drawn`);
        };
        const table = (tier: string, zone: number): string => `table studio-network-${tier}-euw1-az${zone}`;
        const columns = [1, 2, 3].map((zone) => at(table("studio", zone)).x);
        assert.deepEqual(
            columns,
            [...columns].sort((a, b) => a - b),
        );
        const rows = [
            "Internet",
            "Internet gateway",
            ...["nat", "firewall", "studio", "endpoint", "transit"].map((tier) => table(tier, 1)),
            "Transit gateway (existing)",
            "Company network",
        ].map((text) => at(text).y);
        assert.deepEqual(
            rows,
            [...rows].sort((a, b) => a - b),
        );
        const heights = ["nat", "firewall", "studio", "endpoint", "transit"].map(
            (tier) => new Set([1, 2, 3].map((zone) => at(table(tier, zone)).y)).size,
        );
        assert.deepEqual(heights, [1, 1, 1, 1, 1], "a tier is one row");
    });

    it("shows hostile names as text, in every form", async () => {
        const hostile = `</text><script>alert("1")</script>&amp;"\\]-->x`;
        const model = topology({ egress: "isolated", zones: 1 }, hostile);
        const svg = await pictureSvg(model);
        assert.ok(
            textsOf(svg).some(({ text }) => text === `Network of stack ${hostile}`),
            "the name is not shown as it is",
        );
        assert.ok(!svg.includes("<script"));
        const [account] = model.accounts;
        const [vpc] = account?.vpcs ?? [];
        assert.ok(account !== undefined && vpc !== undefined);
        const named = { ...model, accounts: [{ ...account, vpcs: [{ ...vpc, name: hostile }] }] };
        const mermaid = pictureMermaid(named);
        assert.ok(!/<script|&amp;"/.test(mermaid.split("---")[2] ?? ""), mermaid);
        assert.equal(flowchart(mermaid).nodes.size, flowchart(pictureMermaid(model)).nodes.size);
    });

    it("draws dashed what was made elsewhere, and a legend of the lines it has", () => {
        const dot = pictureDot(topology({ egress: "isolated", zones: 1, clients: true }));
        const dashed = dot.split("\n").filter((line) => line.includes('style="rounded,filled,dashed"'));
        assert.deepEqual(
            dashed.map((line) => line.split(" [")[0]),
            ['"elsewhere tgw-0123456789abcdef0"'],
        );
        assert.ok(dot.includes("made elsewhere") && dot.includes("company network"));
        assert.ok(!dot.includes("route to the internet"), "a line the picture does not have");
    });
});

describe("file of a picture", () => {
    const model = topology({ egress: "isolated", zones: 1 });

    async function written(name: string): Promise<string> {
        const directory = mkdtempSync(path.join(os.tmpdir(), "picture-"));
        try {
            await writePicture(path.join(directory, name), model);
            return readFileSync(path.join(directory, name), "utf8");
        } finally {
            rmSync(directory, { recursive: true });
        }
    }

    it("takes its form from the extension", async () => {
        assert.equal(await written("out.svg"), await pictureSvg(model));
        assert.equal(await written("OUT.SVG"), await pictureSvg(model));
        assert.equal(await written("out.mmd"), pictureMermaid(model));
        assert.equal(await written("out.md"), `\`\`\`mermaid\n${pictureMermaid(model)}\`\`\`\n`);
    });

    for (const [file, found] of [
        ["out.png", "ends in .png"],
        ["out", "has no extension"],
    ] as const) {
        it(`refuses ${file} and names the forms there are, before anything is drawn`, async () => {
            const message = `The picture ${file} ${found}. A picture ends in .svg (drawn), .mmd (Mermaid) or .md (Mermaid in Markdown).`;
            assert.throws(() => checkPictureFile(file), { message });
            await assert.rejects(writePicture(file, model), (error: unknown) => {
                assert.ok(error instanceof PreflightError);
                assert.equal(error.message, message);
                return true;
            });
            assert.ok(!existsSync(file));
        });
    }

    it("explains a directory that is not there", async () => {
        await assert.rejects(writePicture("/no/such/directory/out.svg", model), {
            message: /^The picture \/no\/such\/directory\/out\.svg cannot be written \(ENOENT\)\. Give --picture/,
        });
    });
});
