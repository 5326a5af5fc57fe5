import { quoted, rows, run } from "../html";
import { type BoxStyle, FONT, FRAME_STYLES, INK, LINE_STYLES, QUIET, SIZE, TIER_STYLES } from "../style";
import type { AccountBox, GatewayBox, OutsideBox, Overview, OverviewLink, TableBox, VpcBox } from "./model";

const BOXES: Readonly<Record<VpcBox["kind"], BoxStyle>> = {
    hub: TIER_STYLES.endpoint,
    access: TIER_STYLES.nat,
    lob: TIER_STYLES.studio,
    onprem: TIER_STYLES.other,
    other: TIER_STYLES.other,
};

const LINES: Readonly<Record<OverviewLink["kind"], (typeof LINE_STYLES)[keyof typeof LINE_STYLES]>> = {
    attachment: LINE_STYLES.clients,
    peering: LINE_STYLES.back,
    internet: LINE_STYLES.out,
};

const small = { size: SIZE.small, colour: QUIET };
const text = { size: SIZE.text, colour: INK };
const heading = { size: SIZE.heading, colour: INK, bold: true };

/** The overview as DOT text: the company above, hub and access service in the middle, lines of business below. */
export function overviewDot({ accounts, gateways, links, outside }: Overview, title: string): string {
    return [
        "digraph overview {",
        `graph [rankdir=TB, newrank=true, nodesep=0.5, ranksep=0.7, pad=0.25, bgcolor="#FFFFFF", fontname=${FONT}];`,
        `graph [label=<${rows([run(title, { size: SIZE.title, colour: INK, bold: true })])}>, labelloc=t];`,
        `node [shape=box, fontname=${FONT}, margin="0.16,0.1", penwidth=1.4];`,
        `edge [fontname=${FONT}, fontsize=${SIZE.small}, arrowsize=0.8];`,
        ...accounts.flatMap((account, index) =>
            accountFrame(account, index, gateways, tablesFromBelow(accounts, links)),
        ),
        ...outside.map(outsideNode),
        ...ranks(accounts, outside),
        ...links.map((link) => edge(link, accounts, gateways)),
        "}",
        "",
    ].join("\n");
}

function accountFrame(
    { id, more, name, vpcs }: AccountBox,
    index: number,
    gateways: readonly GatewayBox[],
    fromBelow: ReadonlySet<string>,
): string[] {
    const { border, fill } = FRAME_STYLES.account;
    return [
        `subgraph cluster_account_${index} {`,
        `graph [label=<${run(`Account ${name}, ${id}`, { size: SIZE.heading, colour: QUIET })}>, labelloc=t, labeljust=l, style="rounded,filled", pencolor="${border}", fillcolor="${fill}", margin=16];`,
        ...vpcs.map(vpcNode),
        ...gateways.filter(({ account }) => account === id).map((gateway) => gatewayNode(gateway, fromBelow)),
        ...(more > 0
            ? [
                  `${quoted(`more ${id}`)} [label=<${run(`and ${more} more lines of business`, text)}>, style="rounded,dashed"];`,
              ]
            : []),
        "}",
    ];
}

function vpcNode({ cidr, id, kind, lines, title }: VpcBox): string {
    const { border, fill } = BOXES[kind];
    const label = rows([
        run(title, { ...heading, colour: border }),
        run(`VPC ${cidr}`, text),
        ...lines.map((line) => run(line, small)),
    ]);
    return `${quoted(id)} [label=<${label}>, style="rounded,filled", fillcolor="${fill}", color="${border}"];`;
}

/**
 * Each table is a cell of its own, so that an attachment ends at the one it looks into: those of lines of business below
 * the name, the others above it, on the side their attachments come from.
 */
function gatewayNode({ id, name, tables }: GatewayBox, fromBelow: ReadonlySet<string>): string {
    const { border, fill } = TIER_STYLES.transit;
    const span = Math.max(
        1,
        ...[true, false].map((below) => tables.filter((table) => fromBelow.has(table.id) === below).length),
    );
    const row = (below: boolean): string => {
        const cells = tables.map((table, index) =>
            fromBelow.has(table.id) === below
                ? `<td port="t${index}" bgcolor="#FFFFFF" color="${border}" border="1" valign="top">${tableLabel(table)}</td>`
                : "",
        );
        return cells.some((cell) => cell !== "") ? `<tr>${cells.join("")}</tr>` : "";
    };
    const label = [
        `<table border="1" color="${border}" bgcolor="${fill}" style="rounded" cellborder="0" cellspacing="6" cellpadding="6">`,
        row(false),
        `<tr><td colspan="${span}">${run(`Transit gateway ${name}`, { ...heading, colour: border })}</td></tr>`,
        row(true),
        "</table>",
    ].join("");
    return `${quoted(id)} [shape=plain, label=<${label}>];`;
}

function tableLabel({ name, routes }: TableBox): string {
    return rows([
        run(`table ${name}`, { ...text, bold: true }),
        ...routes.map(({ drops, text: route }) =>
            run(route, { size: SIZE.small, colour: drops ? LINE_STYLES.out.colour : INK, italic: drops }),
        ),
    ]);
}

function outsideNode({ id, lines, title }: OutsideBox): string {
    return `${quoted(id)} [label=<${rows([run(title, heading), ...lines.map((line) => run(line, text))])}>, style="rounded,filled", fillcolor="#FFFFFF", color="#4B5563"];`;
}

/** Rows from the top: the company and the internet, hub and access service, the gateway, lines of business. */
function ranks(accounts: readonly AccountBox[], outside: readonly OutsideBox[]): string[] {
    const vpcs = accounts.flatMap((account) => account.vpcs);
    const of = (...kinds: readonly VpcBox["kind"][]): string[] =>
        vpcs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const all = [[...outside.map(({ id }) => id), ...of("onprem")], of("hub", "access"), of("lob", "other")];
    return all.filter((ids) => ids.length > 0).map((ids) => `{ rank=same; ${ids.map(quoted).join("; ")}; }`);
}

/** Tables that lines of business look into. */
function tablesFromBelow(accounts: readonly AccountBox[], links: readonly OverviewLink[]): Set<string> {
    return new Set(links.flatMap(({ from, table }) => (table !== undefined && isLob(accounts, from) ? [table] : [])));
}

function isLob(accounts: readonly AccountBox[], vpc: string): boolean {
    return accounts.some(({ vpcs }) => vpcs.some(({ id, kind }) => id === vpc && kind === "lob"));
}

/** Edges point down for Graphviz: lines of business stand below the gateway, everybody else above it. */
function edge(
    { from, kind, label, table, to }: OverviewLink,
    accounts: readonly AccountBox[],
    gateways: readonly GatewayBox[],
): string {
    const { colour, stroke, width } = LINES[kind];
    const isBelow = isLob(accounts, from);
    const at = gateways
        .flatMap(({ tables }) =>
            tables.map(({ id }, index) => (id === table ? `:t${index}:${isBelow ? "s" : "n"}` : "")),
        )
        .join("");
    const head = `${quoted(to)}${at}`;
    const [tail, end, direction] = isBelow ? [head, quoted(from), "back"] : [quoted(from), head, "forward"];
    const said =
        label === ""
            ? ""
            : `, label=<${rows(label.split("\n").map((line) => run(line, { size: SIZE.small, colour })))}>`;
    const way = kind === "peering" ? "none" : direction;
    return `${tail} -> ${end} [dir=${way}, color="${colour}", style=${stroke}, penwidth=${width}${said}];`;
}
