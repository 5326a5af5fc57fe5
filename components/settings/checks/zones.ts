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

/** A resolver endpoint stands in two subnets. Source: Route 53 developer guide, "Considerations when creating inbound endpoints". */
export function resolverHasTwoZones({ zones, clients }: Network): Problem[] {
    return clients?.resolver === true && zones.length < 2
        ? [
              {
                  path: ["network", "clients", "resolver"],
                  found: true,
                  rule: "an inbound resolver stands in 2 zones, because AWS wants 2 addresses and one zone can fail",
                  fix: "add a zone before there is a domain, or remove resolver",
              },
          ]
        : [];
}
