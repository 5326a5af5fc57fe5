import type { Problem } from "../../problems";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

/** Whoever is admitted can come, and whoever can come is named. */
export function clientsProblems({ values }: Surroundings): Problem[] {
    const { hub } = values;
    return hub?.clients === undefined ? [] : problemsOf(hub.clients, hub, values);
}

type Clients = NonNullable<MultiValues["hub"]["clients"]>;

function problemsOf(
    { ranges, attachment, resolver }: Clients,
    { zones }: MultiValues["hub"],
    values: Partial<MultiValues>,
): Problem[] {
    return [
        ...(ranges.length > 0 && attachment === undefined
            ? [
                  {
                      path: ["hub", "clients", "attachment"],
                      found: undefined,
                      rule: "client ranges come through an attachment: without it they are admitted, and nothing leads to them",
                      fix: "add the attachment of the company's VPN or Direct Connect gateway, or remove ranges until there is one; the on-premises simulator needs no range here",
                  },
              ]
            : []),
        ...(ranges.length === 0 && attachment !== undefined
            ? [
                  {
                      path: ["hub", "clients", "ranges"],
                      found: ranges,
                      rule: "an attachment leads to the ranges that are named, and none is",
                      fix: "add ranges, or remove attachment",
                  },
              ]
            : []),
        ...(ranges.length === 0 && attachment === undefined && "onprem" in values && values.onprem === undefined
            ? [
                  {
                      path: ["hub", "clients"],
                      found: { ranges, resolver },
                      rule: "clients are ranges behind an attachment, or a resolver for the on-premises simulator; here is neither",
                      fix: "add ranges and attachment, or remove clients",
                  },
              ]
            : []),
        ...(resolver && zones.length < 2
            ? [
                  {
                      path: ["hub", "clients", "resolver"],
                      found: true,
                      rule: "an inbound resolver stands in 2 zones, because AWS wants 2 addresses and one zone can fail",
                      fix: "add a zone to hub.zones, or remove resolver",
                  },
              ]
            : []),
    ];
}
