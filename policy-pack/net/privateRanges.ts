import { cidr, cidrContains } from "./cidr";

/** Ranges no packet of which crosses the internet. Sources: RFC 1918, RFC 6598, RFC 3927, RFC 1122. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"].map(
    cidr,
);

/**
 * Whether every address of the range is private.
 * @throws Error when the text is no range.
 */
export function isPrivateRange(range: string): boolean {
    return PRIVATE.some((outer) => cidrContains(outer, cidr(range)));
}
