import { type Cidr, cidr, cidrContains, cidrsOverlap } from "./cidr";

/** Ranges of the IANA special-purpose registry: no packet of the public internet comes from or goes to them. */
const SPECIAL_PURPOSE = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/4",
    "240.0.0.0/4",
].map(cidr);

/** Whether no address of the range is a public one. */
export function isSpecialPurpose(range: Cidr): boolean {
    return SPECIAL_PURPOSE.some((special) => cidrContains(special, range));
}

/** Whether any address of the range is not a public one. */
export function touchesSpecialPurpose(range: Cidr): boolean {
    return SPECIAL_PURPOSE.some((special) => cidrsOverlap(special, range));
}
