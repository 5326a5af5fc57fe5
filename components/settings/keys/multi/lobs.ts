import { z } from "zod";

import { refers, setting } from "../../setting";
import { booleanKey, inQuotes } from "../../values";

/** As many as one role of the access service can name; IAM and AWS STS quotas, managed policies of a role. */
const MOST_LOBS = 200;

/** Names of other parts of the stack, beside which a line of business stands. */
export const RESERVED_LOB_NAMES = ["hub", "access", "onprem", "clients", "aws"] as const;

const name = setting(z.string().regex(/^[a-z0-9][a-z0-9-]{0,19}$/), {
    description:
        "Name of the line of business; the names of all it has contain it. A change replaces everything, domain and homes included",
    example: "retail",
    rule: `1 to 20 lower-case letters, digits and hyphens, not beginning with a hyphen; not ${RESERVED_LOB_NAMES.join(", ")}`,
    fix: (found) => inQuotes(found, "write a short name such as retail"),
    noDefault: "it names the line of business",
});

/** A map of keys that are read with the line's whole configuration, so that each mistake is told once. */
const part = (key: "network" | "domain" | "security", description: string, example: Record<string, unknown>) =>
    refers(
        setting(z.record(z.string(), z.unknown()), {
            description,
            example,
            rule: `a map of keys of \`${key}\`, as of a single account`,
        }),
        key,
    );

const sharedText = (key: string): string =>
    `each takes the whole place of the same key of top-level \`${key}\`, which all lines share`;

/** One line of business by its own keys; what is in its maps is read with what it shares. */
export const lobSchema = z.strictObject({
    name,
    account: setting(z.string(), {
        description: "Where the line of business is, by its name in `accounts`",
        example: "retail",
        rule: "a name of accounts, as text",
        fix: "name an account of accounts",
        noDefault: "an account is never chosen for you",
    }),
    network: part(
        "network",
        `Keys of \`network\` of its own; ${sharedText("network")}. It has at least cidr, which lies in hub.lobRanges, and neither vpc nor clients`,
        { cidr: "10.100.0.0/16" },
    ),
    centralEgress: booleanKey(
        "Whether its way out is the hub's firewall. Its own egress is isolated then; without it, its own `egress` decides",
        { example: true, rule: "true or false; true only with hub.egress: firewall" },
    ).default(false),
    domain: part("domain", `Keys of \`domain\` of its own; ${sharedText("domain")}`, {
        homes: "retain",
    }).optional(),
    security: part("security", `Keys of \`security\` of its own; ${sharedText("security")}`, {
        keyDeletionDays: 30,
    }).optional(),
    users: refers(
        setting(z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]), {
            description:
                "Its people, as top-level `users` of a single account: a list, or a map with `file`. Each one's `tag` is the name the person signs in with at the access service; who has profiles in several lines has the same in each",
            example: [{ name: "jon.doe", tag: "jon.doe" }],
            rule: "a list of maps with name and tag, or a map with file; tags of 2 to 64 lower-case letters, digits and . _ + = @ -, with a letter or digit at both ends",
        }),
        "users",
    ).optional(),
});

export const lobsSchema = setting(z.array(lobSchema).min(1).max(MOST_LOBS), {
    description:
        "The lines of business, each with network, keys, roles, domain and people of its own, as a single account has them. Their order does not matter",
    example: [{ name: "retail", account: "retail", network: { cidr: "10.100.0.0/16" } }],
    rule: `1 to ${MOST_LOBS} maps with name, account and network, each name once`,
    noDefault: "without one there is nothing to open",
});
