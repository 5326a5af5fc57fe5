import { label } from "../mermaidLabel";
import type { Overview, OverviewLink } from "./model";

const ARROWS: Readonly<Record<OverviewLink["kind"], string>> = { attachment: "-->", peering: "-.-", internet: "-->" };

/** The overview as a Mermaid flowchart; each table of the gateway is a node of its own. */
export function overviewMermaid({ accounts, gateways, links, outside }: Overview, title: string): string {
    const names = new Map<string, string>();
    const nameOf = (id: string): string => {
        const name = names.get(id) ?? `n${names.size}`;
        names.set(id, name);
        return name;
    };
    const frames = accounts.flatMap(({ id, more, name, vpcs }, index) => [
        `    subgraph account${index}[${label([`Account ${name}, ${id}`])}]`,
        ...vpcs.map((vpc) => `        ${nameOf(vpc.id)}[${label([vpc.title, `VPC ${vpc.cidr}`, ...vpc.lines])}]`),
        ...gateways
            .filter(({ account }) => account === id)
            .flatMap((gateway, at) => [
                `        subgraph gateway${index}_${at}[${label([`Transit gateway ${gateway.name}`])}]`,
                ...gateway.tables.map(
                    (table) =>
                        `            ${nameOf(table.id)}[${label([`table ${table.name}`, ...table.routes.map(({ text }) => text)])}]`,
                ),
                "        end",
            ]),
        ...(more > 0 ? [`        more${index}[${label([`and ${more} more lines of business`])}]`] : []),
        "    end",
    ]);
    const edges = links.map(({ from, kind, label: said, table, to }) => {
        const text = said === "" ? "" : `|${label(said.split("\n"))}|`;
        return `    ${nameOf(from)} ${ARROWS[kind]}${text} ${nameOf(table ?? to)}`;
    });
    return [
        "---",
        `title: ${JSON.stringify(title)}`,
        "---",
        "flowchart TB",
        ...frames,
        ...outside.map(({ id, lines, title: outer }) => `    ${nameOf(id)}([${label([outer, ...lines])}])`),
        ...edges,
        "",
    ].join("\n");
}
