import { z } from "zod";

import { AWS_PREFIXES } from "../../../addresses";
import { refers, setting } from "../../setting";
import { booleanKey, cidrValue, distinct, retentionDays } from "../../values";
import { dnsSchema, firewallSchema } from "../network/egress";
import { keyAdministrators } from "./keyAdministrators";
import { accountName, rangesByZone, vpcRange, zoneIds } from "./places";

const { shortest, longest } = AWS_PREFIXES;

const subnets = setting(
    z.strictObject({
        endpoint: rangesByZone("endpoints and resolver", "10.0.8.0/21", "hub"),
        transit: rangesByZone("the attachment to the transit gateway", "10.0.24.0/24", "hub"),
        firewall: rangesByZone("firewall endpoints", "10.0.26.0/24", "hub").optional(),
        nat: rangesByZone("NAT gateways", "10.0.28.0/24", "hub").optional(),
    }),
    {
        description: "Ranges to use in place of the computed ones; nothing is computed beside them",
        example: {
            endpoint: { "euw1-az1": "10.0.8.0/21", "euw1-az2": "10.0.16.0/21" },
            transit: { "euw1-az1": "10.0.24.0/24", "euw1-az2": "10.0.25.0/24" },
        },
        rule: "endpoint and transit, with egress firewall also firewall and nat, each with a range for every zone",
    },
);

const clients = setting(
    z.strictObject({
        ranges: setting(distinct(z.array(cidrValue("192.168.0.0/16"))), {
            description:
                "Company ranges that may open Studio through the hub, on 443 and to the endpoints they need only. The on-premises simulator's own range is admitted without being named",
            example: ["192.168.0.0/16"],
            rule: "IPv4 ranges, each once, apart from every VPC; given exactly when attachment is",
            fix: "list the ranges people come from",
        }).default([]),
        attachment: setting(z.string().regex(/^tgw-attach-([0-9a-f]{8}|[0-9a-f]{17})$/), {
            description:
                "Attachment of the company's VPN or Direct Connect gateway to the hub's transit gateway, through which these ranges come. It can be made once the hub is",
            example: "tgw-attach-0123456789abcdef0",
            rule: "the id of an attachment of a transit gateway: tgw-attach- and 8 or 17 digits or letters a to f",
        }).optional(),
        resolver: booleanKey(
            "Makes an inbound resolver endpoint, to which the company's DNS servers forward the names of the hub's endpoints",
            { example: true, rule: "true or false" },
        ).default(false),
    }),
    {
        description: "The company network. Without it and without `onprem` nobody outside the VPCs reaches Studio",
        example: { ranges: ["192.168.0.0/16"], attachment: "tgw-attach-0123456789abcdef0" },
        rule: "a map of ranges, attachment and resolver",
    },
);

export const hubSchema = setting(
    z.strictObject({
        account: accountName("the hub"),
        cidr: vpcRange("the hub's VPC", "10.0.0.0/16"),
        zones: zoneIds("Zones of the hub and the access service, as ids, which mean the same place in every account."),
        subnets: subnets.optional(),
        asn: setting(z.union([z.int().min(64512).max(65534), z.int().min(4200000000).max(4294967294)]), {
            description: "Private autonomous system number of the transit gateway. A change replaces the gateway",
            example: 64512,
            rule: "a private number of 64512 to 65534 or of 4200000000 to 4294967294",
            fix: "use 65000, unless the company's routers have it already",
        }).default(65000),
        endpoints: setting(z.enum(["shared", "local"]), {
            description:
                "Where the lines' interface endpoints are. `shared`: in the hub, once for all, reached through the transit gateway. `local`: in each line's VPC. What people's browsers and the access service need is always in the hub, gateway endpoints are always in each VPC",
            example: "local",
            rule: "one of: shared, local",
        }).default("shared"),
        lobRanges: setting(
            z
                .array(
                    cidrValue("10.96.0.0/11", ({ prefix }, report) => {
                        if (prefix < 8 || prefix > longest) {
                            report({ rule: `a supernet is a /8 to /${longest}`, fix: "choose a range of that size" });
                        }
                    }),
                )
                .min(1)
                .max(10),
            {
                description:
                    "Supernets in which every line of business lies, now and later. What goes from line to line in them is dropped; what the hub admits names them, so that a new line changes nothing in the hub's rules",
                example: ["10.96.0.0/11"],
                rule: "1 to 10 IPv4 ranges, apart from each other and from hub, access, clients and on-premises; each line lies in one of them",
                fix: "list the ranges your address plan keeps for lines of business",
                noDefault: "they must come from your organisation's address plan",
            },
        ),
        organization: setting(z.string().regex(/^o-[a-z0-9]{10,32}$/), {
            description:
                "AWS Organization whose principals and resources the hub's endpoints let through. Without it, those of `accounts` only",
            example: "o-a1b2c3d4e5",
            rule: "the id of an organization: o- and 10 to 32 lower-case letters and digits",
            fix: "write the id as `aws organizations describe-organization` shows it",
        }).optional(),
        egress: setting(z.enum(["isolated", "firewall"]), {
            description:
                "Way out of the hub for lines with `centralEgress`. `isolated`: none. `firewall`: a firewall endpoint and behind it a NAT gateway in each zone; only what `firewall.allow` names gets out",
            example: "firewall",
            rule: "one of: isolated, firewall",
        }).default("isolated"),
        firewall: refers(firewallSchema, "network.firewall").optional(),
        dns: refers(dnsSchema, "network.dns"),
        clients: clients.optional(),
        flowLogRetentionDays: retentionDays("Days to keep the flow logs of the hub and of the access service's VPC"),
        flowLogDestination: setting(z.enum(["log-group", "bucket"]), {
            description: "Where these flow logs go, as `network.flowLogDestination` says for a line's own",
            example: "bucket",
            rule: "one of: log-group, bucket",
        }).default("log-group"),
        logRetentionDays: retentionDays("Days to keep the hub's other logs"),
        keyAdministrators: keyAdministrators("the hub"),
        keyDeletionDays: setting(z.int().min(7).max(30), {
            description: "Waiting period before a deleted key of hub, access service or simulator is gone",
            example: 14,
            rule: "whole days, 7 to 30",
        }).default(30),
    }),
    {
        description: `The shared network: transit gateway, endpoints and private zones. Its VPC is a /${shortest} to /${longest}`,
        example: {
            account: "shared",
            cidr: "10.0.0.0/16",
            zones: ["euw1-az1", "euw1-az2"],
            lobRanges: ["10.96.0.0/11"],
        },
        rule: "a map with at least account, cidr, zones and lobRanges",
        noDefault: "account, ranges and zones are decisions only you can make",
    },
);
