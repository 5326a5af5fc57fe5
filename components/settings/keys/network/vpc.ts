import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey, checked, cidrValue, distinct, isRelativePath } from "../../values";
import { byService } from "./services";

/** Id of an EC2 resource: its prefix and 8 (older) or 17 hexadecimal digits. */
function id(prefix: string, what: string, noDefault?: string): z.ZodString {
    return setting(z.string().regex(new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`)), {
        description: `Id of ${what}`,
        example: `${prefix}-0a1b2c3d4e5f60718`,
        rule: `the id of ${what}: ${prefix}- and 8 or 17 digits or letters a to f`,
        fix: "copy the id from the VPC console or `npm run facts`",
        ...(noDefault === undefined ? {} : { noDefault }),
    });
}

const studioSubnet = setting(
    z.strictObject({
        subnet: id("subnet", "the studio subnet of the zone", "apps and jobs stand in a subnet of yours"),
        cidr: setting(cidrValue("10.50.0.0/20"), {
            description: "Range of that subnet",
            example: "10.50.0.0/20",
            rule: "the subnet's IPv4 range, in network.cidr, apart from all others",
            noDefault: "routes and groups are made of it before AWS is asked",
        }),
        routeTable: id("rtb", "the route table of that subnet", "gateway endpoints and the way out are added to it"),
    }),
    {
        description: "The private subnet of the zone for apps and jobs",
        example: { subnet: "subnet-0a1b2c3d4e5f60718", cidr: "10.50.0.0/20", routeTable: "rtb-0a1b2c3d4e5f60718" },
        rule: "a map of subnet, cidr and routeTable",
    },
);

const EXAMPLE_STUDIO = {
    "euw1-az1": {
        subnet: "subnet-0a1b2c3d4e5f60001",
        cidr: "10.50.0.0/20",
        routeTable: "rtb-0a1b2c3d4e5f60001",
    },
};

export const vpcSchema = setting(
    z.strictObject({
        id: id("vpc", "the VPC", "the VPC must be named"),
        studio: setting(z.record(z.string(), studioSubnet), {
            description: "Its private subnets for apps and jobs, by zone",
            example: EXAMPLE_STUDIO,
            rule: "a map with one entry for each zone of network.zones and no others",
            noDefault: "the domain's subnets are a decision only you can make",
        }),
        endpoints: setting(byService(id("vpce", "the existing endpoint of the service")), {
            description:
                "Endpoints the VPC already has, by service; they are used as they are. What else the features need is made in the VPC",
            example: { s3: "vpce-0a1b2c3d4e5f60001" },
            rule: "a map of services of the endpoint catalogue to ids, each id once",
        }).default({}),
        endpointGroups: setting(distinct(z.array(id("sg", "a security group of existing interface endpoints"))), {
            description:
                "Security groups of the existing interface endpoints; a rule is added to each that admits the studio subnets' groups on 443",
            example: ["sg-0a1b2c3d4e5f60001"],
            rule: "ids of security groups, each once; given exactly when endpoints names an interface endpoint",
        }).default([]),
        internetGateway: id("igw", "the VPC's internet gateway").optional(),
        ownEgress: booleanKey("Whether the VPC already has the way out that `egress` names, so that none is made", {
            example: true,
            rule: "true or false; true only with egress: nat or firewall",
        }).default(false),
        ownDns: booleanKey(
            "Whether the VPC's owner decides which names resolve. With false the DNS Firewall of this stack is put on the VPC, for everything in it: with egress isolated or firewall nothing but Studio's names and `dns.allow` resolves then",
            {
                example: true,
                rule: "true or false",
                noDefault: "the rules for names hold for everything in the VPC, also for what is not Studio's",
            },
        ),
        facts: setting(
            checked(z.string().min(1), (file, report) => {
                if (!isRelativePath(file) || !file.endsWith(".json")) {
                    report({
                        rule: "a JSON file by its path from the stack file, so that it is found on every machine",
                        fix: "write for example facts/vpc-0a1b2c3d4e5f60718.json",
                    });
                }
            }),
            {
                description:
                    "What `npm run facts -- --vpc ID` wrote about the VPC, by its path from the stack file. Without it the proofs that need it say `not proven`",
                example: "facts/vpc-0a1b2c3d4e5f60718.json",
                rule: "the relative path of a JSON file",
            },
        ).optional(),
    }),
    {
        description: "An existing VPC to use in place of one of our own. `network.cidr` is its range then",
        example: { id: "vpc-0a1b2c3d4e5f60718", studio: EXAMPLE_STUDIO, ownDns: true },
        rule: "a map with at least id, studio and ownDns",
    },
);
