import { quoted, run } from "./html";
import {
    accountLabel,
    detailsLabel,
    isMadeElsewhere,
    legendLabel,
    placeLabel,
    subnetLabel,
    titleLabel,
    vpcLabel,
    zoneLabel,
} from "./labels";
import type { AccountPart, Link, Place, Topology, VpcPart, ZonePart } from "./model";
import { levelsOf, type Rows, rowsOf } from "./rows";
import { type BoxStyle, FONT, FRAME_STYLES, LINE_STYLES, PLACE_STYLE, SIZE, SUBNET_WIDTH, TIER_STYLES } from "./style";

/** The picture as DOT text for Graphviz: zones are columns, tiers are rows from the internet down to the company. */
export function pictureDot(topology: Topology): string {
    const rows = rowsOf(topology);
    const levels = levelsOf(rows);
    return [
        "digraph topology {",
        `graph [rankdir=TB, newrank=true, nodesep=0.4, ranksep=0.5, pad=0.25, bgcolor="#FFFFFF", fontname=${FONT}];`,
        `graph [label=<${titleLabel(topology)}>, labelloc=t];`,
        `node [shape=box, fontname=${FONT}, margin="0.14,0.08", penwidth=1.4];`,
        `edge [fontname=${FONT}, fontsize=${SIZE.small}, arrowsize=0.8];`,
        // What stands below the picture is the label of a frame nobody sees: a node would pull the rows apart.
        ...unseen("details", detailsOfAll(topology), [
            ...unseen("legend", legendLabel(topology), [
                ...accounts(topology.accounts),
                ...topology.outside.map(placeNode),
            ]),
        ]),
        ...levels.map((ids) => `{ rank=same; ${ids.map(quoted).join("; ")}; }`),
        ...orderEdges(levels, topology.links),
        ...topology.accounts.flatMap(({ vpcs }) => vpcs.flatMap(columnOrder)),
        ...topology.links.map((link) => edge(link, rows)),
        "}",
        "",
    ].join("\n");
}

function unseen(name: string, label: string, inside: readonly string[]): string[] {
    return [
        `subgraph cluster_${name} {`,
        `graph [label=<${label}>, labelloc=b, labeljust=c, pencolor="#FFFFFF", margin=8];`,
        ...inside,
        "}",
    ];
}

function detailsOfAll({ accounts: all }: Topology): string {
    const cells = all.flatMap(({ vpcs }) => vpcs).map((vpc) => `<tr><td>${detailsLabel(vpc)}</td></tr>`);
    return `<table border="0" cellborder="0" cellspacing="4" cellpadding="0">${cells.join("")}</table>`;
}

/** A single account needs no frame: the title names it. */
function accounts(all: readonly AccountPart[]): string[] {
    return all.flatMap((part, index) => {
        const vpcs = part.vpcs.flatMap((vpc, position) => vpcFrame(vpc, `${index}_${position}`));
        return all.length === 1 ? vpcs : frame(`account_${index}`, accountLabel(part), FRAME_STYLES.account, "l", vpcs);
    });
}

function vpcFrame(vpc: VpcPart, suffix: string): string[] {
    const { vpc: style, existingVpc } = FRAME_STYLES;
    return frame(`vpc_${suffix}`, vpcLabel(vpc), vpc.existing ? existingVpc : style, "l", [
        ...vpc.gateways.map(placeNode),
        // Outer corners, where the ways to the gateway in the middle do not cross them.
        ...vpc.zones.flatMap((zone, index) =>
            zoneFrame(zone, `${suffix}_${index}`, index < vpc.zones.length / 2 ? "l" : "r"),
        ),
    ]);
}

function zoneFrame({ zone, subnets }: ZonePart, suffix: string, corner: "l" | "r"): string[] {
    return frame(
        `zone_${suffix}`,
        zoneLabel(zone),
        FRAME_STYLES.zone,
        corner,
        subnets.map((subnet) =>
            node(subnet.id, subnetLabel(subnet), TIER_STYLES[subnet.tier], subnet.existing, SUBNET_WIDTH),
        ),
    );
}

function frame(
    name: string,
    label: string,
    { border, fill, dashed }: BoxStyle & { dashed: boolean },
    corner: "l" | "r",
    inside: readonly string[],
): string[] {
    const style = dashed ? "rounded,filled,dashed" : "rounded,filled";
    return [
        `subgraph cluster_${name} {`,
        `graph [label=<${label}>, labelloc=t, labeljust=${corner}, style="${style}", pencolor="${border}", fillcolor="${fill}", margin=14];`,
        ...inside,
        "}",
    ];
}

function placeNode(place: Place): string {
    return node(place.id, placeLabel(place), PLACE_STYLE, isMadeElsewhere(place));
}

function node(id: string, label: string, { fill, border }: BoxStyle, dashed: boolean, width = 0): string {
    const style = dashed ? "rounded,filled,dashed" : "rounded,filled";
    return `${quoted(id)} [label=<${label}>, style="${style}", fillcolor="${fill}", color="${border}", width=${width}];`;
}

/** Invisible edges that keep rows in order which no link joins. */
function orderEdges(levels: readonly (readonly string[])[], links: readonly Link[]): string[] {
    return levels.slice(1).flatMap((below, index) => {
        const above = levels[index] ?? [];
        const joined = links.some(
            ({ from, to }) =>
                (above.includes(from) && below.includes(to)) || (above.includes(to) && below.includes(from)),
        );
        const [top, bottom] = [above[0], below[0]];
        return joined || top === undefined || bottom === undefined
            ? []
            : [`${quoted(top)} -> ${quoted(bottom)} [style=invis, weight=0];`];
    });
}

/** Invisible edges from zone to zone that keep the columns in order. */
function columnOrder({ zones }: VpcPart): string[] {
    return zones.slice(1).flatMap(({ subnets }, index) =>
        subnets.flatMap(({ id, tier }) => {
            const left = zones[index]?.subnets.filter((subnet) => subnet.tier === tier).at(-1);
            return left === undefined ? [] : [`${quoted(left.id)} -> ${quoted(id)} [style=invis, weight=0];`];
        }),
    );
}

/** Every edge points down for Graphviz, so that it keeps our rows; heads stand where the way leads. */
function edge({ from, to, kind, label, directed }: Link, rows: Rows): string {
    const upwards = (rows.get(from) ?? 0) > (rows.get(to) ?? 0);
    const [tail, head] = upwards ? [to, from] : [from, to];
    const direction = directed ? (upwards ? "back" : "forward") : "none";
    const { colour, stroke, width } = LINE_STYLES[kind];
    const text = label === "" ? "" : `, label=<${run(` ${label} `, { size: SIZE.small, colour })}>`;
    return `${quoted(tail)} -> ${quoted(head)} [dir=${direction}, color="${colour}", style=${stroke}, penwidth=${width}${text}];`;
}
