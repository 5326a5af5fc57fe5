import assert from "node:assert/strict";

import fc from "fast-check";

import { parseSettings, type PlainMultiSettings } from "../../components/settings";
import { multiOf } from "./helper";

/** Lines that differ in name, account, range and what they say themselves. */
const LINES = [
    { name: "zeta", account: "one", network: { cidr: "10.96.0.0/16" }, users: [{ name: "ann", tag: "ann" }] },
    { name: "alpha", account: "two", network: { cidr: "10.97.0.0/16", features: ["studio", "mlflow"] } },
    { name: "m-1", account: "one", network: { cidr: "10.98.0.0/16" }, domain: { volumes: { defaultGb: 10 } } },
    { name: "7", account: "three", network: { cidr: "10.99.0.0/17" }, security: { keyDeletionDays: 7 } },
    { name: "beta", account: "two", network: { cidr: "10.99.128.0/17" }, users: [{ name: "ann", tag: "ann" }] },
] as const;

const IDS = { shared: "111122223333", one: "444455556666", two: "777788889999", three: "222233334444" };

function settingsOf(lines: readonly (typeof LINES)[number][], endpoints: string): PlainMultiSettings {
    const used = ["shared", ...lines.map(({ account }) => account)];
    return multiOf(
        parseSettings({
            project: "private-studio",
            stack: "test",
            config: {
                "aws:region": "eu-west-1",
                "private-studio:deployment": "multi-account",
                "private-studio:accounts": Object.fromEntries(
                    Object.entries(IDS).flatMap(([name, id]) => (used.includes(name) ? [[name, { id }]] : [])),
                ),
                "private-studio:hub": {
                    account: "shared",
                    cidr: "10.0.0.0/16",
                    zones: ["euw1-az1", "euw1-az2"],
                    lobRanges: ["10.96.0.0/11"],
                    endpoints,
                },
                "private-studio:access": { account: "shared", cidr: "10.17.0.0/16" },
                "private-studio:network": { zones: ["euw1-az1", "euw1-az2"] },
                "private-studio:lobs": lines,
            },
            secretKeys: [],
        }),
    );
}

const ENDPOINTS = fc.constantFrom("shared", "local");

describe("settings: lines of business among each other", () => {
    it("are the same whatever their order in the file", () => {
        fc.assert(
            fc.property(
                fc.shuffledSubarray([...LINES], { minLength: LINES.length, maxLength: LINES.length }),
                ENDPOINTS,
                (lines, endpoints) => {
                    assert.deepEqual(settingsOf(lines, endpoints), settingsOf(LINES, endpoints));
                },
            ),
            { numRuns: 25 },
        );
    });

    it("stay as they are when another comes or goes", () => {
        fc.assert(
            fc.property(fc.shuffledSubarray([...LINES], { minLength: 2 }), ENDPOINTS, (lines, endpoints) => {
                const [added, ...others] = lines;
                const before = settingsOf(others, endpoints);
                const after = settingsOf(lines, endpoints);
                assert.deepEqual(
                    after.lobs.filter(({ lob }) => lob !== added?.name),
                    before.lobs,
                );
                assert.deepEqual({ ...after.hub, services: [] }, { ...before.hub, services: [] });
                assert.deepEqual(after.access, before.access);
            }),
            { numRuns: 25 },
        );
    });

    it("change the hub's endpoints only by what a line alone has", () => {
        const [, mlflow, ...others] = LINES;
        const before = settingsOf(others, "shared").hub.services;
        assert.deepEqual(
            settingsOf([...others, mlflow], "shared").hub.services.filter((key) => !before.includes(key)),
            ["experiments", "mlflow"],
        );
        assert.deepEqual(
            settingsOf([...others, mlflow], "local").hub.services,
            settingsOf(others, "local").hub.services,
        );
    });
});
