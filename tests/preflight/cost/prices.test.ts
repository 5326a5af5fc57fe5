import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { type Price, priceOf, readPriceFile, readPrices } from "../../../preflight/cost";
import { PRICE_KEYS } from "../../../preflight/cost/priceKeys";
import { PreflightError } from "../../../preflight/error";

const ROW = {
    key: "natGateway",
    region: "eu-west-1",
    unit: "hour",
    usd: 1,
    source: "our contract",
    date: "2026-02-28",
};

function withFile<T>(text: string, use: (file: string) => T): T {
    const directory = mkdtempSync(path.join(os.tmpdir(), "prices-"));
    try {
        const file = path.join(directory, "prices.yaml");
        writeFileSync(file, text);
        return use(file);
    } finally {
        rmSync(directory, { recursive: true });
    }
}

const yaml = (rows: readonly object[]): string => JSON.stringify({ prices: rows });

function mistakeOf(text: string): string {
    return withFile(text, (file) => {
        try {
            readPrices(file);
        } catch (error) {
            assert.ok(error instanceof PreflightError, String(error));
            return error.message;
        }
        return assert.fail("the file was taken");
    });
}

describe("price list of the project", () => {
    const prices = readPrices();

    it("prices every kind of thing in us-east-1, each rate with an address to look it up", () => {
        const missing = PRICE_KEYS.filter((key) => priceOf(prices, key, "us-east-1") === undefined);
        assert.deepEqual(missing, []);
        assert.deepEqual(
            prices.filter(({ source }) => !source.startsWith("https://")),
            [],
        );
    });

    it("has the rates of Ireland and Frankfurt that a source names", () => {
        const usd = (key: Price["key"], region: string): number | undefined => priceOf(prices, key, region)?.usd;
        assert.deepEqual(
            ["us-east-1", "eu-west-1", "eu-central-1"].map((region) => [
                usd("interfaceEndpoint", region),
                usd("natGateway", region),
                usd("publicIpv4", region),
            ]),
            [
                [0.01, 0.045, 0.005],
                [0.011, 0.048, 0.005],
                [0.012, 0.052, 0.005],
            ],
        );
    });

    it("guesses no rate for a Region its sources do not name", () => {
        assert.equal(priceOf(prices, "firewallEndpoint", "eu-west-1"), undefined);
        assert.equal(priceOf(prices, "interfaceEndpoint", "ap-northeast-1"), undefined);
    });
});

describe("price file of a user", () => {
    it("comes before the project's rates for what it names, and adds what they lack", () => {
        const rows = [ROW, { ...ROW, key: "firewallEndpoint", usd: 0.39 }];
        withFile(yaml(rows), (file) => {
            const prices = readPrices(file);
            assert.equal(priceOf(prices, "natGateway", "eu-west-1")?.usd, 1);
            assert.equal(priceOf(prices, "natGateway", "eu-west-1")?.source, "our contract");
            assert.equal(priceOf(prices, "firewallEndpoint", "eu-west-1")?.usd, 0.39);
            assert.equal(priceOf(prices, "natGateway", "us-east-1")?.usd, 0.045);
        });
    });

    it("takes a rate of the Region before one for every Region, wherever they stand in the file", () => {
        const rows = [
            { ...ROW, region: "*", usd: 2 },
            { ...ROW, usd: 3 },
        ];
        withFile(yaml(rows), (file) => {
            const prices = readPriceFile(file);
            assert.equal(priceOf(prices, "natGateway", "eu-west-1")?.usd, 3);
            assert.equal(priceOf(prices, "natGateway", "sa-east-1")?.usd, 2);
        });
    });

    it("tells all mistakes at once, each with line, key, value, rule and fix", () => {
        const text = [
            "prices:",
            "  - { key: natGatway, region: eu-west-1, unit: hour, usd: 1, source: us, date: 2026-02-28 }",
            "  - key: kmsKey",
            "    region: Ireland",
            "    unit: GB",
            '    usd: "1"',
            "    date: 2026-02-30",
            "    note: cheap",
            "  - { key: secret, region: us-east-1, unit: month, usd: -1, source: ' ', date: 2026-02-28 }",
            "other: 1",
        ].join("\n");
        assert.equal(
            mistakeOf(text),
            [
                "prices.yaml:2  prices[0].key",
                '    found   "natGatway"',
                `    rule    one of interfaceEndpoint, natGateway, publicIpv4, firewallEndpoint,`,
                "            transitGatewayAttachment, resolverInterface, dnsFirewallDomain,",
                "            dnsFirewallAdvanced, hostedZone, kmsKey, secret",
                '    fix     write for example "natGateway"',
                "prices.yaml:3  prices[1].source",
                "    found   nothing",
                "    rule    required: a rate nobody can look up again is a guess",
                '    fix     add it, for example source: "https://aws.amazon.com/vpc/pricing/"',
                "prices.yaml:4  prices[1].region",
                '    found   "Ireland"',
                '    rule    a Region code, or "*" where the source states one rate for every',
                "            Region",
                '    fix     write for example "eu-west-1"',
                "prices.yaml:5  prices[1].unit",
                '    found   "GB"',
                "    rule    hour or month; what is paid by use is not part of the fixed cost",
                '    fix     write for example "hour"',
                "prices.yaml:6  prices[1].usd",
                '    found   "1"',
                "    rule    a number of US dollars, not negative",
                "    fix     write the number alone, without quotes and currency",
                "prices.yaml:7  prices[1].date",
                '    found   "2026-02-30"',
                "    rule    a day of the calendar, year-month-day",
                "    fix     write it as 2026-09-20",
                "prices.yaml:8  prices[1].note",
                '    found   "cheap"',
                "    rule    unknown key; the keys of an item are key, region, unit, usd, source,",
                "            date",
                "    fix     remove it",
                "prices.yaml:9  prices[2].usd",
                "    found   -1",
                "    rule    a number of US dollars, not negative",
                "    fix     write the number alone, without quotes and currency",
                "prices.yaml:9  prices[2].source",
                '    found   " "',
                "    rule    an address or a document people can look up",
                '    fix     write for example "https://aws.amazon.com/vpc/pricing/"',
                "prices.yaml:10  other",
                "    found   1",
                "    rule    unknown key; the keys of a price file are prices",
                "    fix     remove it",
            ].join("\n"),
        );
    });

    it("refuses a second rate for the same thing in the same Region", () => {
        const message = mistakeOf(yaml([ROW, { ...ROW, region: "us-east-1" }, ROW]));
        assert.match(message, /prices\[2\]\n/);
        assert.match(message.replace(/\s+/g, " "), /prices\[0\] already has natGateway in eu-west-1/);
    });

    for (const [what, text, expected] of [
        ["a file without rows", "nothing: here", "a price file holds its rows under the key prices"],
        ["an empty file", "", "a price file holds its rows under the key prices"],
        ["a single row in place of a list", `prices: ${JSON.stringify(ROW)}`, "a list of rows with key, region"],
        ["broken YAML", "prices: [", "YAML: "],
    ] as const) {
        it(`explains ${what}`, () => {
            assert.ok(mistakeOf(text).includes(expected), mistakeOf(text));
        });
    }

    it("explains a file that is not there", () => {
        assert.throws(() => readPrices("/no/such/prices.yaml"), /^Error: prices\.yaml:1\n +found +"no such file"/);
    });
});
