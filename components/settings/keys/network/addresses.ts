import { z } from "zod";

import { AWS_PREFIXES } from "../../../addresses";
import { setting } from "../../setting";
import { checked, cidrValue, distinct } from "../../values";

const { shortest, longest } = AWS_PREFIXES;

export const cidrSchema = setting(
    cidrValue("10.20.0.0/16", ({ prefix }, report) => {
        if (prefix < shortest || prefix > longest) {
            report({ rule: `a VPC is a /${shortest} to /${longest}`, fix: "choose a range of that size" });
        }
    }),
    {
        description:
            "IPv4 range of the VPC, divided among zones and tiers by rule; with `vpc`, the range that VPC has. A change replaces the domain",
        example: "10.20.0.0/16",
        rule: `an IPv4 range, /${shortest} to /${longest}, large enough for the zones`,
        noDefault: "it must come from your organisation's address plan",
    },
);

/** A zone by its id, which means the same place in every account. */
export const ZONE_ID = /^[a-z]{2,6}\d-az\d+$/;
const ZONE_NAME = /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/;

const zone = setting(z.string().regex(new RegExp(`${ZONE_ID.source}|${ZONE_NAME.source}`)), {
    description: "An availability zone",
    example: "euw1-az1",
    rule: "a zone id such as euw1-az1 or a zone name such as eu-west-1a; no Local or Wavelength Zones",
    fix: "use an id or a name of a zone of the region",
});

export const zonesSchema = setting(
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

export const subnetsSchema = setting(
    z.strictObject({
        studio: ranges("studio (apps and jobs)"),
        endpoint: ranges("endpoint (VPC endpoints, inbound resolver)"),
        firewall: ranges("firewall (firewall endpoints; reserved without egress firewall)"),
        nat: ranges("nat (NAT gateways; reserved when isolated)"),
        transit: ranges("transit (transit gateway attachment)"),
    }),
    {
        description:
            "Ranges to use in place of the computed ones. Tiers not named here keep theirs. With `vpc` nothing is computed: each tier in which something is made needs its ranges here, studio excepted",
        example: {
            studio: { "euw1-az1": "10.20.0.0/20", "euw1-az2": "10.20.16.0/20" },
            endpoint: { "euw1-az1": "10.20.32.0/24", "euw1-az2": "10.20.33.0/24" },
        },
        rule: "at least studio and endpoint, each with a range for every zone; with vpc no studio",
    },
);
