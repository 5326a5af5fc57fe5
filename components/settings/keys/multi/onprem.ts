import { z } from "zod";

import { setting } from "../../setting";
import { accountName, vpcRange, zoneIds } from "./places";

/** Longest prefix that leaves each of two zones a subnet with room for endpoints and host. */
const SMALLEST = 26;

export const onpremSchema = setting(
    z.strictObject({
        account: accountName("the simulator"),
        cidr: vpcRange("the simulator's VPC", "192.168.10.0/24", SMALLEST),
        zones: zoneIds("Zones of the simulator; without them, the hub's.", "").optional(),
        connect: setting(z.enum(["peering", "attachment"]), {
            description:
                "How it reaches the hub. `peering`: VPC peering, to the hub's VPC only. `attachment`: the transit gateway, as a company's own network would",
            example: "attachment",
            rule: "one of: peering, attachment",
        }).default("peering"),
        hostType: setting(z.string().regex(/^[a-z][a-z0-9-]*\.(nano|micro|small|medium|([0-9]+x)?large)$/), {
            description: "EC2 instance type of the host with a browser, which is reached through Session Manager only",
            example: "t3.large",
            rule: "an EC2 instance type, such as t3.medium",
            fix: "write for example t3.medium",
        }).default("t3.medium"),
    }),
    {
        description:
            "A network that stands in for the company's, to walk people's whole path from outside: an isolated VPC with one host",
        example: { account: "shared", cidr: "192.168.10.0/24" },
        rule: "a map with at least account and cidr",
    },
).optional();
