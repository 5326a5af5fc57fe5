import { writeFileSync } from "node:fs";
import path from "node:path";

import { PreflightError } from "../error";
import { pictureMermaid } from "./mermaid";
import type { Topology } from "./model";
import { pictureSvg } from "./svg";

/** Forms of a picture by the file's extension. */
const FORMS: Readonly<Record<string, (topology: Topology) => string | Promise<string>>> = {
    ".svg": pictureSvg,
    ".mmd": pictureMermaid,
    ".md": (topology) => `\`\`\`mermaid\n${pictureMermaid(topology)}\`\`\`\n`,
};

/**
 * Says before anything is recorded whether a picture can be written in the form a file's name asks for.
 *
 * @throws PreflightError naming the extensions there are
 */
export function checkPictureFile(file: string): void {
    formOf(file);
}

/**
 * Writes the picture in the form that the file's extension names: `.svg`, `.mmd` (Mermaid) or `.md` (Mermaid in a fence).
 *
 * @throws PreflightError for another extension, or a file that cannot be written
 */
export async function writePicture(file: string, topology: Topology): Promise<void> {
    const text = await formOf(file)(topology);
    try {
        writeFileSync(file, text);
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
        throw new PreflightError(
            `The picture ${file} cannot be written (${code}). Give --picture a file in a directory that exists and that you may write to.`,
        );
    }
}

function formOf(file: string): (topology: Topology) => string | Promise<string> {
    const extension = path.extname(file).toLowerCase();
    const form = FORMS[extension];
    if (form === undefined) {
        const found = extension === "" ? "has no extension" : `ends in ${extension}`;
        throw new PreflightError(
            `The picture ${file} ${found}. A picture ends in .svg (drawn), .mmd (Mermaid) or .md (Mermaid in Markdown).`,
        );
    }
    return form;
}
