import assert from "node:assert/strict";

import fc from "fast-check";

import type { Feature } from "../../../policy-pack/facts";
import { type GraphResource, ResourceGraph, UNKNOWN } from "../../../policy-pack/graph";
import { type Cost, costOf, type Price, type PriceKey, type PriceList } from "../../../preflight/cost";
import { GraphBuilder } from "../picture/graphBuilder";
import { networkFixture, type NetworkFixture, REGION } from "../picture/networks";

const price = (key: PriceKey, usd: number, unit: Price["unit"] = "hour", date = "2026-01-01"): Price => ({
    key,
    region: REGION,
    unit,
    usd,
    source: "https://example.com/prices",
    date,
});

/** Round rates, so that a reader can work out every sum: an hour at 0.01 is 7.30 a month. */
const PRICES: PriceList = [
    price("interfaceEndpoint", 0.01),
    price("natGateway", 0.05, "hour", "2025-03-04"),
    price("publicIpv4", 0.005),
    price("firewallEndpoint", 0.4),
    price("transitGatewayAttachment", 0.05),
    price("dnsFirewallDomain", 0.5, "month"),
    price("dnsFirewallAdvanced", 0.2),
    price("kmsKey", 1, "month"),
];

const STUDIO: readonly Feature[] = ["studio"];

function costFor(
    fixture: NetworkFixture,
    prices: PriceList = PRICES,
    features: readonly Feature[] = fixture.features ?? ["studio", "jobs"],
): Cost {
    return costOf(networkFixture(fixture).graph(), { region: REGION, features, prices });
}

/** What a reader compares: count and monthly dollars by key. */
function rowsOf(cost: Cost): Record<string, [count: number, monthly: number]> {
    return Object.fromEntries(cost.rows.map(({ key, count, monthly }) => [key, [count, monthly]]));
}

describe("monthly fixed cost", () => {
    it("counts each interface endpoint in each of its zones, and no gateway endpoint", () => {
        // studio needs 5 interface endpoints beside s3: 5 * 2 zones * 730 h * 0.01.
        const cost = costFor({ egress: "isolated", zones: 2, features: STUDIO });
        assert.deepEqual(rowsOf(cost), { interfaceEndpoint: [10, 73] });
        assert.equal(cost.total, 73);
        assert.deepEqual(cost.unpriced, []);
    });

    it("adds NAT gateways and their addresses by zone", () => {
        const cost = costFor({ egress: "nat", zones: 3, features: STUDIO });
        // 15 * 7.30; 3 * 730 * 0.05; 3 * 730 * 0.005.
        assert.deepEqual(rowsOf(cost), {
            interfaceEndpoint: [15, 109.5],
            natGateway: [3, 109.5],
            publicIpv4: [3, 10.95],
        });
        assert.equal(cost.total, 229.95);
    });

    it("adds a firewall endpoint by zone, the attachment of the VPC and the DNS firewall", () => {
        const cost = costFor({ egress: "firewall", zones: 2, features: STUDIO, clients: true, dns: true });
        assert.deepEqual(rowsOf(cost), {
            interfaceEndpoint: [10, 73],
            natGateway: [2, 73],
            publicIpv4: [2, 7.3],
            firewallEndpoint: [2, 584],
            transitGatewayAttachment: [1, 36.5],
            // Three names and the * of the rule that blocks the rest.
            dnsFirewallDomain: [4, 2],
        });
        assert.equal(cost.total, 775.8);
    });

    it("counts a rule group with DNS Firewall Advanced once for each VPC, whatever its number of rules", () => {
        const cost = costFor({ egress: "nat", zones: 1, features: STUDIO, dns: true });
        assert.deepEqual(rowsOf(cost).dnsFirewallAdvanced, [1, 146]);
    });

    it("says what each part is for: what one feature alone needs, what features share, what was added", () => {
        const fixture: NetworkFixture = { egress: "nat", zones: 2, features: ["studio", "jobs"], dns: true };
        const { byPurpose, total } = costFor(fixture, PRICES, ["studio", "jobs"]);
        assert.deepEqual(byPurpose, [
            // sagemaker.runtime, studio; then ecr.api, ecr.dkr, monitoring, kms; then sagemaker.api, sts, logs.
            { purpose: "only studio", monthly: 29.2 },
            { purpose: "only jobs", monthly: 58.4 },
            { purpose: "shared by features", monthly: 43.8 },
            { purpose: "dns", monthly: 147.5 },
            { purpose: "egress", monthly: 80.3 },
        ]);
        assert.equal(total, 359.2);
        const fewer = costFor(fixture, PRICES, ["studio"]);
        assert.deepEqual(
            fewer.byPurpose.slice(0, 2),
            [
                { purpose: "only studio", monthly: 73 },
                { purpose: "added endpoints", monthly: 58.4 },
            ],
            "endpoints of a feature nobody chose were added by hand",
        );
    });

    it("counts a FIPS endpoint for the feature whose service it stands beside", () => {
        const build = new GraphBuilder();
        build.add("aws:ec2/vpcEndpoint:VpcEndpoint", "net-kms-fips", {
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.eu-west-1.kms-fips",
            subnetIds: ["subnet-1"],
        });
        const { byPurpose } = costOf(build.graph(), { region: REGION, features: ["studio", "jobs"], prices: PRICES });
        assert.deepEqual(byPurpose, [{ purpose: "only jobs", monthly: 7.3 }]);
    });

    it("lists what has no rate, with its number, and puts it into no sum", () => {
        const without = PRICES.filter(({ key }) => key !== "firewallEndpoint");
        const cost = costFor({ egress: "firewall", zones: 3, features: STUDIO }, without);
        assert.deepEqual(cost.unpriced, [
            { key: "firewallEndpoint", count: 3, why: "the price list has no rate for eu-west-1" },
        ]);
        assert.equal(cost.total, 229.95);
        assert.ok(!JSON.stringify(cost.rows).includes("firewallEndpoint"));
    });

    it("takes no rate of another Region", () => {
        const elsewhere = PRICES.map((each) => ({ ...each, region: "us-east-1" }));
        const cost = costFor({ egress: "isolated", zones: 2, features: STUDIO }, elsewhere);
        assert.deepEqual([cost.rows, cost.total, cost.oldestRate], [[], 0, undefined]);
        assert.deepEqual(cost.unpriced, [
            { key: "interfaceEndpoint", count: 10, why: "the price list has no rate for eu-west-1" },
        ]);
    });

    it("lists a number nobody can read yet, by the name of the resource", () => {
        const build = new GraphBuilder();
        const endpoint = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sts" };
        build.add("aws:ec2/vpcEndpoint:VpcEndpoint", "net-sts", { ...endpoint, subnetIds: UNKNOWN });
        build.add("aws:ec2/vpcEndpoint:VpcEndpoint", "net-kms", { ...endpoint, subnetIds: [UNKNOWN, UNKNOWN] });
        const cost = costOf(build.graph(), { region: REGION, features: STUDIO, prices: PRICES });
        assert.deepEqual(rowsOf(cost), { interfaceEndpoint: [2, 14.6] });
        assert.deepEqual(cost.unpriced, [
            { key: "interfaceEndpoint", why: "how many is not known before deployment: net-sts" },
        ]);
    });

    it("does not say that a rule group made elsewhere is free of DNS Firewall Advanced", () => {
        const build = new GraphBuilder();
        build.add("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", "theirs", {
            firewallRuleGroupId: "rslvr-frg-0123456789abcdef",
        });
        const cost = costOf(build.graph(), { region: REGION, features: STUDIO, prices: PRICES });
        assert.deepEqual(
            cost.unpriced.map(({ key }) => key),
            ["dnsFirewallAdvanced"],
        );
    });

    it("leaves out what stands already: resources of a facts file and those the program only reads", () => {
        const build = new GraphBuilder();
        build.add("aws:ec2/natGateway:NatGateway", "ours", {});
        const [ours] = build.resources() as [GraphResource];
        const facts = {
            ...ours,
            urn: "urn:pulumi:facts::existing::aws:ec2/natGateway:NatGateway::nat-1",
            name: "nat-1",
        };
        const read = { ...ours, urn: `${ours.urn}-read`, name: "read", external: true };
        const graph = new ResourceGraph([ours, facts, read]);
        assert.deepEqual(rowsOf(costOf(graph, { region: REGION, features: STUDIO, prices: PRICES })), {
            natGateway: [1, 36.5],
        });
    });

    it("gives the day of the oldest rate it used, not of the oldest it knows", () => {
        const old = { ...price("secret", 0.4, "month"), date: "2020-01-01" };
        assert.equal(costFor({ egress: "nat", zones: 1 }, [...PRICES, old]).oldestRate, "2025-03-04");
        assert.equal(costFor({ egress: "isolated", zones: 1 }, [...PRICES, old]).oldestRate, "2026-01-01");
    });

    it("names what is paid by use, and only what the stack has", () => {
        assert.deepEqual(costFor({ egress: "isolated", zones: 1 }).byUse, [
            "data through interface endpoints",
            "apps, jobs, home directories and space volumes",
        ]);
        assert.deepEqual(costFor({ egress: "firewall", zones: 1, clients: true, dns: true }).byUse, [
            "data through interface endpoints",
            "data through NAT gateways",
            "data out to the internet",
            "data through the firewall",
            "data through the transit gateway",
            "DNS queries inspected",
            "apps, jobs, home directories and space volumes",
        ]);
    });

    it("is the same whether ids are known or not, and its parts sum up to it", () => {
        fc.assert(
            fc.property(
                fc.record({
                    egress: fc.constantFrom("isolated" as const, "nat" as const, "firewall" as const),
                    zones: fc.integer({ min: 1, max: 4 }),
                    clients: fc.boolean(),
                    dns: fc.boolean(),
                    features: fc.subarray(["studio", "jobs", "canvas", "glue"] as const, { minLength: 1 }),
                }),
                (fixture) => {
                    const known = costFor(fixture);
                    assert.deepEqual(costFor({ ...fixture, unknown: true }), known);
                    const parts = known.byPurpose.reduce((sum, { monthly }) => sum + monthly, 0);
                    assert.ok(Math.abs(parts - known.total) < 0.005, `${parts} of ${known.total}`);
                },
            ),
            { numRuns: 40 },
        );
    });
});
