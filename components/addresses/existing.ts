import { cidr } from "../../policy-pack/net";
import { explicitRangeProblems, explicitZoneProblems, rangeProblems } from "./explicit";
import { overlapProblems, type PlacedRange } from "./overlaps";
import { type AddressPlan, type AddressProblem, type ExplicitSubnets, inOrder, type Tier, TIERS } from "./tiers";

export interface ExistingPlanRequest {
    /** IPv4 range of the existing network, checked. */
    readonly cidr: string;
    readonly zones: readonly string[];
    /** Ranges of the subnets for apps and jobs that are already there, by zone. */
    readonly studio: Readonly<Record<string, string>>;
    /** Ranges for the subnets to be made, by tier. */
    readonly explicit?: ExplicitSubnets;
    /** Tiers in which something is made, each with the reason in words. */
    readonly made: Readonly<Partial<Record<Exclude<Tier, "studio">, string>>>;
}

/**
 * The plan of a network that somebody else divides: nothing is computed in it, because nobody here knows which of its
 * addresses are free. A tier in which nothing is made may stay without ranges.
 */
export function planInExisting(request: ExistingPlanRequest): { ok: AddressPlan } | { problems: AddressProblem[] } {
    const network = cidr(request.cidr);
    const zones = [...request.zones].sort();
    const explicit = request.explicit ?? {};

    const problems = [
        ...studioZoneProblems(request.studio, zones),
        ...Object.entries(request.studio).flatMap(([zone, text]) =>
            rangeProblems(["vpc", "studio", zone, "cidr"], text, network, request.cidr),
        ),
        ...studioTwiceProblems(explicit),
        ...missingTierProblems(request, zones),
        ...explicitZoneProblems({ ...explicit, studio: undefined }, zones),
        ...explicitRangeProblems({ ...explicit, studio: undefined }, network, request.cidr),
    ];
    if (problems.length > 0) {
        return { problems };
    }
    const plan: AddressPlan = {
        studio: inOrder(request.studio, zones),
        endpoint: inOrder(explicit.endpoint ?? {}, zones),
        firewall: inOrder(explicit.firewall ?? {}, zones),
        nat: inOrder(explicit.nat ?? {}, zones),
        transit: inOrder(explicit.transit ?? {}, zones),
    };
    const overlaps = overlapProblems(placed(plan));
    return overlaps.length > 0 ? { problems: overlaps } : { ok: plan };
}

function studioZoneProblems(studio: ExistingPlanRequest["studio"], zones: readonly string[]): AddressProblem[] {
    const missing = zones
        .filter((zone) => studio[zone] === undefined)
        .map((zone) => ({
            path: ["vpc", "studio", zone],
            found: undefined,
            rule: "an existing VPC has a studio subnet in every zone of network.zones",
            fix: `add ${zone} with its subnet, cidr and routeTable, or remove it from network.zones`,
        }));
    const unknown = Object.keys(studio)
        .filter((zone) => !zones.includes(zone))
        .map((zone) => ({
            path: ["vpc", "studio", zone],
            found: studio[zone],
            rule: "vpc.studio has entries only for the zones of network.zones",
            fix: `remove ${zone}, or add it to network.zones`,
        }));
    return [...missing, ...unknown];
}

function studioTwiceProblems({ studio }: ExplicitSubnets): AddressProblem[] {
    return studio === undefined
        ? []
        : [
              {
                  path: ["subnets", "studio"],
                  found: studio,
                  rule: "with network.vpc the studio ranges are those of vpc.studio",
                  fix: "remove studio from subnets",
              },
          ];
}

function missingTierProblems({ made, explicit }: ExistingPlanRequest, zones: readonly string[]): AddressProblem[] {
    return TIERS.flatMap((tier) => {
        const reason = tier === "studio" ? undefined : made[tier];
        return reason === undefined || explicit?.[tier] !== undefined
            ? []
            : [
                  {
                      path: ["subnets", tier],
                      found: undefined,
                      rule: `${reason}; nothing is computed in an existing VPC, so the tier ${tier} needs ranges`,
                      fix: `add ${tier} to network.subnets with a free range for each of ${zones.join(", ")}`,
                  },
              ];
    });
}

function placed(plan: AddressPlan): PlacedRange[] {
    return TIERS.flatMap((tier) =>
        Object.entries(plan[tier]).map(([zone, text]) => ({
            path: tier === "studio" ? ["vpc", "studio", zone, "cidr"] : ["subnets", tier, zone],
            tier,
            zone,
            text,
            range: cidr(text),
            chosen: true,
        })),
    );
}
