import { BlockList, isIP } from "node:net";

/** Reads an integer or decimal number; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
    return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

const W3C_DATE = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * Reads a date of the W3C profile of ISO 8601, or seconds since 1970; in milliseconds. `undefined` for anything else,
 * and for four digits, which may be either a year or seconds.
 *
 * @see IAM guide, reference_policies_elements_condition_operators, "Date condition operators"
 */
export function readDate(text: string): number | undefined {
    if (/^\d{5,}(\.\d+)?$/.test(text)) {
        return Number(text) * 1000;
    }
    const time = W3C_DATE.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
}

/** Reads base 64 into bytes (as a string of hexadecimal digits); `undefined` for anything else. */
export function readBinary(text: string): string | undefined {
    const bytes = Buffer.from(text, "base64");
    return bytes.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "") ? bytes.toString("hex") : undefined;
}

/**
 * Whether an IPv4 or IPv6 range in CIDR notation, or a single address, contains an address. `undefined` when one of them
 * cannot be read.
 */
export function rangeContains(range: string, address: string): boolean | undefined {
    const [base = "", prefix, ...rest] = range.split("/");
    const version = isIP(base);
    const addressVersion = isIP(address);
    const bits = prefix === undefined ? (version === 6 ? 128 : 32) : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 999;
    if (version === 0 || addressVersion === 0 || rest.length > 0 || bits > (version === 6 ? 128 : 32)) {
        return undefined;
    }
    if (version !== addressVersion) {
        return false;
    }
    const family = version === 6 ? "ipv6" : "ipv4";
    const list = new BlockList();
    list.addSubnet(base, bits, family);
    return list.check(address, family);
}
