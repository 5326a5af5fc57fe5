import type { Facts, RouteTableFacts, SubnetFacts } from "../../preflight/facts";

/** Whether a subnet lies in a zone, whichever way the zone is written. */
export function isInZone({ zoneId, zoneName }: SubnetFacts, zone: string): boolean {
    return zone === zoneId || zone === zoneName;
}

/** The table in force for a subnet: its own, else the main one. */
export function servingTable({ routeTables }: Facts, { id }: SubnetFacts): RouteTableFacts | undefined {
    return routeTables.find(({ subnetIds }) => subnetIds.includes(id)) ?? routeTables.find(({ main }) => main);
}
