import { cidr, cidrsOverlap } from "../../../policy-pack/net";
import { planAddresses } from "../../addresses";
import type { Problem } from "../problems";
import { type Region, zoneBelongsTo } from "../regions";
import type { TopValues } from "../schema";

type Network = TopValues["network"];

/** Every zone is one of the Region. */
export function zonesBelongToRegion({ zones }: Network, region: Region): Problem[] {
    return zones.flatMap((zone, index) =>
        zoneBelongsTo(zone, region)
            ? []
            : [
                  {
                      path: ["network", "zones", index],
                      found: zone,
                      rule: `a zone belongs to the region ${region.name} (aws:region)`,
                      fix: `use zones such as ${region.zoneIdPrefix}-az1, ${region.zoneIdPrefix}-az2`,
                  },
              ],
    );
}

/** Production survives the loss of a zone. */
export function productionHasTwoZones({ zones }: Network, production: boolean): Problem[] {
    return production && zones.length < 2
        ? [
              {
                  path: ["network", "zones"],
                  found: zones,
                  rule: "production has at least 2 zones, because one zone can fail",
                  fix: "add a zone; before there is a domain, since that divides the network anew",
              },
          ]
        : [];
}

/** What the address plan says about network, zones and explicit ranges. */
export function addressesFit({ cidr: range, zones, subnets }: Network): Problem[] {
    const result = planAddresses({ cidr: range, zones, explicit: subnets });
    return "problems" in result
        ? result.problems.map((problem) => ({ ...problem, path: ["network", ...problem.path] }))
        : [];
}

/** A client range inside the VPC would never be routed to the gateway: the VPC's own route is more specific. */
export function clientsAreOutside({ cidr: range, clients }: Network): Problem[] {
    const network = cidr(range);
    return (clients?.ranges ?? []).flatMap((client, index) =>
        cidrsOverlap(network, cidr(client))
            ? [
                  {
                      path: ["network", "clients", "ranges", index],
                      found: client,
                      rule: `client ranges lie outside network.cidr, ${range}: what overlaps is routed within the VPC`,
                      fix: "name only ranges of the company network, or move network.cidr",
                  },
              ]
            : [],
    );
}
