import { z } from "zod";

import { AWS_PREFIXES } from "../../../addresses";
import { setting } from "../../setting";
import { cidrValue, distinct } from "../../values";
import { ZONE_ID } from "../network/addresses";

const { shortest, longest } = AWS_PREFIXES;

/** Where a part of the deployment is. */
export function accountName(what: string): z.ZodString {
    return setting(z.string(), {
        description: `Where ${what} is, by its name in \`accounts\``,
        example: "shared",
        rule: "a name of accounts, as text",
        fix: "name an account of accounts",
        noDefault: "an account is never chosen for you",
    });
}

/** Range of a VPC of our own. */
export function vpcRange(what: string, example: string, least: number = longest): z.ZodString {
    return setting(
        cidrValue(example, ({ prefix }, report) => {
            if (prefix < shortest || prefix > least) {
                report({ rule: `${what} is a /${shortest} to /${least}`, fix: "choose a range of that size" });
            }
        }),
        {
            description: `IPv4 range of ${what}`,
            example,
            rule: `an IPv4 range, /${shortest} to /${least}, apart from every other network`,
            noDefault: "it must come from your organisation's address plan",
        },
    );
}

/** Zones by id: a name means another place in another account. */
export function zoneIds(
    description: string,
    production: string = "; at least 2 in production",
): z.ZodArray<z.ZodString> {
    const zone = setting(z.string().regex(ZONE_ID), {
        description: "An availability zone, by its id",
        example: "euw1-az1",
        rule: "a zone id such as euw1-az1: with many accounts no zone names, because a name is another place in each",
        fix: "write the ids that `aws ec2 describe-availability-zones` shows as ZoneId",
    });
    return setting(distinct(z.array(zone).min(1).max(6)), {
        description: `${description} Their order does not matter`,
        example: ["euw1-az1", "euw1-az2"],
        rule: `1 to 6 zone ids of the region, each once${production}`,
        fix: "list 1 to 6 zone ids",
        noDefault: "zones are never chosen for you",
    });
}

/** Ranges of the subnets for one purpose, by zone. */
export function rangesByZone(what: string, example: string, vpc: string): z.ZodRecord<z.ZodString, z.ZodString> {
    return setting(z.record(z.string(), cidrValue(example)), {
        description: `Ranges of the subnets for ${what}, by zone`,
        example: { "euw1-az1": example },
        rule: `for each zone a range in ${vpc}.cidr, /${shortest} to /${longest}, apart from all others`,
    });
}
