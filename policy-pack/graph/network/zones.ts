import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN, type Maybe } from "../unknown";

const SPELLINGS = ["availabilityZoneId", "availabilityZone"] as const;

/**
 * Programs set either the zone's name or its id, and AWS fills in the other; the two spellings never compare equal, so
 * the id is preferred.
 */
export function zoneOf(subnet: GraphResource): Maybe<string> {
    return SPELLINGS.map((key) => spelling(subnet, key)).find((value) => value !== undefined) ?? UNKNOWN;
}

/**
 * Compares the zones of subnets of one VPC, whichever spelling each of them has. Which name belongs to which id is
 * learned from the subnets that have both, because it differs from account to account.
 */
export class Zones {
    private readonly idOfName = new Map<string, string>();

    constructor(subnets: readonly GraphResource[]) {
        for (const subnet of subnets) {
            const [id, name] = [spelling(subnet, "availabilityZoneId"), spelling(subnet, "availabilityZone")];
            if (id !== undefined && name !== undefined) {
                this.idOfName.set(name, id);
            }
        }
    }

    /** Whether two subnets are in one zone; unknown when their spellings cannot be compared. */
    same(one: GraphResource, other: GraphResource): Maybe<boolean> {
        if (one === other) {
            return true;
        }
        const ids = [this.idOf(one), this.idOf(other)];
        if (!ids.some(isUnknown)) {
            return ids[0] === ids[1];
        }
        const names = [spelling(one, "availabilityZone"), spelling(other, "availabilityZone")];
        return names[0] === undefined || names[1] === undefined ? UNKNOWN : names[0] === names[1];
    }

    private idOf(subnet: GraphResource): Maybe<string> {
        const name = spelling(subnet, "availabilityZone");
        const learned = name === undefined ? undefined : this.idOfName.get(name);
        return spelling(subnet, "availabilityZoneId") ?? learned ?? UNKNOWN;
    }
}

function spelling(subnet: GraphResource, key: (typeof SPELLINGS)[number]): string | undefined {
    const value = subnet.props[key];
    return typeof value === "string" && value !== "" ? value : undefined;
}
