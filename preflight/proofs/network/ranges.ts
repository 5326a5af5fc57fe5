import { isUnknown, type Maybe } from "../../../policy-pack/graph";
import type { Route } from "../../../policy-pack/graph/network";
import { type Cidr, cidrContains, isCidrMistake, parseCidr } from "../../../policy-pack/net";

/** How one range lies to another; `unknown` where it cannot be read. */
export type Relation = "covers" | "inside" | "apart" | "unknown";

/** The range, unless the text is none. */
export function readRange(text: Maybe<string>): Cidr | undefined {
    const range = isUnknown(text) ? undefined : parseCidr(text);
    return range === undefined || isCidrMistake(range) ? undefined : range;
}

/** How `one` lies to `other`; two equal ranges cover each other. */
export function relate(one: Maybe<string>, other: Maybe<string>): Relation {
    const [a, b] = [readRange(one), readRange(other)];
    if (a === undefined || b === undefined) {
        // Everything is covered by everything, whatever cannot be read of the other side.
        return a?.prefix === 0 ? "covers" : "unknown";
    }
    if (cidrContains(a, b)) {
        return "covers";
    }
    return cidrContains(b, a) ? "inside" : "apart";
}

/** How the destination of a route lies to an IPv4 range. What a prefix list holds cannot be read. */
export function relateRoute({ destination }: Route, range: string): Relation {
    switch (destination.kind) {
        case "ipv4":
            return relate(destination.value, range);
        case "ipv6":
            return "apart";
        case "prefix-list":
        case "unknown":
            return "unknown";
    }
}

/** The destination of a route in words. */
export function destinationText({ destination }: Route): string {
    return typeof destination.value === "string" ? destination.value : "destination not known";
}
