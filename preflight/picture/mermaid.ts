import { label } from "./mermaidLabel";
import { overviewMermaid } from "./overview/mermaid";
import type { EndpointGroup, Link, Place, SubnetPart, Topology, VpcPart } from "./model";
import { LINE_STYLES, TIER_STYLES, TIER_TITLES } from "./style";

/** Arrows of Mermaid by stroke, with a head and without. */
const ARROWS = {
    solid: { directed: "-->", open: "---" },
    dashed: { directed: "-.->", open: "-.-" },
    dotted: { directed: "-.->", open: "-.-" },
} as const;

/** The picture as a Mermaid flowchart, for pages that draw Mermaid text. */
export function pictureMermaid(topology: Topology): string {
    if (topology.overview !== undefined) {
        return overviewMermaid(topology.overview, `Accounts of stack ${topology.stack}`);
    }
    const names = nodeNames(topology);
    const lines = new Writer();
    lines.add("---", `title: ${JSON.stringify(titleOf(topology))}`, "---", "flowchart TB");
    lines.indented(() => {
        const vpcs = topology.accounts.flatMap((account) => account.vpcs);
        vpcs.forEach((vpc, index) => writeVpc(lines, vpc, `vpc${index}`, names));
        topology.outside.forEach((place) => lines.add(placeLine(place, names)));
        topology.links.forEach((link) => lines.add(linkLine(link, names)));
        for (const [tier, { fill, border }] of Object.entries(TIER_STYLES)) {
            lines.add(`classDef ${tier} fill:${fill},stroke:${border},color:#1F2937`);
        }
        lines.add("classDef existing stroke-dasharray:5 3");
    });
    return lines.text();
}

/** Node ids of Mermaid may hold letters, digits and underscores only. */
type Names = ReadonlyMap<string, string>;

function nodeNames({ accounts, outside }: Topology): Names {
    const vpcs = accounts.flatMap((account) => account.vpcs);
    const ids = [
        ...vpcs.flatMap(({ gateways, zones }) => [
            ...gateways.map(({ id }) => id),
            ...zones.flatMap(({ subnets }) => subnets.map(({ id }) => id)),
        ]),
        ...outside.map(({ id }) => id),
    ];
    return new Map(ids.map((id, index) => [id, `n${index}`]));
}

function titleOf({ stack, egress, accounts }: Topology): string {
    const where = accounts.map(({ account, region }) => `account ${account}, ${region}`).join("; ");
    return `Network of stack ${stack}: ${where}; egress ${egress}`;
}

function writeVpc(lines: Writer, vpc: VpcPart, name: string, names: Names): void {
    const title = `VPC ${vpc.name}${vpc.existing ? " (existing)" : ""}, ${vpc.cidrs.join(", ")}`;
    lines.add(`subgraph ${name}[${label([title])}]`);
    lines.indented(() => {
        vpc.gateways.forEach((gateway) => lines.add(placeLine(gateway, names)));
        vpc.zones.forEach(({ zone, subnets }, index) => {
            lines.add(`subgraph ${name}_zone${index}[${label([`Zone ${zone}`])}]`);
            lines.indented(() => subnets.forEach((subnet) => lines.add(subnetLine(subnet, names))));
            lines.add("end");
        });
        if (vpc.endpoints.length > 0) {
            lines.add(`${name}_endpoints[${label(vpc.endpoints.map(groupText))}]`);
        }
        lines.add(`${name}_dns[${label(["DNS", ...vpc.dns])}]`);
    });
    lines.add("end");
}

function subnetLine({ id, tier, cidr, holds, table, existing }: SubnetPart, names: Names): string {
    const text = label([`${TIER_TITLES[tier]} ${cidr}`, ...holds, `table ${table}`]);
    return `${nameOf(id, names)}[${text}]:::${tier}${existing ? `\n${nameOf(id, names)}:::existing` : ""}`;
}

function placeLine({ id, title, lines, existing, kind }: Place, names: Names): string {
    const dashed = existing && kind !== "internet" && kind !== "clients";
    return `${nameOf(id, names)}([${label([title, ...lines])}])${dashed ? ":::existing" : ""}`;
}

function groupText({ title, endpoints }: EndpointGroup): string {
    return `${title}: ${endpoints.map(({ service }) => service).join(", ")}`;
}

function linkLine({ from, to, kind, label: text, directed }: Link, names: Names): string {
    const arrow = ARROWS[LINE_STYLES[kind].stroke][directed ? "directed" : "open"];
    const said = text === "" ? "" : `|${label([text])}|`;
    return `${nameOf(from, names)} ${arrow}${said} ${nameOf(to, names)}`;
}

function nameOf(id: string, names: Names): string {
    const name = names.get(id);
    if (name === undefined) {
        throw new Error(`the picture links ${id}, which it does not draw`);
    }
    return name;
}

/** Lines of text, indented by what they stand in. */
class Writer {
    private readonly lines: string[] = [];
    private depth = 0;

    add(...lines: readonly string[]): void {
        const inside = lines.flatMap((line) => line.split("\n"));
        this.lines.push(...inside.map((line) => "    ".repeat(this.depth) + line));
    }

    indented(write: () => void): void {
        this.depth += 1;
        write();
        this.depth -= 1;
    }

    text(): string {
        return `${this.lines.join("\n")}\n`;
    }
}
