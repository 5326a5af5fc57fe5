import type { ResourceGraph } from "../../graph";
import { networkOf, type RouteTarget, type Subnet, type TargetKind } from "../../graph/topology";
import { label } from "../findings";
import { isAnywhere } from "./anywhere";

/** Targets behind which an internet gateway may be: other ones end in an inspection or in no internet. */
const UNTOLD: readonly TargetKind[] = ["nat-gateway", "network-interface", "unknown"];

/** A way to the internet past every firewall, or why it cannot be told whether there is one. */
export interface Uninspected {
    readonly sure: boolean;
    readonly why: string;
}

/**
 * Ways from a NAT gateway to the internet that no firewall inspects. The firewall may stand behind the gateway: then
 * the default route of the gateway's subnet leads to an endpoint of it.
 */
export function behindNat(graph: ResourceGraph, { resource, id }: RouteTarget): Uninspected[] {
    if (resource === undefined) {
        const name = id ?? "the NAT gateway";
        return [{ sure: false, why: `${name} is not defined in this stack or not known yet` }];
    }
    const subnets = networkOf(graph).subnetsOf(resource);
    const through = `through ${label(resource)}`;
    return subnets.length === 0
        ? [{ sure: false, why: `the subnet of ${label(resource)} is not defined in this stack or not known yet` }]
        : subnets.flatMap((subnet) => uninspected(subnet, through));
}

function uninspected({ resource, table }: Subnet, through: string): Uninspected[] {
    if (!table.decided) {
        return [{ sure: false, why: `the route table of ${label(resource)} is not decided: ${table.why}` }];
    }
    const ways = table.table.routes.flatMap(({ destination, target }): Uninspected[] => {
        if (target.kind === "internet-gateway") {
            return [{ sure: true, why: `to the internet ${through}` }];
        }
        const isWide = destination.kind !== "prefix-list" && isAnywhere(destination.value) !== false;
        return isWide && UNTOLD.includes(target.kind)
            ? [{ sure: false, why: `where a route of ${table.table.name} leads is not known` }]
            : [];
    });
    const open = table.table.undecided.map((why): Uninspected => ({ sure: false, why }));
    return ways.some(({ sure }) => sure) ? ways.filter(({ sure }) => sure).slice(0, 1) : [...ways, ...open];
}
