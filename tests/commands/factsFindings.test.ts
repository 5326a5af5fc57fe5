import assert from "node:assert/strict";
import path from "node:path";

import { findings } from "../../commands/facts/findings";
import { needOf, type Need } from "../../commands/facts/need";
import type { Facts } from "../../preflight/facts";
import { readStack } from "../../preflight/stack";
import { ROOT } from "../preflight/cliProcess";
import { sample, withRoutes } from "../preflight/facts/sample";

const { settings } = readStack(ROOT, path.join(ROOT, "tests/stacks/existing-vpc.yaml"));
const NEED = needOf(settings, "vpc-0a1b2c3d4e5f60718");
const ONE = "subnet-0a1b2c3d4e5f60001";
const TABLE = "rtb-0a1b2c3d4e5f60001";
const S3_ROUTE = { destination: "pl-6da54004", target: "vpce-0a1b2c3d4e5f60001" };

function vpcOf(changes: Partial<NonNullable<Need["vpc"]>>): Need {
    assert.ok(NEED.vpc);
    return { ...NEED, vpc: { ...NEED.vpc, ...changes } };
}

function withSubnet(changes: Partial<Facts["subnets"][number]>): Facts {
    const [first, ...others] = sample().subnets;
    assert.ok(first);
    return sample({ subnets: [{ ...first, ...changes }, ...others] });
}

function withEndpoint(at: number, changes: Partial<Facts["endpoints"][number]>): Facts {
    return sample({
        endpoints: sample().endpoints.map((each, index) => (index === at ? { ...each, ...changes } : each)),
    });
}

const { vpc } = sample();
const RULES: readonly (readonly [string, Facts, Need | undefined, readonly (readonly [string, string])[]])[] = [
    ["nothing is wrong", sample(), NEED, []],
    [
        "DNS attributes are off, even without a stack",
        sample({ vpc: { ...vpc, dnsSupport: false, dnsHostnames: false } }),
        undefined,
        [
            [
                "vpc-0a1b2c3d4e5f60718: enableDnsSupport is off, so the names of interface endpoints do not lead to them",
                `aws ec2 modify-vpc-attribute --region eu-west-1 --vpc-id vpc-0a1b2c3d4e5f60718 --enable-dns-support '{"Value":true}'`,
            ],
            [
                "vpc-0a1b2c3d4e5f60718: enableDnsHostnames is off, so the names of interface endpoints do not lead to them",
                `aws ec2 modify-vpc-attribute --region eu-west-1 --vpc-id vpc-0a1b2c3d4e5f60718 --enable-dns-hostnames '{"Value":true}'`,
            ],
        ],
    ],
    [
        "network.cidr is not a range of the VPC",
        sample({ vpc: { ...vpc, cidrs: ["10.60.0.0/16", "10.61.0.0/16"] } }),
        NEED,
        [
            [
                "vpc-0a1b2c3d4e5f60718: its ranges are 10.60.0.0/16, 10.61.0.0/16, network.cidr is 10.50.0.0/16",
                "Set network.cidr to the VPC's range in which Studio's subnets lie.",
            ],
        ],
    ],
    [
        "the internet gateway is another",
        sample({ internetGateways: ["igw-0a1b2c3d4e5f60002"] }),
        NEED,
        [
            [
                "igw-0a1b2c3d4e5f60001 (network.vpc.internetGateway) is not attached to vpc-0a1b2c3d4e5f60718",
                "Set network.vpc.internetGateway to igw-0a1b2c3d4e5f60002.",
            ],
        ],
    ],
    [
        "there is no internet gateway",
        sample({ internetGateways: [] }),
        NEED,
        [
            [
                "igw-0a1b2c3d4e5f60001 (network.vpc.internetGateway) is not attached to vpc-0a1b2c3d4e5f60718",
                "Attach an internet gateway to the VPC and name it in network.vpc.internetGateway.",
            ],
        ],
    ],
    [
        "a Studio subnet is not there",
        withSubnet({ id: "subnet-0a1b2c3d4e5f60009" }),
        vpcOf({ endpoints: {}, endpointGroups: [] }),
        [
            [
                `${ONE} (network.vpc.studio.euw1-az1) is not in vpc-0a1b2c3d4e5f60718`,
                "Name a subnet of the VPC that lies in euw1-az1: subnet-0a1b2c3d4e5f60009 (10.50.0.0/20).",
            ],
            [
                "vpc-0a1b2c3d4e5f60718 has vpce-0a1b2c3d4e5f60001 of s3 already; AWS refuses a second one in the same route table",
                "Name it: network.vpc.endpoints.s3: vpce-0a1b2c3d4e5f60001.",
            ],
            [
                "vpc-0a1b2c3d4e5f60718 has vpce-0a1b2c3d4e5f60002 of sts already; AWS refuses a second one with the same private name",
                "Name it: network.vpc.endpoints.sts: vpce-0a1b2c3d4e5f60002, and its groups sg-0a1b2c3d4e5f60001 in network.vpc.endpointGroups.",
            ],
        ],
    ],
    [
        "a Studio subnet has another zone and range, and gives public addresses",
        withSubnet({ zoneId: "euw1-az3", zoneName: "eu-west-1c", cidr: "10.50.64.0/20", mapPublicIp: true }),
        NEED,
        [
            [
                `${ONE} lies in euw1-az3 (eu-west-1c), not in euw1-az1`,
                "Name a subnet that lies in euw1-az1: it has none there.",
            ],
            [
                `${ONE} has the range 10.50.64.0/20, network.vpc.studio.euw1-az1.cidr is 10.50.0.0/20`,
                "Set network.vpc.studio.euw1-az1.cidr to 10.50.64.0/20.",
            ],
            [
                `${ONE} gives a public address to whatever starts in it`,
                `aws ec2 modify-subnet-attribute --region eu-west-1 --subnet-id ${ONE} --no-map-public-ip-on-launch`,
            ],
            [
                "vpce-0a1b2c3d4e5f60002 of sts has no interface in euw1-az1, so Studio there depends on another zone",
                "aws ec2 modify-vpc-endpoint --region eu-west-1 --vpc-endpoint-id vpce-0a1b2c3d4e5f60002 --add-subnet-ids SUBNET, with a private subnet of euw1-az1",
            ],
        ],
    ],
    [
        "a Studio subnet falls to the main table",
        sample({
            routeTables: sample().routeTables.map((table) =>
                table.id === TABLE ? { ...table, subnetIds: [] } : table,
            ),
        }),
        NEED,
        [
            [
                `${ONE} is served by rtb-0a1b2c3d4e5f60000, network.vpc.studio.euw1-az1.routeTable is ${TABLE}`,
                "Associate rtb-0a1b2c3d4e5f60001 with the subnet, or name the table that serves it.",
            ],
        ],
    ],
    [
        "a Studio subnet is public",
        withRoutes({ destination: "0.0.0.0/0", target: "igw-0a1b2c3d4e5f60001" }, S3_ROUTE),
        NEED,
        [
            [
                `${ONE}, table ${TABLE}: 0.0.0.0/0 leads to igw-0a1b2c3d4e5f60001, which makes the subnet public`,
                `Remove that route from ${TABLE}, or use a private subnet.`,
            ],
        ],
    ],
    [
        "a route leads nowhere",
        withRoutes({ destination: "0.0.0.0/0", target: "blackhole" }, S3_ROUTE),
        NEED,
        [[`${ONE}, table ${TABLE}: 0.0.0.0/0 leads to something that is gone`, `Remove that route from ${TABLE}.`]],
    ],
    [
        "there is a way out where the stack makes one",
        withRoutes({ destination: "0.0.0.0/0", target: "nat-0a1b2c3d4e5f60009" }, S3_ROUTE),
        NEED,
        [
            [
                `${ONE}, table ${TABLE}: 0.0.0.0/0 leads to nat-0a1b2c3d4e5f60009, and network.egress is nat`,
                `Remove that route from ${TABLE}, where the stack adds its own; or set ownEgress true to use the VPC's.`,
            ],
        ],
    ],
    [
        "there is a way out where there shall be none",
        withRoutes({ destination: "::/0", target: "tgw-0a1b2c3d4e5f60009" }, S3_ROUTE),
        { ...NEED, egress: "isolated" },
        [
            [
                `${ONE}, table ${TABLE}: ::/0 leads to tgw-0a1b2c3d4e5f60009, and network.egress is isolated`,
                `Remove that route from ${TABLE}: with egress isolated nothing leads out.`,
            ],
        ],
    ],
    [
        "there is no way out where the VPC is said to have one, in one of two zones",
        withRoutes({ destination: "0.0.0.0/0", target: "nat-0a1b2c3d4e5f60009" }, S3_ROUTE),
        vpcOf({ ownEgress: true }),
        [
            [
                "subnet-0a1b2c3d4e5f60002, table rtb-0a1b2c3d4e5f60002: there is no default route, and network.vpc.ownEgress says the VPC has its way out",
                "Add the route 0.0.0.0/0 to rtb-0a1b2c3d4e5f60002, or set ownEgress false to have the way out made.",
            ],
        ],
    ],
    [
        "a named endpoint does not exist, another of its service does",
        withEndpoint(1, { id: "vpce-0a1b2c3d4e5f60009" }),
        NEED,
        [
            [
                "vpce-0a1b2c3d4e5f60002 (network.vpc.endpoints.sts) is not a working endpoint of vpc-0a1b2c3d4e5f60718",
                "Set network.vpc.endpoints.sts to vpce-0a1b2c3d4e5f60009, which is one of com.amazonaws.eu-west-1.sts.",
            ],
        ],
    ],
    [
        "a named endpoint does not exist at all",
        sample({ endpoints: sample().endpoints.slice(0, 1) }),
        NEED,
        [
            [
                "vpce-0a1b2c3d4e5f60002 (network.vpc.endpoints.sts) is not a working endpoint of vpc-0a1b2c3d4e5f60718",
                "Remove network.vpc.endpoints.sts to have one made.",
            ],
        ],
    ],
    [
        "a named endpoint is of another service",
        withEndpoint(1, { serviceName: "com.amazonaws.eu-west-1.ssm" }),
        NEED,
        [
            [
                "vpce-0a1b2c3d4e5f60002 (network.vpc.endpoints.sts) is an endpoint of com.amazonaws.eu-west-1.ssm, not of com.amazonaws.eu-west-1.sts",
                "Name an endpoint of com.amazonaws.eu-west-1.sts, or remove network.vpc.endpoints.sts to have one made.",
            ],
        ],
    ],
    [
        "the gateway is missing in a table",
        withEndpoint(0, { routeTableIds: [TABLE] }),
        NEED,
        [
            [
                "vpce-0a1b2c3d4e5f60001 has no route in rtb-0a1b2c3d4e5f60002, so its service is not reached from there",
                "aws ec2 modify-vpc-endpoint --region eu-west-1 --vpc-endpoint-id vpce-0a1b2c3d4e5f60001 --add-route-table-ids rtb-0a1b2c3d4e5f60002",
            ],
        ],
    ],
    [
        "an interface endpoint has no private name, a zone too few and unknown groups",
        withEndpoint(1, { privateDns: false, subnetIds: [ONE], groupIds: ["sg-0a1b2c3d4e5f60000"] }),
        NEED,
        [
            [
                "vpce-0a1b2c3d4e5f60002 of sts has private DNS off, so the service's usual name does not lead to it",
                "aws ec2 modify-vpc-endpoint --region eu-west-1 --vpc-endpoint-id vpce-0a1b2c3d4e5f60002 --private-dns-enabled",
            ],
            [
                "vpce-0a1b2c3d4e5f60002 of sts has no interface in euw1-az2, so Studio there depends on another zone",
                "aws ec2 modify-vpc-endpoint --region eu-west-1 --vpc-endpoint-id vpce-0a1b2c3d4e5f60002 --add-subnet-ids SUBNET, with a private subnet of euw1-az2",
            ],
            [
                "vpce-0a1b2c3d4e5f60002 of sts has the groups sg-0a1b2c3d4e5f60000, none of them in network.vpc.endpointGroups",
                "Name one of them there: the stack adds the rules by which Studio reaches the endpoint.",
            ],
        ],
    ],
];

describe("what Studio misses in an existing VPC", () => {
    for (const [what, facts, need, expected] of RULES) {
        it(`${what}: ${expected.length === 0 ? "no finding" : "told with the fix"}`, () => {
            assert.deepEqual(
                findings(facts, need).map(({ what: found, fix }) => [found, fix]),
                expected,
            );
        });
    }

    it("is told by zone names as well as by zone ids", () => {
        assert.ok(NEED.vpc);
        const studio = Object.fromEntries(
            Object.values(NEED.vpc.studio).map((subnet, at) => [at === 0 ? "eu-west-1a" : "eu-west-1b", subnet]),
        );
        assert.deepEqual(findings(sample(), { ...vpcOf({ studio }), zones: Object.keys(studio) }), []);
    });
});
