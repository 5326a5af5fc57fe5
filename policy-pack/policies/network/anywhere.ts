import { isUnknown, type Maybe, UNKNOWN } from "../../graph";

/** Prefix lengths of the widest private ranges: 10.0.0.0/8 (RFC 1918) and fc00::/7 (RFC 4193). */
const WIDEST_PRIVATE = { ipv4: 8, ipv6: 7 } as const;

const RANGE = /^(?:(\d{1,3}(?:\.\d{1,3}){3})|[0-9a-f:.]*:[0-9a-f:.]*)\/(\d{1,3})$/i;

/**
 * Whether a range is wider than any private one, so that it means the internet: `0.0.0.0/0` and `::/0`, but also their
 * halves, which together are the same. What is no range cannot be told.
 */
export function isAnywhere(range: Maybe<string>): Maybe<boolean> {
    const parts = isUnknown(range) ? null : RANGE.exec(range);
    if (parts === null) {
        return UNKNOWN;
    }
    const [, ipv4, prefix] = parts;
    return Number(prefix) < (ipv4 === undefined ? WIDEST_PRIVATE.ipv6 : WIDEST_PRIVATE.ipv4);
}
