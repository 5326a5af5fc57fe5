import { type GraphResource, readPath } from "../../policy-pack/graph";
import { networkTokens as tokens } from "../../policy-pack/graph/network";
import { factsResources } from "./resources";
import type { Facts } from "./schema";

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"] as const;

/**
 * The resources of a stack together with those of the VPC it stands in. What the stack has itself is taken from the
 * stack: a file written after an update tells of it, too.
 */
export function addFacts(resources: readonly GraphResource[], facts: Facts): GraphResource[] {
    const own = new Set(resources.flatMap(keysOf));
    return [...resources, ...factsResources(facts).filter((each) => !keysOf(each).some((key) => own.has(key)))];
}

/** What tells one resource from all others: its id; for a route, its table and destination; for an association, its subnet. */
function keysOf(resource: GraphResource): string[] {
    const { type, id, props } = resource;
    const natural =
        type === tokens.ROUTE
            ? [
                  props.routeTableId,
                  DESTINATIONS.map((each) => readPath(props, each)).find((value) => value !== undefined),
              ]
            : type === tokens.ROUTE_TABLE_ASSOCIATION
              ? [props.subnetId ?? props.gatewayId]
              : [id];
    return natural.every((part) => typeof part === "string" && part !== "") ? [JSON.stringify([type, ...natural])] : [];
}
