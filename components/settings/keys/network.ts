import { z } from "zod";

import { type Feature, FEATURES } from "../../../policy-pack/facts";
import { AWS_PREFIXES } from "../../addresses";
import { setting } from "../setting";
import { checked, cidrValue, distinct, retentionDays } from "../values";

const { shortest, longest } = AWS_PREFIXES;

const cidr = setting(
    cidrValue("10.20.0.0/16", ({ prefix }, report) => {
        if (prefix < shortest || prefix > longest) {
            report({ rule: `a VPC is a /${shortest} to /${longest}`, fix: "choose a range of that size" });
        }
    }),
    {
        description: "IPv4 range of the VPC, divided among zones and tiers by rule. A change replaces the domain",
        example: "10.20.0.0/16",
        rule: `an IPv4 range, /${shortest} to /${longest}, large enough for the zones`,
        noDefault: "it must come from your organisation's address plan",
    },
);

const ZONE_ID = /^[a-z]{2,6}\d-az\d+$/;
const ZONE_NAME = /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/;

const zone = setting(z.string().regex(new RegExp(`${ZONE_ID.source}|${ZONE_NAME.source}`)), {
    description: "An availability zone",
    example: "euw1-az1",
    rule: "a zone id such as euw1-az1 or a zone name such as eu-west-1a; no Local or Wavelength Zones",
    fix: "use an id or a name of a zone of the region",
});

const zones = setting(
    checked(distinct(z.array(zone).min(1).max(6)), (list, report) => {
        if (list.some((item) => ZONE_ID.test(item)) && list.some((item) => ZONE_NAME.test(item))) {
            report({
                rule: "zones are all ids or all names, because an id and a name can mean the same place",
                fix: "prefer ids: they mean the same place in every account",
            });
        }
    }),
    {
        description:
            "Zones of the VPC, as ids (the same place in every account) or names. Their order does not matter. Another zone can divide the network anew, which replaces the domain: choose them once, or fix all ranges in `subnets`",
        example: ["euw1-az1", "euw1-az2"],
        rule: "1 to 6 zones of the region, each once, all ids or all names; at least 2 in production",
        fix: "list 1 to 6 zones",
        noDefault: "zones are never chosen for you, because a different choice later would replace the domain",
    },
);

const ranges = (tier: string): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>> =>
    setting(z.record(z.string(), cidrValue("10.20.0.0/20")), {
        description: `Ranges of the tier ${tier}, by zone`,
        example: { "euw1-az1": "10.20.0.0/20", "euw1-az2": "10.20.16.0/20" },
        rule: `for each zone a range in network.cidr, /${shortest} to /${longest}, apart from all others`,
    }).optional();

const subnets = setting(
    z.strictObject({
        studio: ranges("studio (apps and jobs)"),
        endpoint: ranges("endpoint (VPC endpoints)"),
        firewall: ranges("firewall (reserved)"),
        nat: ranges("nat (reserved)"),
        transit: ranges("transit (transit gateway attachment)"),
    }),
    {
        description: "Ranges to use in place of the computed ones. Tiers not named here keep theirs",
        example: {
            studio: { "euw1-az1": "10.20.0.0/20", "euw1-az2": "10.20.16.0/20" },
            endpoint: { "euw1-az1": "10.20.32.0/24", "euw1-az2": "10.20.33.0/24" },
        },
        rule: "at least studio and endpoint, each with a range for every zone",
    },
);

const FEATURE_NAMES = Object.keys(FEATURES) as [Feature, ...Feature[]];

const feature = setting(z.enum(FEATURE_NAMES), {
    description: "What people do in Studio",
    example: "studio",
    rule: `one of: ${FEATURE_NAMES.join(", ")}`,
    fix: "choose one of them, or remove it",
});

const features = setting(
    checked(distinct(z.array(feature).min(1)), (list, report) => {
        if (!list.includes("studio")) {
            report({ rule: "features include studio, without which there is nothing to open", fix: "add studio" });
        }
    }),
    {
        description: `What people do in Studio; decides which VPC endpoints exist. ${Object.entries(FEATURES)
            .map(([name, feature]) => `\`${name}\`: ${lowerFirst(feature.description)}`)
            .join(". ")}`,
        example: ["studio", "jobs"],
        rule: `a list of ${FEATURE_NAMES.join(", ")}, each once, with studio`,
        fix: "list studio and what else is needed",
    },
);

const clients = setting(
    z.strictObject({
        ranges: setting(distinct(z.array(cidrValue("192.168.0.0/16")).min(1)), {
            description: "Company ranges that may open Studio: admitted on 443 to its API and web endpoints only",
            example: ["192.168.0.0/16"],
            rule: "one or more IPv4 ranges, each once, apart from network.cidr",
            fix: "list the ranges people come from",
            noDefault: "whoever is admitted must be named",
        }),
        via: setting(z.string().regex(/^(tgw|vgw)-([0-9a-f]{8}|[0-9a-f]{17})$/), {
            description:
                "Existing transit gateway or VPN gateway these ranges come through; the VPC is attached to it. Without it nothing is attached, and what they reach is not proven",
            example: "tgw-0123456789abcdef0",
            rule: "the id of a transit gateway (tgw-…) or a VPN gateway (vgw-…)",
        }).optional(),
    }),
    {
        description: "The company network. Without it Studio is reachable from inside the VPC only",
        example: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0" },
        rule: "a map with ranges and, where they come through a gateway, via",
    },
);

export const networkSchema = setting(
    z.strictObject({
        cidr,
        zones,
        subnets: subnets.optional(),
        egress: setting(z.enum(["isolated"]), {
            description: "Way out of the VPC. `isolated`: none; AWS is reached through VPC endpoints",
            example: "isolated",
            rule: "one of: isolated",
        }).default("isolated"),
        features: features.default(["studio", "jobs"]),
        clients: clients.optional(),
        flowLogRetentionDays: retentionDays("Days to keep the flow logs of all traffic"),
    }),
    {
        description: "The VPC and who reaches it",
        example: { cidr: "10.20.0.0/16", zones: ["euw1-az1", "euw1-az2"] },
        rule: "a map with at least cidr and zones",
        noDefault: "address range and zones are decisions only you can make",
    },
);

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
