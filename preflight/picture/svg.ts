import { createRequire } from "node:module";

import type * as Graphviz from "@viz-js/viz" with { "resolution-mode": "import" };

import type { Topology } from "./model";
import { pictureDot } from "./dot";
import { overviewDot } from "./overview/dot";
import { FONT, FONT_FAMILY } from "./style";

/** The picture as SVG text; the same topology gives the same bytes. */
export async function pictureSvg(topology: Topology): Promise<string> {
    const viz = await graphviz().instance();
    const svg = viz.renderString(dotOf(topology), { format: "svg", engine: "dot" });
    return svg.replaceAll(`font-family="${FONT}"`, `font-family="${FONT_FAMILY}"`);
}

function dotOf(topology: Topology): string {
    const { overview, stack } = topology;
    return overview === undefined ? pictureDot(topology) : overviewDot(overview, `Accounts of stack ${stack}`);
}

/**
 * To the compiler the package is an ES module, which CommonJS cannot import; it brings a build for CommonJS all the same.
 * Loaded when a picture is drawn: it is large, and most runs draw none.
 */
function graphviz(): typeof Graphviz {
    return createRequire(__filename)("@viz-js/viz") as typeof Graphviz;
}
