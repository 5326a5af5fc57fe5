import type { Problem } from "../problems";
import type { TopValues } from "../schema";

/** What the rules look at; the hub has the first two as well. */
type Network = Pick<TopValues["network"], "egress" | "firewall" | "vpc">;

/** `firewall` says what our firewall lets through: given exactly when one is made. */
export function firewallGivenWhenMade({ egress, firewall, vpc }: Network): Problem[] {
    const path = ["network", "firewall"];
    const own = vpc?.ownEgress ?? false;
    if (egress === "firewall" && !own && firewall === undefined) {
        return [
            {
                path,
                found: firewall,
                rule: "egress: firewall lets through only what firewall.allow names",
                fix: 'add it, for example firewall: {"allow":["python-packages"]}, or use egress: isolated',
            },
        ];
    }
    if (firewall === undefined || (egress === "firewall" && !own)) {
        return [];
    }
    return [
        {
            path,
            found: firewall,
            rule: own
                ? "with vpc.ownEgress the firewall is the VPC's own; no rule of ours reaches it"
                : `firewall counts only with egress: firewall; here egress is ${egress}`,
            fix: own ? "remove firewall, or set vpc.ownEgress false" : "remove firewall, or set egress: firewall",
        },
    ];
}

/** In production nobody deletes or changes the firewall by mistake. */
export function productionProtectsFirewall({ firewall }: Network, production: boolean): Problem[] {
    return production && firewall?.protections === false
        ? [
              {
                  path: ["network", "firewall", "protections"],
                  found: false,
                  rule: "production protects the firewall against deletion and change",
                  fix: "remove protections or set it true; to take production down, set production false first",
              },
          ]
        : [];
}
