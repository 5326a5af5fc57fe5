/** An IPv4 range: its first address as an unsigned 32-bit number and the length of its prefix, 0 to 32. */
export interface Cidr {
    readonly base: number;
    readonly prefix: number;
}

/** What is wrong with a text that should be a range, and the nearest right text where there is one. */
export interface CidrMistake {
    readonly mistake: string;
    readonly nearest?: string;
}

/**
 * Reads `a.b.c.d/prefix` strictly: four decimal numbers without leading zeros, a prefix of 0 to 32 and no bits set
 * after it. AWS silently clears such bits on some calls and refuses them on others, so they are refused here.
 */
export function parseCidr(text: string): Cidr | CidrMistake {
    const [address = "", prefixText, ...rest] = text.split("/");
    if (rest.length > 0) {
        return { mistake: "has more than one slash" };
    }
    const octets = parseOctets(address);
    if ("mistake" in octets) {
        const nearest = octets.nearest === undefined ? undefined : normal(octets.nearest, prefixText);
        return { mistake: octets.mistake, ...(nearest === undefined ? {} : { nearest }) };
    }
    if (prefixText === undefined) {
        return { mistake: "has no prefix length", nearest: `${address}/32` };
    }
    if (!/^\d{1,2}$/.test(prefixText) || Number(prefixText) > 32) {
        return { mistake: `has the prefix length "${prefixText}", which is not a number from 0 to 32` };
    }
    const prefix = Number(prefixText);
    if (prefixText !== String(prefix)) {
        return { mistake: "has a leading zero in its prefix length", nearest: normal(address, prefixText) };
    }
    const value = octets.value;
    const base = firstAddress(value, prefix);
    if (base !== value) {
        return { mistake: `has bits set after its first ${prefix}`, nearest: formatCidr({ base, prefix }) };
    }
    return { base, prefix };
}

/** Whether `parseCidr` found a mistake. */
export function isCidrMistake(result: Cidr | CidrMistake): result is CidrMistake {
    return "mistake" in result;
}

/**
 * Reads a range that was checked before.
 * @throws Error when it is no range after all.
 */
export function cidr(text: string): Cidr {
    const result = parseCidr(text);
    if (isCidrMistake(result)) {
        throw new Error(`"${text}" ${result.mistake}`);
    }
    return result;
}

/** The range as text, for example `10.0.0.0/16`. */
export function formatCidr({ base, prefix }: Cidr): string {
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
    return `${octets.join(".")}/${prefix}`;
}

/** How many addresses the range has. */
export function cidrSize({ prefix }: Pick<Cidr, "prefix">): number {
    return 2 ** (32 - prefix);
}

/** Whether every address of `inner` lies in `outer`. */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
    return inner.prefix >= outer.prefix && firstAddress(inner.base, outer.prefix) === outer.base;
}

/** Whether the two ranges share an address. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
    return cidrContains(a, b) || cidrContains(b, a);
}

/**
 * The `index`-th of the equal parts with length `prefix` that make up the range.
 * @throws RangeError when there is no such part.
 */
export function cidrPart(whole: Cidr, prefix: number, index: number): Cidr {
    const count = 2 ** (prefix - whole.prefix);
    if (prefix < whole.prefix || prefix > 32 || !Number.isInteger(index) || index < 0 || index >= count) {
        throw new RangeError(`${formatCidr(whole)} has no part ${index} with prefix length ${prefix}`);
    }
    return { base: whole.base + index * cidrSize({ prefix }), prefix };
}

/** All the equal parts with length `prefix`, in order. */
export function splitCidr(whole: Cidr, prefix: number): Cidr[] {
    return Array.from({ length: 2 ** (prefix - whole.prefix) }, (_, index) => cidrPart(whole, prefix, index));
}

function firstAddress(address: number, prefix: number): number {
    return address - (address % cidrSize({ prefix }));
}

function parseOctets(address: string): { value: number } | CidrMistake {
    const parts = address.split(".");
    if (parts.length !== 4 || !parts.every((part) => /^\d+$/.test(part))) {
        return { mistake: "is not an IPv4 range such as 10.0.0.0/16" };
    }
    const tooLarge = parts.find((part) => Number(part) > 255);
    if (tooLarge !== undefined) {
        return { mistake: `has the part ${tooLarge}, which is greater than 255` };
    }
    if (parts.some((part) => part !== String(Number(part)))) {
        // Some readers take `010` for eight, others for ten.
        return { mistake: "has a leading zero", nearest: parts.map(Number).join(".") };
    }
    return { value: parts.reduce((value, part) => value * 256 + Number(part), 0) };
}

function normal(address: string, prefixText: string | undefined): string | undefined {
    const text = `${address}/${prefixText === undefined ? "32" : Number(prefixText)}`;
    const result = parseCidr(text);
    return isCidrMistake(result) ? result.nearest : formatCidr(result);
}
