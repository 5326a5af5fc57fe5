import * as pulumi from "@pulumi/pulumi";

import { cidr, cidrPart, formatCidr } from "../../policy-pack/net";

/** Longest prefix of a subnet. Source: VPC user guide, "Subnet CIDR blocks". */
const LONGEST = 28;

/** Ranges of one zone: where host and endpoints stand, and where the gateway's interface does. */
export interface ZoneRanges {
    readonly host: string;
    readonly transit: string;
}

/**
 * Ranges of the subnets by zone, in the order of `zones`. The VPC is cut into twice as many equal parts as there are
 * zones, rounded up to a power of two: the first are for hosts, the second half is for the gateway, so that neither
 * moves when the other is not needed.
 *
 * @throws pulumi.RunError when a part is smaller than AWS takes
 */
export function onPremisesRanges(range: string, zones: readonly string[]): ReadonlyMap<string, ZoneRanges> {
    const whole = cidr(range);
    const half = 2 ** Math.ceil(Math.log2(zones.length));
    const prefix = whole.prefix + 1 + Math.log2(half);
    if (prefix > LONGEST) {
        throw new pulumi.RunError(
            `onprem.cidr is ${range}: for ${zones.length} zones it is cut into ${2 * half} subnets of /${prefix}, and AWS takes none smaller than /${LONGEST}. ` +
                `Write a range of /${LONGEST - 1 - Math.log2(half)} or wider, or fewer onprem.zones.`,
        );
    }
    const part = (index: number): string => formatCidr(cidrPart(whole, prefix, index));
    return new Map(zones.map((zone, index) => [zone, { host: part(index), transit: part(half + index) }] as const));
}
