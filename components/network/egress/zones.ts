import * as pulumi from "@pulumi/pulumi";

/**
 * Checks that each tier has a range for exactly the zones of the studio subnets: a zone without one has no way out, and
 * one without studio subnet is paid for nothing.
 *
 * @param section key of the stack file whose `subnets` the ranges are; with `hub` the subnets are those of the gateway
 * @throws pulumi.RunError naming every tier and zone that differs
 */
export function zonesMustAgree(
    studio: readonly { readonly zone: string }[],
    tiers: Readonly<Record<string, Readonly<Record<string, string>>>>,
    section: "network" | "hub" = "network",
): void {
    const served = section === "hub" ? "transit" : "studio";
    const zones = studio.map(({ zone }) => zone);
    const mistakes = Object.entries(tiers).flatMap(([tier, ranges]) => [
        ...zones
            .filter((zone) => ranges[zone] === undefined)
            .map((zone) => `${section}.subnets.${tier} has no range for ${zone}: add one`),
        ...Object.keys(ranges)
            .filter((zone) => !zones.includes(zone))
            .map(
                (zone) => `${section}.subnets.${tier} has a range for ${zone}, where no ${served} subnet is: remove it`,
            ),
    ]);
    if (mistakes.length > 0) {
        throw new pulumi.RunError([`The way out is made per zone of the ${served} subnets:`, ...mistakes].join("\n  "));
    }
}

/** The member of the zone. Zones must have been found to agree. */
export function inZone<T extends { readonly zone: string }>(members: readonly T[], zone: string): T {
    const found = members.find((member) => member.zone === zone);
    if (found === undefined) {
        throw new Error(`egress: nothing was made in zone ${zone}`);
    }
    return found;
}
