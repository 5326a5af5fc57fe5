import type { PageConfiguration } from "./configuration";

/** The page as it is bundled; see `components/functions/page`. */
export interface Page {
    /** The document with {@link CONFIGURATION} in place of its configuration. */
    readonly html: string;
    /** SHA-256 of the one script, as a Content Security Policy writes it: Base64. */
    readonly scriptHash: string;
    /** The same of the one style sheet. */
    readonly styleHash: string;
}

/** Stands in the document where the configuration belongs. */
const CONFIGURATION = "<!-- configuration -->";

/** The whole document: one request, nothing loaded from anywhere else. */
export function documentOf(page: Page, configuration: PageConfiguration): string {
    const parts = page.html.split(CONFIGURATION);
    if (parts.length !== 2) {
        throw new Error(`The page has ${parts.length - 1} places for its configuration, not one.`);
    }
    // A block of data, not of script: the browser never runs it, and no policy has to admit it.
    return parts.join(`<script type="application/json" id="configuration">${dataText(configuration)}</script>`);
}

/** JSON that cannot end the element it stands in, open another, or hold a character that older parsers stumble over. */
export function dataText(value: unknown): string {
    return JSON.stringify(value).replace(
        /[<>&\u2028\u2029]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
