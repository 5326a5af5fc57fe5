import { readFileSync } from "node:fs";

/** Reads a file as UTF-8, without its byte order mark; `failure` says in a few words why it cannot be read. */
export function readText(file: string): { readonly text: string } | { readonly failure: string } {
    let bytes: Buffer;
    try {
        bytes = readFileSync(file);
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
        return { failure: code === "ENOENT" ? "no such file" : code };
    }
    try {
        // Anything else would turn into other letters, in names too, and be accepted.
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
        return { failure: "not UTF-8 text" };
    }
}
