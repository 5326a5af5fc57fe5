/**
 * The link, if it leads to Studio in the region and nowhere else: `https`, a domain's own host, no port, no user.
 *
 * Source: SageMaker API reference, CreatePresignedDomainUrl; Studio's hosts are `<domain id>.studio.<region>.sagemaker.aws`.
 */
export function studioUrl(link: unknown, region: string): string | undefined {
    const url = typeof link === "string" ? parsed(link) : undefined;
    if (url === undefined) {
        return undefined;
    }
    const suffix = `.studio.${region}.sagemaker.aws`;
    const domain = url.hostname.endsWith(suffix) ? url.hostname.slice(0, -suffix.length) : "";
    const plain = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
    return plain && /^[a-z0-9-]+$/.test(domain) ? url.href : undefined;
}

function parsed(link: string): URL | undefined {
    try {
        return new URL(link);
    } catch {
        return undefined;
    }
}
