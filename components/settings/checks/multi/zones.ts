import { ZONE_ID } from "../../keys/network/addresses";
import type { LobRead } from "../../multi/lob";
import type { Problem, SettingPath } from "../../problems";
import { type Region, zoneBelongsTo } from "../../regions";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

/** Zones are places of the Region that mean the same in every account, and the hub is where its users are. */
export function zoneProblems({ values, lobs, region }: Surroundings): Problem[] {
    const { hub, onprem, production } = values;
    const hubProblems = hub && region ? foreign(["hub", "zones"], hub.zones, region) : [];
    return [
        ...hubProblems,
        ...(onprem?.zones && region ? foreign(["onprem", "zones"], onprem.zones, region) : []),
        ...(hub && production === true && hub.zones.length < 2
            ? [
                  {
                      path: ["hub", "zones"],
                      found: hub.zones,
                      rule: "production has at least 2 zones, because one zone can fail",
                      fix: "add a zone of the region",
                  },
              ]
            : []),
        ...lobs.flatMap((lob) => [
            ...names(lob, values),
            ...(hub && hubProblems.length === 0 ? outsideHub(lob, hub, values) : []),
        ]),
    ];
}

function foreign(path: SettingPath, zones: readonly string[], region: Region): Problem[] {
    return zones.flatMap((zone, index) =>
        zoneBelongsTo(zone, region)
            ? []
            : [
                  {
                      path: [...path, index],
                      found: zone,
                      rule: `a zone belongs to the region ${region.name} (aws:region)`,
                      fix: `use zones such as ${region.zoneIdPrefix}-az1, ${region.zoneIdPrefix}-az2`,
                  },
              ],
    );
}

/** Zones of a line that could be read, where they stand in the file. */
function zonesOf({ index, value, known }: LobRead, values: Partial<MultiValues>): [path: SettingPath, zones: string[]] {
    const own = Object.hasOwn(value.network, "zones") || !Object.hasOwn(values.network ?? {}, "zones");
    return [own ? ["lobs", index, "network", "zones"] : ["network", "zones"], known.network?.zones ?? []];
}

function names(lob: LobRead, values: Partial<MultiValues>): Problem[] {
    const [path, zones] = zonesOf(lob, values);
    return zones.flatMap((zone, index) =>
        ZONE_ID.test(zone)
            ? []
            : [
                  {
                      path: [...path, index],
                      found: zone,
                      rule: "with many accounts zones are ids: a zone's name is another place in each account",
                      fix: "write the id that `aws ec2 describe-availability-zones` shows as ZoneId",
                  },
              ],
    );
}

/**
 * What a line sends through the hub enters it in its own zone: VPC guide for transit gateways, "Availability Zones"; the
 * firewall of another zone would see one direction only where appliance mode is missing, and each byte would cost twice.
 */
function outsideHub(lob: LobRead, hub: MultiValues["hub"], values: Partial<MultiValues>): Problem[] {
    const needs = hub.endpoints === "shared" ? "hub.endpoints: shared" : "centralEgress";
    if (hub.endpoints !== "shared" && !lob.value.centralEgress) {
        return [];
    }
    const [path, zones] = zonesOf(lob, values);
    return zones.flatMap((zone, index) =>
        !ZONE_ID.test(zone) || hub.zones.includes(zone)
            ? []
            : [
                  {
                      path: [...path, index],
                      found: zone,
                      rule: `with ${needs} a line's zones are among the hub's, ${[...hub.zones].sort().join(", ")}: its traffic would hang on a zone it is not in`,
                      fix: "add the zone to hub.zones, or use one of the hub's",
                  },
              ],
    );
}
