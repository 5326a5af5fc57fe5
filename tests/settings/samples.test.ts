import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";

import { parse as parseYaml } from "yaml";

import { type PlainSettings, roomOfNetwork } from "../../components/settings";
import { servicesMade, servicesOf } from "../../components/settings/services";
import { acceptsStackFile } from "./ajv";
import { edited, parse, problemsIn, sample, singleOf } from "./helper";

const STACKS = path.resolve(__dirname, "../stacks");
const NAMES = readdirSync(STACKS)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => path.basename(file, ".yaml"));

function settingsOf(text: string): PlainSettings {
    return singleOf(parse(text));
}

describe("settings: sample stacks", () => {
    for (const name of NAMES) {
        it(`${name} has no mistake, for the parser and for editors`, () => {
            assert.deepEqual(problemsIn(sample(name)), []);
            assert.ok(acceptsStackFile(parseYaml(sample(name))));
        });
    }

    it("protect the firewall in production unless told otherwise, and elsewhere only when told", () => {
        const protections = (text: string): boolean | undefined => settingsOf(text).network.firewall?.protections;
        const production = sample("firewall");
        const trial = edited(production, [["production: true", "production: false"]]);
        assert.equal(protections(production), true);
        assert.equal(protections(trial), false);
        assert.equal(
            protections(edited(trial, [["      timeServers", "      protections: true\n      timeServers"]])),
            true,
        );
    });

    it("divide an existing VPC only as far as they say", () => {
        assert.deepEqual(settingsOf(sample("existing-vpc")).subnets, {
            studio: { "euw1-az1": "10.50.0.0/20", "euw1-az2": "10.50.16.0/20" },
            endpoint: { "euw1-az1": "10.50.32.0/24", "euw1-az2": "10.50.33.0/24" },
            firewall: {},
            nat: { "euw1-az1": "10.50.34.0/28", "euw1-az2": "10.50.34.16/28" },
            transit: {},
        });
    });

    it("need no endpoint ranges in a VPC that has every endpoint", () => {
        const all = Object.fromEntries(
            servicesOf(settingsOf(sample("existing-vpc")).network, "eu-west-1").map((key, index) => [
                key,
                `vpce-0a1b2c3d4e5f6${String(index).padStart(4, "0")}`,
            ]),
        );
        const text = edited(sample("existing-vpc"), [
            ["        s3: vpce-0a1b2c3d4e5f60001\n        sts: vpce-0a1b2c3d4e5f60002\n", ""],
            ["      endpoints:\n", `      endpoints: ${JSON.stringify(all)}\n`],
            ["      endpoint:\n        euw1-az1: 10.50.32.0/24\n        euw1-az2: 10.50.33.0/24\n", ""],
        ]);
        const { network, subnets } = settingsOf(text);
        assert.deepEqual(servicesMade(network, "eu-west-1"), []);
        assert.deepEqual(subnets.endpoint, {});
    });

    it("make in an existing VPC the endpoints it has not", () => {
        assert.deepEqual(servicesMade(settingsOf(sample("existing-vpc")).network, "eu-west-1"), [
            "sagemaker.api",
            "sagemaker.runtime",
            "studio",
            "logs",
            "ecr.api",
            "ecr.dkr",
            "monitoring",
            "kms",
        ]);
    });

    it("have room that can be told", () => {
        const { network, subnets, region } = settingsOf(sample("firewall"));
        assert.deepEqual(
            roomOfNetwork(network, subnets, region).map(({ tier, zone, free, needed }) => [tier, zone, free, needed]),
            [
                ["studio", "euw1-az1", 8187, 801],
                ["studio", "euw1-az2", 8187, 801],
                ["studio", "euw1-az3", 8187, 801],
                ["endpoint", "euw1-az1", 4091, 10],
                ["endpoint", "euw1-az2", 4091, 10],
                ["endpoint", "euw1-az3", 4091, 10],
            ],
        );
    });
});
