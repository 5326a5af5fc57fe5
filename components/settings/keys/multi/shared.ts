import { z } from "zod";

import { refers, setting } from "../../setting";

/** What all lines of business share of one key; it is read with each line's own, and checked there. */
function shared(
    key: "network" | "domain" | "security",
    facts: { description: string; example: Record<string, unknown>; rule: string },
): z.ZodPrefault<z.ZodRecord<z.ZodString, z.ZodUnknown>> {
    return refers(setting(z.record(z.string(), z.unknown()), facts), key).prefault({});
}

export const sharedNetworkSchema = shared("network", {
    description:
        "What all lines of business share of `network`; a key of a line's own network takes the whole place of the same key here",
    example: { zones: ["euw1-az1", "euw1-az2"], features: ["studio", "jobs"] },
    rule: "a map of keys of network, without cidr, subnets, vpc and clients",
});

export const sharedDomainSchema = shared("domain", {
    description:
        "What all lines of business share of `domain`; a key of a line's own domain takes the whole place of the same key here",
    example: { idleShutdown: { minutes: 120 } },
    rule: "a map of keys of domain",
});

export const sharedSecuritySchema = shared("security", {
    description:
        "What all lines of business share of `security`; a key of a line's own security takes the whole place of the same key here",
    example: { keyDeletionDays: 30 },
    rule: "a map of keys of security",
});
