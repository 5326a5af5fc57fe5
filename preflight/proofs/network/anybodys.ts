/** Domains under which anybody can have a name: one of them on a list opens all of it. */
const ANYBODYS = ["amazonaws.com", "amazonaws.com.cn", "cloudfront.net", "on.aws"];

/** Whether anybody can have a name directly below the domain: it is one of these, or a single label. */
export function isAnybodys(domain: string): boolean {
    return !domain.includes(".") || ANYBODYS.includes(domain);
}

/** Whether the domain is one under which anybody can have a name, or lies below one. */
export function isWithinAnybodys(domain: string): boolean {
    return isAnybodys(domain) || ANYBODYS.some((each) => domain.endsWith(`.${each}`));
}
