import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import * as pulumi from "@pulumi/pulumi";
import { buildSync, transformSync } from "esbuild";

/** The access API's page as one document, with what its Content Security Policy must know. */
export interface PageText {
    /** HTML with the script and the style sheet in it; the function that answers with it puts the configuration in. */
    readonly html: string;
    /** SHA-256 of the script's text, Base64. */
    readonly scriptHash: string;
    /** SHA-256 of the style sheet's text, Base64. */
    readonly styleHash: string;
}

/** The function that answers with the page. */
export const PAGE_ENTRY = "assets/functions/page/index.ts";

const ROOT = resolve(__dirname, "../..");
const SOURCES = "assets/page";
let known: PageText | undefined;

/**
 * Bundles the page: the browser's script with the sign-in library, the style sheet and the document around them; the
 * same on every machine for the same sources and lock file.
 *
 * @throws pulumi.RunError saying what esbuild found wrong.
 */
export function pageText(): PageText {
    known ??= build();
    return known;
}

/** What the bundle of `entry` has put in place of names: the page, for the function that answers with it. */
export function definitionsOf(entry: string): Record<string, string> {
    return entry === PAGE_ENTRY ? { PAGE: JSON.stringify(pageText()) } : {};
}

function build(): PageText {
    const script = scriptText();
    const style = styleText();
    let html = source("page.html");
    html = place(html, "style", `<style>${style}</style>`);
    html = place(html, "script", `<script>${script}</script>`);
    return { html, scriptHash: hash(script), styleHash: hash(style) };
}

function scriptText(): string {
    return attempt(() => {
        const { outputFiles } = buildSync({
            absWorkingDir: ROOT,
            entryPoints: [`${SOURCES}/main.ts`],
            bundle: true,
            write: false,
            platform: "browser",
            target: "es2020",
            format: "iife",
            mainFields: ["browser", "module", "main"],
            // The sign-in library's buffer asks for Node's name of it.
            define: { global: "globalThis" },
            minify: true,
            legalComments: "none",
            // Every character means the same in every encoding, so a hash fits whatever a proxy does to the document.
            charset: "ascii",
            logLevel: "silent",
            tsconfigRaw: { compilerOptions: { target: "es2020", useDefineForClassFields: true } },
        });
        return inline(outputFiles.map(({ text }) => text).join(""), "script");
    });
}

function styleText(): string {
    return attempt(() => {
        const { code } = transformSync(source("page.css"), {
            loader: "css",
            minify: true,
            charset: "ascii",
            logLevel: "silent",
        });
        return inline(code, "style");
    });
}

/** Text that stands within an element and cannot end it. */
function inline(text: string, element: string): string {
    if (text.toLowerCase().includes(`</${element}`)) {
        throw new Error(`its ${element} holds the text </${element}, which would end it`);
    }
    return text.trim();
}

function place(html: string, name: string, element: string): string {
    const parts = html.split(`<!-- ${name} -->`);
    if (parts.length !== 2) {
        throw new pulumi.RunError(`The page cannot be bundled: ${SOURCES}/page.html must hold <!-- ${name} --> once.`);
    }
    return parts.join(element);
}

function source(file: string): string {
    return readFileSync(resolve(ROOT, SOURCES, file), "utf8").replace(/\r\n/g, "\n");
}

function hash(text: string): string {
    return createHash("sha256").update(text).digest("base64");
}

function attempt(work: () => string): string {
    try {
        return work();
    } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new pulumi.RunError(`The page cannot be bundled: ${why}`);
    }
}
