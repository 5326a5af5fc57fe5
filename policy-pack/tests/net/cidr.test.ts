import assert from "node:assert/strict";

import fc from "fast-check";

import {
    type Cidr,
    cidr,
    cidrContains,
    cidrPart,
    cidrSize,
    cidrsOverlap,
    formatCidr,
    parseCidr,
    splitCidr,
} from "../../net";

const anyCidr: fc.Arbitrary<Cidr> = fc
    .record({ address: fc.integer({ min: 0, max: 2 ** 32 - 1 }), prefix: fc.integer({ min: 0, max: 32 }) })
    .map(({ address, prefix }) => ({ base: address - (address % cidrSize({ prefix })), prefix }));

describe("policy-pack/net: ranges", () => {
    const wrong: [text: string, mistake: string, nearest?: string][] = [
        ["10.0.0.0", "has no prefix length", "10.0.0.0/32"],
        ["10.0.0.0/8/8", "has more than one slash"],
        ["10.0.0/8", "is not an IPv4 range such as 10.0.0.0/16"],
        ["", "is not an IPv4 range such as 10.0.0.0/16"],
        ["fd00::/8", "is not an IPv4 range such as 10.0.0.0/16"],
        ["10.0.0.-1/8", "is not an IPv4 range such as 10.0.0.0/16"],
        [" 10.0.0.0/8", "is not an IPv4 range such as 10.0.0.0/16"],
        ["10.0.0.256/32", "has the part 256, which is greater than 255"],
        ["10.0.0.0/33", 'has the prefix length "33", which is not a number from 0 to 32'],
        ["10.0.0.0/", 'has the prefix length "", which is not a number from 0 to 32'],
        ["10.0.0.0/8.0", 'has the prefix length "8.0", which is not a number from 0 to 32'],
        ["010.0.0.0/8", "has a leading zero", "10.0.0.0/8"],
        ["10.020.1.0/16", "has a leading zero", "10.20.0.0/16"],
        ["10.0.0.0/08", "has a leading zero in its prefix length", "10.0.0.0/8"],
        ["10.20.0.1/16", "has bits set after its first 16", "10.20.0.0/16"],
        ["255.255.255.255/1", "has bits set after its first 1", "128.0.0.0/1"],
        ["0.0.0.1/0", "has bits set after its first 0", "0.0.0.0/0"],
    ];
    for (const [text, mistake, nearest] of wrong) {
        it(`refuses "${text}"`, () => {
            assert.deepEqual(parseCidr(text), nearest === undefined ? { mistake } : { mistake, nearest });
        });
    }

    it("reads the ends of the address space", () => {
        assert.deepEqual(parseCidr("0.0.0.0/0"), { base: 0, prefix: 0 });
        assert.deepEqual(parseCidr("255.255.255.255/32"), { base: 4294967295, prefix: 32 });
        assert.deepEqual(parseCidr("192.168.0.0/16"), { base: 3232235520, prefix: 16 });
    });

    it("throws for a range that was to be right", () => {
        assert.throws(() => cidr("10.0.0.1/8"), /^Error: "10.0.0.1\/8" has bits set after its first 8$/);
    });

    it("reads what it writes", () => {
        fc.assert(fc.property(anyCidr, (range) => assert.deepEqual(parseCidr(formatCidr(range)), range)));
    });

    it("suggests only what it accepts", () => {
        const octet = fc.integer({ min: 0, max: 300 }).chain((n) => fc.constantFrom(String(n), `0${n}`));
        const text = fc
            .tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 40 }))
            .map(([a, b, c, d, prefix]) => `${a}.${b}.${c}.${d}/${prefix}`);
        fc.assert(
            fc.property(text, (range) => {
                const result = parseCidr(range);
                const suggestion = "mistake" in result ? result.nearest : undefined;
                if (suggestion !== undefined) {
                    assert.equal(formatCidr(cidr(suggestion)), suggestion);
                }
            }),
        );
    });

    const pairs: [a: string, b: string, contains: boolean, overlaps: boolean][] = [
        ["10.0.0.0/8", "10.20.0.0/16", true, true],
        ["10.20.0.0/16", "10.0.0.0/8", false, true],
        ["10.20.0.0/16", "10.20.0.0/16", true, true],
        ["10.20.0.0/16", "10.21.0.0/16", false, false],
        ["0.0.0.0/0", "255.255.255.255/32", true, true],
        ["0.0.0.0/1", "128.0.0.0/1", false, false],
    ];
    for (const [a, b, contains, overlaps] of pairs) {
        it(`compares ${a} with ${b}`, () => {
            assert.equal(cidrContains(cidr(a), cidr(b)), contains);
            assert.equal(cidrsOverlap(cidr(a), cidr(b)), overlaps);
            assert.equal(cidrsOverlap(cidr(b), cidr(a)), overlaps);
        });
    }

    it("overlaps exactly when the intervals of addresses do", () => {
        const end = (range: Cidr): number => range.base + cidrSize(range) - 1;
        fc.assert(
            fc.property(anyCidr, anyCidr, (a, b) =>
                assert.equal(cidrsOverlap(a, b), a.base <= end(b) && b.base <= end(a)),
            ),
        );
    });

    it("splits into equal parts", () => {
        assert.deepEqual(splitCidr(cidr("10.0.0.0/22"), 24).map(formatCidr), [
            "10.0.0.0/24",
            "10.0.1.0/24",
            "10.0.2.0/24",
            "10.0.3.0/24",
        ]);
        assert.deepEqual(splitCidr(cidr("10.0.0.0/24"), 24).map(formatCidr), ["10.0.0.0/24"]);
    });

    it("has no part outside", () => {
        for (const [prefix, index] of [
            [24, 4],
            [24, -1],
            [21, 0],
            [33, 0],
            [24, 0.5],
        ] as const) {
            assert.throws(() => cidrPart(cidr("10.0.0.0/22"), prefix, index), RangeError);
        }
    });
});
