import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey, cidrValue, distinct } from "../../values";

export const clientsSchema = setting(
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
        resolver: booleanKey(
            "Makes an inbound resolver endpoint, to which the company's DNS servers forward the names of the VPC's endpoints",
            { example: true, rule: "true or false" },
        ).default(false),
    }),
    {
        description: "The company network. Without it Studio is reachable from inside the VPC only",
        example: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0" },
        rule: "a map with ranges and, where they come through a gateway, via",
    },
);
