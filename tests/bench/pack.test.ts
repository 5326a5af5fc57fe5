import { strict as assert } from "node:assert";

import type { Driven } from "../../bench/pack/drive";
import { multiply } from "../../bench/pack/multiply";
import { packText } from "../../bench/pack/report";
import { packRows, type SizeTimes } from "../../bench/pack/rows";
import { NO_ENGINE } from "../../bench/report";
import { type GraphResource, UNKNOWN } from "../../policy-pack/graph";

function driven(times: Partial<Driven>): Driven {
    return { start: 0, resources: 0, stack: 0, processor: 0, memory: 0, diagnostics: 0, ...times };
}

const TIMES: SizeTimes = {
    resources: 1000,
    bare: [5000, 5200, 5100],
    trivial: {
        preview: [7000, 7400, 7000],
        driven: [driven({ start: 1000, stack: 300, memory: 200 }), driven({ start: 1200, stack: 100, memory: 240 })],
    },
    ours: {
        preview: [7500, 8400, 8000],
        driven: [driven({ start: 1100, stack: 900, memory: 230 }), driven({ start: 1300, stack: 700, memory: 250 })],
    },
};

function medians(times: SizeTimes): Record<string, string> {
    return Object.fromEntries(
        packRows(times).map(({ what, unit, spread }) => [what, `${spread?.median ?? "none"} ${unit}`]),
    );
}

describe("bench of the policy pack", () => {
    it("compares what each pack adds, round by round, and then the medians", () => {
        const rows = medians(TIMES);
        assert.deepEqual(
            [
                rows["added by the trivial pack"],
                rows["added by our pack"],
                rows["added, ours / trivial (of the medians)"],
            ],
            ["2000 ms", "2900 ms", "1.45 times"],
        );
    });

    it("tells start, questions, processor time and memory of both packs", () => {
        const rows = medians(TIMES);
        assert.deepEqual(
            [
                rows["start, trivial"],
                rows["start, ours"],
                rows["question about the stack, ours"],
                rows["most memory of the pack's process, trivial"],
                rows["most memory of the pack's process, ours"],
            ],
            ["1100 ms", "1200 ms", "800 ms", "220 MB", "240 MB"],
        );
    });

    it("says which sizes were asked without an engine", () => {
        const { bare: _bare, ...rest } = TIMES;
        const large: SizeTimes = {
            ...rest,
            resources: 10_000,
            trivial: { driven: TIMES.trivial.driven },
            ours: { driven: TIMES.ours.driven },
        };
        const text = packText({ rounds: 3, node: "v20", pulumi: "v3.200.0", policies: 70, sizes: [TIMES, large] });
        assert.match(text, /^70 policies, 3 rounds, Node v20, Pulumi v3\.200\.0\n\n1000 resources\n/);
        assert.match(
            text,
            /\n10000 resources; previews up to 2000 resources only: the pack was asked without an engine\n/,
        );
        assert.match(text, /added, ours \/ trivial \(of the medians\) +│ 1\.45 x/);
        assert.match(text, /most memory of the pack's process, ours +│ 240 MB/);
        assert.match(text, /added by our pack +│ not measured/);
        assert.ok(!text.includes(NO_ENGINE));
    });

    it("says aloud when no engine ran", () => {
        const { bare: _bare, trivial, ours, resources } = TIMES;
        const sizes = [{ resources, trivial: { driven: trivial.driven }, ours: { driven: ours.driven } }];
        assert.ok(packText({ rounds: 3, node: "v20", policies: 70, sizes }).endsWith(NO_ENGINE));
    });
});

describe("resources multiplied", () => {
    const vpc: GraphResource = {
        urn: "urn:vpc",
        type: "aws:ec2/vpc:Vpc",
        name: "vpc",
        id: UNKNOWN,
        props: { cidrBlock: "10.0.0.0/16" },
        custom: true,
        parent: "urn:component",
        protect: false,
        ignoreChanges: [],
        dependencies: [],
        propertyDependencies: { cidrBlock: [] },
    };
    const subnet: GraphResource = {
        ...vpc,
        urn: "urn:subnet",
        name: "subnet",
        props: { vpcId: UNKNOWN },
        dependencies: ["urn:vpc", "urn:component"],
        propertyDependencies: { vpcId: ["urn:vpc", "urn:component"] },
    };
    const other: GraphResource = { ...vpc, urn: "urn:other", name: "other" };

    it("are copies of the stacks in turn, up to the number", () => {
        const copies = multiply([[vpc, subnet], [other]], 4);
        assert.deepEqual(
            copies.map(({ name }) => name),
            ["vpc-0", "subnet-0", "other-1", "vpc-2"],
        );
        assert.equal(new Set(copies.map(({ urn }) => urn)).size, 4);
    });

    it("refer to their own copy only", () => {
        const copies = multiply([[vpc, subnet]], 4);
        assert.deepEqual(copies[3]?.dependencies, ["urn:vpc-1"]);
        assert.deepEqual(copies[3]?.propertyDependencies, { vpcId: ["urn:vpc-1"] });
        assert.equal(copies[3]?.parent, undefined);
    });

    it("of nothing are a mistake", () => {
        assert.throws(() => multiply([[]], 1), /the recorded stacks have no resources/);
    });
});
