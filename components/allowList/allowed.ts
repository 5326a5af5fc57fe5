import { domainsOfSet } from "./sets";

/**
 * The domains a list of sets and domains allows: expanded, in lower case, sorted, each once, and without names that a
 * listed parent covers. `.example.com` is example.com and everything below it, `example.com` itself alone.
 *
 * @param allow names of sets and domains without a {@link domainMistake}
 */
export function allowedDomains(allow: readonly string[]): string[] {
    const domains = new Set(allow.flatMap((text) => domainsOfSet(text) ?? [text.toLowerCase()]));
    return [...domains].filter((domain) => !parents(domain).some((parent) => domains.has(parent))).sort();
}

/** Every entry that would cover the given one, itself left out: `a.b.c` is covered by `.a.b.c`, `.b.c` and `.c`. */
function parents(domain: string): string[] {
    const labels = domain.replace(/^\./, "").split(".");
    return labels.map((_, index) => `.${labels.slice(index).join(".")}`).filter((parent) => parent !== domain);
}
