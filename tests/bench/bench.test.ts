import { strict as assert } from "node:assert";
import * as fc from "fast-check";

import { NO_ENGINE, resultText } from "../../bench/report";
import { rows } from "../../bench/rows";
import { paired, spread } from "../../bench/statistics";

describe("statistics of the bench", () => {
    for (const [values, expected] of [
        [[3], { median: 3, least: 3, most: 3 }],
        [[5, 1], { median: 3, least: 1, most: 5 }],
        [[9, 1, 5], { median: 5, least: 1, most: 9 }],
        [[4, 1, 2, 10], { median: 3, least: 1, most: 10 }],
    ] as const) {
        it(`${values.join(", ")}: median ${expected.median}`, () => assert.deepEqual(spread(values), expected));
    }

    it("have no median of nothing", () => assert.throws(() => spread([]), /no value was measured/));

    it("put as many values below the median as above", () => {
        const value = fc.double({ min: 0, max: 1e6, noNaN: true });
        fc.assert(
            fc.property(fc.array(value, { minLength: 1 }), (values) => {
                const { median, least, most } = spread(values);
                assert.ok(least <= median && median <= most);
                assert.ok(values.filter((each) => each < median).length <= values.length / 2);
                assert.ok(values.filter((each) => each > median).length <= values.length / 2);
            }),
        );
    });

    it("compare round by round, not median by median", () => {
        assert.deepEqual(
            paired([10, 40], [5, 10], (a, b) => a / b),
            { median: 3, least: 2, most: 4 },
        );
        assert.throws(() => paired([1], [1, 2], (a) => a), /1 rounds against 2/);
    });
});

describe("result of the bench", () => {
    const PREFLIGHT = { preflight: [2000, 2400, 2200], "recording of the bare program": [1000, 1000, 1000] };

    it("has every comparison once the engine ran", () => {
        const all = rows({
            ...PREFLIGHT,
            preview: [3000, 3000, 3000],
            "preview of the bare program": [2000, 2000, 2000],
            "preview of the bare program as Pulumi's template sets it up": [6000, 6000, 6000],
            "preview with the policy pack": [4500, 4000, 4100],
        });
        const medians = Object.fromEntries(all.map(({ what, unit, spread: found }) => [what, [found?.median, unit]]));
        assert.deepEqual(
            {
                preflight: medians["preflight / bare recording"],
                same: medians["preview / bare preview, same options"],
                template: medians["preview / bare preview, template's options"],
                pack: medians["added by the policy pack"],
            },
            { preflight: [2.2, "times"], same: [1.5, "times"], template: [0.5, "times"], pack: [1100, "ms"] },
        );
    });

    it("says aloud what was not measured", () => {
        const text = resultText({ resources: 86, rounds: 5, node: "v20", rows: rows(PREFLIGHT) });
        assert.ok(text.endsWith(NO_ENGINE));
        assert.match(text, /^86 resources, 5 rounds, Node v20\n/);
        assert.match(text, /preflight \/ bare recording +│ 2\.20 x +│ 2\.00 x +│ 2\.40 x/);
        assert.match(text, /added by the policy pack +│ not measured/);
    });
});
