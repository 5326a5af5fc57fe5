import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";

import { type Cost, costOf, type PriceList } from "../../../preflight/cost";
import { costText } from "../../../preflight/report/cost";
import { networkFixture, REGION } from "../picture/networks";

const base = { region: REGION, unit: "hour", source: "https://example.com", date: "2026-03-04" } as const;
const PRICES: PriceList = [
    { ...base, key: "interfaceEndpoint", usd: 0.011 },
    { ...base, key: "natGateway", usd: 0.048 },
    { ...base, key: "publicIpv4", usd: 0.005 },
];

const textOf = (cost: Cost): string => stripVTControlCharacters(costText(cost));

describe("fixed cost in the report", () => {
    it("is a table with a total, what it is for, what is left out and how old its rates are", () => {
        const graph = networkFixture({ egress: "nat", zones: 1 }).graph();
        const text = textOf(costOf(graph, { region: REGION, features: ["studio", "jobs"], prices: PRICES }));
        assert.equal(
            text,
            [
                "  what                                rate, USD      USD/month",
                "  interface endpoints, by zone     9  0.011 an hour      72.27",
                "  NAT gateway                      1  0.048 an hour      35.04",
                "  public IPv4 address              1  0.005 an hour       3.65",
                "  total                                                 110.96",
                "  For: only studio 16.06 USD; only jobs 32.12 USD; shared by features 24.09 USD;",
                "    egress 38.69 USD.",
                "  By use, not counted: data through interface endpoints; data through NAT",
                "    gateways; data out to the internet; apps, jobs, home directories and space",
                "    volumes.",
                "  List prices without tax and discounts, 730 hours a month; the oldest rate is",
                "    of 2026-03-04.",
            ].join("\n"),
        );
    });

    it("never calls a sum the total while something is not priced", () => {
        const graph = networkFixture({ egress: "firewall", zones: 3, clients: true }).graph();
        const text = textOf(costOf(graph, { region: REGION, features: ["studio", "jobs"], prices: PRICES }));
        assert.doesNotMatch(text, /^ {2}total/m);
        assert.match(text, /^ {2}priced so far +\d/m);
        const said = text.replace(/\s+/g, " ");
        assert.match(said, /Not priced: 3 firewall endpoints; the price list has no rate for eu-west-1\./);
        assert.match(said, /Not priced: 1 transit gateway attachment; the price list has no rate/);
        assert.match(said, /is a lower bound; --prices FILE adds rates/);
    });

    it("says so when there is nothing to pay for", () => {
        const nothing: Cost = {
            region: REGION,
            currency: "USD",
            rows: [],
            unpriced: [],
            byPurpose: [],
            total: 0,
            byUse: [],
        };
        assert.equal(textOf(nothing), "  Nothing that costs by standing there.");
    });

    it("keeps within 80 columns, with thousands of dollars too", () => {
        const dear = PRICES.map((price) => ({ ...price, usd: 1234.5678 }));
        const graph = networkFixture({ egress: "nat", zones: 4, dns: true, clients: true }).graph();
        const text = textOf(costOf(graph, { region: REGION, features: ["studio", "jobs"], prices: dear }));
        assert.match(text, /32,444,441\.78/);
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
    });
});
