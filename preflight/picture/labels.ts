import { columns, leftRows, rows, run } from "./html";
import type { AccountPart, EndpointGroup, EndpointPart, Place, SubnetPart, Topology, VpcPart } from "./model";
import {
    CLIENT_INK,
    ENDPOINTS_STYLE,
    INK,
    LINE_STYLES,
    type LineStyle,
    QUIET,
    SIZE,
    TIER_STYLES,
    TIER_TITLES,
} from "./style";

/** Between two runs of a line. */
const GAP = `<font point-size="12">&#160;&#160;</font>`;

const heading = { size: SIZE.heading, colour: INK, bold: true };
const text = { size: SIZE.text, colour: INK };
const smallHeading = { size: SIZE.small, colour: QUIET, bold: true };
const small = { size: SIZE.small, colour: QUIET };

/** Lines of one column of the endpoint table; a group is never split. */
const COLUMN_LINES = 12;
const MOST_COLUMNS = 5;

export function titleLabel({ stack, egress, accounts }: Topology): string {
    const where = accounts.map(({ account, region }) => `account ${account}, ${region}`).join("; ");
    return rows([
        run(`Network of stack ${stack}`, { size: SIZE.title, colour: INK, bold: true }),
        run(`${where}; egress ${egress}`, { size: SIZE.heading, colour: QUIET }),
    ]);
}

export function accountLabel({ account, region }: AccountPart): string {
    return run(`Account ${account}, ${region}`, { size: SIZE.heading, colour: QUIET });
}

/** Two short lines, so that they stay in their corner, clear of the way to the internet. */
export function vpcLabel({ name, cidrs, existing }: VpcPart): string {
    return leftRows([
        run(`VPC ${cidrs.join(", ")}`, heading),
        run(existing ? `${name} (existing)` : name, { size: SIZE.text, colour: QUIET }),
    ]);
}

export function zoneLabel(zone: string): string {
    return run(`Zone ${zone}`, { size: SIZE.heading, colour: QUIET });
}

export function subnetLabel({ tier, cidr, holds, table, existing }: SubnetPart): string {
    const { border } = TIER_STYLES[tier];
    return rows([
        [
            run(TIER_TITLES[tier], { ...heading, colour: border }),
            run(`${cidr}${existing ? " (existing)" : ""}`, text),
        ].join(GAP),
        ...holds.map((what) => run(what, text)),
        run(`table ${table}`, small),
    ]);
}

export function placeLabel(place: Place): string {
    const title = isMadeElsewhere(place) ? `${place.title} (existing)` : place.title;
    return rows([run(title, heading), ...place.lines.map((line) => run(line, text))]);
}

/** Drawn dashed; the internet and the company network are nobody's to make. */
export function isMadeElsewhere({ existing, kind }: Place): boolean {
    return existing && kind !== "internet" && kind !== "clients";
}

/** What stands in a VPC beside its subnets: its endpoints in columns of about the same height, and its DNS. */
export function detailsLabel({ name, endpoints, dns }: VpcPart): string {
    const count = endpoints.reduce((sum, group) => sum + group.endpoints.length, 0);
    const stacks = flow(endpoints).map((stack) =>
        stack.flatMap((group, index) => [...(index === 0 ? [] : [""]), ...groupLines(group)]),
    );
    const title = run(`${count} ${count === 1 ? "endpoint" : "endpoints"} and DNS of VPC ${name}`, heading);
    const body = columns([...stacks, [run("DNS", smallHeading), ...dns.map((line) => run(line, text))]]);
    return [
        `<table border="1" color="${ENDPOINTS_STYLE.border}" bgcolor="${ENDPOINTS_STYLE.fill}" style="rounded"`,
        ` cellborder="0" cellspacing="8" cellpadding="0"><tr><td align="left">${title}</td></tr>`,
        `<tr><td>${body}</td></tr></table>`,
    ].join("");
}

function flow(groups: readonly EndpointGroup[]): EndpointGroup[][] {
    const linesOf = ({ endpoints }: EndpointGroup): number => endpoints.length + 1;
    const total = groups.reduce((sum, group) => sum + linesOf(group), 0);
    const wanted = Math.min(MOST_COLUMNS, Math.max(Math.min(groups.length, 3), Math.ceil(total / COLUMN_LINES)));
    const height = total / wanted;
    const stacks: EndpointGroup[][] = [];
    let filled = Infinity;
    for (const group of groups) {
        // A group that would stand over the column's foot by more than half of itself begins the next column.
        if (filled + linesOf(group) / 2 > height && stacks.length < wanted) {
            stacks.push([]);
            filled = 0;
        }
        stacks.at(-1)?.push(group);
        filled += linesOf(group);
    }
    return stacks;
}

function groupLines({ title, endpoints }: EndpointGroup): string[] {
    return [run(title, smallHeading), ...endpoints.map(endpointLine)];
}

function endpointLine({ service, forClients, existing, note }: EndpointPart): string {
    const remarks = [
        ...(forClients ? ["and clients"] : []),
        ...(existing ? ["existing"] : []),
        ...(note === undefined ? [] : [note]),
    ];
    const said = remarks.length === 0 ? service : `${service} (${remarks.join(", ")})`;
    return run(said, { size: SIZE.text, colour: forClients ? CLIENT_INK : INK, italic: existing });
}

/** What the lines and outlines mean; only those the picture has. */
export function legendLabel({ links, accounts, outside }: Topology): string {
    const kinds = new Set<string>(links.map(({ kind }) => kind));
    const styles = Object.entries(LINE_STYLES).filter(([kind]) => kinds.has(kind));
    const vpcs = accounts.flatMap((account) => account.vpcs);
    const dashed =
        outside.some(isMadeElsewhere) ||
        vpcs.some(
            ({ existing, zones }) => existing || zones.some(({ subnets }) => subnets.some((one) => one.existing)),
        );
    const cells = [
        ...styles.map(
            ([, style]) => `<td>${swatch(style)}</td><td>${run(style.meaning, small)}</td><td width="10"></td>`,
        ),
        ...(dashed ? [`<td>${run("dashed outline: made elsewhere", small)}</td>`] : []),
    ];
    return cells.length === 0
        ? ""
        : `<table border="0" cellborder="0" cellspacing="8" cellpadding="0"><tr>${cells.join("")}</tr></table>`;
}

function swatch({ colour, stroke }: LineStyle): string {
    const bar = (width: number, fill?: string): string =>
        `<td width="${width}" height="3" fixedsize="true"${fill === undefined ? "" : ` bgcolor="${fill}"`}></td>`;
    const parts = {
        solid: [bar(30, colour)],
        dashed: [bar(8, colour), bar(3), bar(8, colour), bar(3), bar(8, colour)],
        dotted: [bar(3, colour), bar(4), bar(3, colour), bar(4), bar(3, colour), bar(4), bar(3, colour)],
    }[stroke];
    return `<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr>${parts.join("")}</tr></table>`;
}
