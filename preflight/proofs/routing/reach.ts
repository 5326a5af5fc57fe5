import { isUnknown, type GraphResource, type Maybe } from "../../../policy-pack/graph";
import type { Subnet } from "../../../policy-pack/graph/network";
import { type Finding, unproven } from "../network/findings";
import { readRange } from "../network/ranges";
import type { Arrival, Router } from "./walk";

/** A range in one VPC that packets must get to. */
export interface Goal {
    readonly vpc: GraphResource;
    readonly range: Maybe<string> | undefined;
    /** What stands there, for messages. */
    readonly name: string;
}

/** What keeps packets from a subnet from reaching all of a range; one finding that holds, where nothing does. */
export function reaches(router: Router, from: Subnet, { vpc, range, name }: Goal): Finding[] {
    const wanted = range === undefined ? undefined : readRange(range);
    if (wanted === undefined) {
        return [unproven(`the range of ${name} is ${isUnknown(range) ? "not known" : "no range"}`)];
    }
    return lost(router.from(from, wanted), vpc, `subnet ${from.resource.name} reaches ${name}`);
}

/** The same for arrivals found in whatever way. */
export function lost(arrivals: readonly Arrival[], vpc: GraphResource, claim: string): Finding[] {
    const against = arrivals.filter((arrival) => arrival.kind !== "delivered" || arrival.vpc !== vpc);
    return against.length === 0
        ? [{ verdict: "holds", text: claim }]
        : against.map((arrival) => {
              const text = arrival.hops.join(" > ");
              return arrival.kind === "unknown" || arrival.kind === "outside"
                  ? unproven(text)
                  : {
                        verdict: "broken",
                        text,
                        fix: `Restore the route that is missing or leads astray after the last hop named, so that it reaches ${vpc.name}.`,
                    };
          });
}
