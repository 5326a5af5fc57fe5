import { strict as assert } from "node:assert";

import fc from "fast-check";

import { type Cidr, cidr, cidrContains, cidrSize, formatCidr } from "../../../policy-pack/net";
import { longestPrefix, type Ranged } from "../../../preflight/proofs/routing/longestPrefix";

const EVERYWHERE: Cidr = { base: 0, prefix: 0 };

function parts(routes: Readonly<Record<string, string>>, wanted = "0.0.0.0/0"): string[] {
    const ranged = Object.entries(routes).map(([what, range]) => ({ range: cidr(range), what }));
    return longestPrefix(ranged, cidr(wanted)).map(({ by, range }) => `${formatCidr(range)} ${by.join("+")}`);
}

describe("the most specific route", () => {
    it("decides for its own part, the wider one for the rest", () =>
        assert.deepEqual(parts({ wide: "10.0.0.0/8", narrow: "10.128.0.0/9" }, "10.0.0.0/8"), [
            "10.0.0.0/9 wide",
            "10.128.0.0/9 narrow",
        ]));

    it("is none where no route is", () =>
        assert.deepEqual(parts({ one: "10.0.0.0/8" }, "11.0.0.0/8"), ["11.0.0.0/8 "]));

    it("is both of two for one range", () =>
        assert.deepEqual(parts({ one: "10.0.0.0/8", two: "10.0.0.0/8" }, "10.1.0.0/16"), ["10.1.0.0/16 one+two"]));

    const range = fc.tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 0, max: 32 })).map(([address, prefix]): Cidr => {
        const size = cidrSize({ prefix });
        return { base: address - (address % size), prefix };
    });

    it("is for every address what a plain search finds, and the parts make up the whole", () =>
        fc.assert(
            fc.property(
                fc.array(range, { maxLength: 8 }),
                fc.array(fc.nat(2 ** 32 - 1), { minLength: 1, maxLength: 20 }),
                (ranges, addresses) => {
                    const routes: Ranged<number>[] = ranges.map((each, what) => ({ range: each, what }));
                    const found = longestPrefix(routes, EVERYWHERE);
                    assert.equal(
                        found.reduce((sum, part) => sum + cidrSize(part.range), 0),
                        2 ** 32,
                    );
                    for (const base of addresses) {
                        const host = { base, prefix: 32 };
                        const covering = routes.filter((route) => cidrContains(route.range, host));
                        const longest = Math.max(...covering.map((route) => route.range.prefix));
                        const wanted = covering
                            .filter((route) => route.range.prefix === longest)
                            .map(({ what }) => what);
                        assert.deepEqual(found.find((part) => cidrContains(part.range, host))?.by, wanted);
                    }
                },
            ),
        ));
});
