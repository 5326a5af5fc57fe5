import assert from "node:assert/strict";

import { formatProblems, type Problem } from "../../components/settings";
import { nearest } from "../../components/settings/nearest";

const ZONE: Problem = {
    path: ["network", "zones", 1],
    found: "us-east-1b",
    rule: "a zone belongs to the region eu-west-1 (aws:region)",
    fix: "use zones such as euw1-az1, euw1-az2",
};

describe("settings: messages", () => {
    it("say where, what, which rule and what to do", () => {
        assert.equal(
            formatProblems([ZONE], () => ({ file: "Pulumi.dev.yaml", line: 14 })),
            [
                "Pulumi.dev.yaml:14  network.zones[1]",
                '    found   "us-east-1b"',
                "    rule    a zone belongs to the region eu-west-1 (aws:region)",
                "    fix     use zones such as euw1-az1, euw1-az2",
            ].join("\n"),
        );
    });

    it("name the key where the file is not known", () => {
        assert.equal(formatProblems([ZONE]).split("\n")[0], "network.zones[1]");
    });

    it("stand in the order of the file", () => {
        const at = (line: number): Problem => ({ ...ZONE, path: [], at: { file: "f", line } });
        const heads = formatProblems([at(9), at(2), at(30)])
            .split("\n")
            .filter((line) => line.startsWith("f:"));
        assert.deepEqual(heads, ["f:2", "f:9", "f:30"]);
    });

    it("tell nothing from null and hide secrets", () => {
        const found = (value: unknown): string | undefined =>
            formatProblems([{ ...ZONE, found: value }]).split("\n")[1];
        assert.equal(found(undefined), "    found   nothing");
        assert.equal(found(null), "    found   null");
        assert.equal(found("(secret)"), "    found   (secret)");
        assert.equal(found("(secret) not"), '    found   "(secret) not"');
    });

    it("keep within 80 columns and show the beginning of what is very long", () => {
        const text = formatProblems([{ ...ZONE, rule: "word ".repeat(60).trim(), found: "x".repeat(1000) }]);
        const [, found, ...rules] = text.split("\n");
        assert.equal(found, `    found   "${"x".repeat(199)}…`);
        assert.ok(rules.every((line) => line.length <= 80));
        assert.equal(
            rules
                .join(" ")
                .split(/\s+/)
                .filter((word) => word === "word").length,
            60,
        );
    });
});

describe("settings: the nearest key", () => {
    const keys = ["cidr", "zones", "subnets", "egress", "features", "clients", "flowLogRetentionDays"];
    const words: [word: string, meant: string | undefined][] = [
        ["zone", "zones"],
        ["Zones", "zones"],
        ["cdir", undefined],
        ["cidrs", "cidr"],
        ["subnet", "subnets"],
        ["flowlogretentiondays", "flowLogRetentionDays"],
        ["clinets", "clients"],
        ["tags", undefined],
        ["", undefined],
    ];
    for (const [word, meant] of words) {
        it(`of "${word}" is ${meant ?? "none"}`, () => assert.equal(nearest(word, keys), meant));
    }
});
