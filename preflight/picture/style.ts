import type { LinkKind, Tier } from "./model";

/** Fill and border of a box. Borders differ in lightness too, so that a grey print keeps them apart. */
export interface BoxStyle {
    readonly fill: string;
    readonly border: string;
}

/** One line of a link; the hues stay apart for the colour-blind (orange, purple, grey), and each has its own stroke. */
export interface LineStyle {
    readonly colour: string;
    readonly stroke: "solid" | "dashed" | "dotted";
    readonly width: number;
    readonly meaning: string;
}

export const TIER_TITLES: Readonly<Record<Tier, string>> = {
    nat: "NAT",
    firewall: "Firewall",
    studio: "Studio",
    other: "Subnet",
    endpoint: "Endpoints",
    transit: "Transit",
};

export const TIER_STYLES: Readonly<Record<Tier, BoxStyle>> = {
    nat: { fill: "#FFF3D6", border: "#B58900" },
    firewall: { fill: "#FDE3D3", border: "#C2591A" },
    studio: { fill: "#DCE9F7", border: "#2F6DB5" },
    other: { fill: "#F1F1F1", border: "#7A7A7A" },
    endpoint: { fill: "#DDF0EA", border: "#2A7F68" },
    transit: { fill: "#E9E3F3", border: "#6A4FA3" },
};

export const PLACE_STYLE: BoxStyle = { fill: "#FFFFFF", border: "#4B5563" };
export const ENDPOINTS_STYLE: BoxStyle = { fill: "#F3FAF7", border: "#2A7F68" };

export const LINE_STYLES: Readonly<Record<LinkKind, LineStyle>> = {
    out: { colour: "#B4530A", stroke: "solid", width: 2, meaning: "route to the internet" },
    back: { colour: "#B4530A", stroke: "dashed", width: 1.6, meaning: "route of the answers" },
    clients: { colour: "#5B3E96", stroke: "solid", width: 1.6, meaning: "company network" },
    inside: { colour: "#6B7280", stroke: "solid", width: 1, meaning: "inside the VPC" },
    unknown: { colour: "#111827", stroke: "dotted", width: 1.6, meaning: "not known" },
};

export const INK = "#1F2937";
export const QUIET = "#4B5563";
export const CLIENT_INK = LINE_STYLES.clients.colour;
/** The font Graphviz knows the widths of, and those of the same widths that viewers may have in its place. */
export const FONT = "Arial";
export const FONT_FAMILY = "Arial, Helvetica, Liberation Sans, sans-serif";

/** Inches: a subnet with the usual names; longer ones make it wider. */
export const SUBNET_WIDTH = 3.3;

/** Points. The smallest text of a picture is `small`. */
export const SIZE = { title: 20, heading: 13, text: 12, small: 11 } as const;

/** Frames around nodes. */
export const FRAME_STYLES = {
    account: { fill: "#FFFFFF", border: "#9CA3AF", dashed: false },
    vpc: { fill: "#FBFCFD", border: "#4B5563", dashed: false },
    existingVpc: { fill: "#FBFCFD", border: "#4B5563", dashed: true },
    zone: { fill: "#F3F5F8", border: "#CBD5E1", dashed: false },
} as const satisfies Record<string, BoxStyle & { dashed: boolean }>;
