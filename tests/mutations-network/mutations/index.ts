import type { Mutation, Resources } from "../edit";
import { additions } from "./additions";
import { attributes } from "./attributes";
import { dnsRules } from "./dns";
import { endpointPolicies } from "./endpointPolicies";
import { firewallFields } from "./firewall";
import { removals } from "./removals";
import { swaps } from "./swaps";

/** Kinds of change; each makes its mutations from what the network has. */
export const KINDS: Readonly<Record<string, (resources: Resources) => Mutation[]>> = {
    removals,
    additions,
    swaps,
    "endpoint policies": endpointPolicies,
    "firewall fields": firewallFields,
    "DNS rules": dnsRules,
    attributes,
};
