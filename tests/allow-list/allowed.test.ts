import { strict as assert } from "node:assert";

import fc from "fast-check";

import { allowedDomains, DOMAIN_SETS } from "../../components/allowList";

describe("allowedDomains", () => {
    const cases: [what: string, allow: string[], expected: string[]][] = [
        ["nothing for nothing", [], []],
        [
            "sets and domains, sorted, each once",
            ["python-packages", "a.example", "pypi.org"],
            ["a.example", "files.pythonhosted.org", "pypi.org"],
        ],
        ["in lower case", ["PyPI.org", "pypi.ORG"], ["pypi.org"]],
        ["a parent instead of what it covers", ["x.example.com", ".example.com", "example.com"], [".example.com"]],
        ["the highest parent of several", [".a.example.com", ".example.com", ".b.a.example.com"], [".example.com"]],
        [
            "a parent instead of a set's host",
            ["python-packages", ".pythonhosted.org"],
            [".pythonhosted.org", "pypi.org"],
        ],
        ["a host beside its own host", ["example.com", "www.example.com"], ["example.com", "www.example.com"]],
        ["a name that only ends alike", [".ample.com", "example.com"], [".ample.com", "example.com"]],
    ];
    for (const [what, allow, expected] of cases) {
        it(`gives ${what}`, () => {
            assert.deepEqual(allowedDomains(allow), expected);
        });
    }

    const label = fc.constantFrom("a", "b", "c", "example");
    const domain = fc
        .tuple(fc.constantFrom("", "."), fc.array(label, { minLength: 1, maxLength: 3 }))
        .map(([dot, labels]) => `${dot}${labels.join(".")}.com`);
    const allow = fc.array(fc.oneof(domain, fc.constantFrom(...DOMAIN_SETS)), { maxLength: 12 });
    const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join(".")}.com`);

    /** Network Firewall developer guide, "Stateful domain list rule groups". */
    function passes(list: readonly string[], name: string): boolean {
        return list.some((entry) => (entry.startsWith(".") ? `.${name}`.endsWith(entry) : entry === name));
    }

    it("passes what the list names and nothing else", () => {
        fc.assert(
            fc.property(fc.array(domain, { maxLength: 12 }), host, (list, name) => {
                assert.equal(passes(allowedDomains(list), name), passes(list, name));
            }),
        );
    });

    it("is the same whatever the order, and stays as it is", () => {
        fc.assert(
            fc.property(
                allow.chain((list) =>
                    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
                ),
                ([list, shuffled]) => {
                    const allowed = allowedDomains(list);
                    assert.deepEqual(allowedDomains(shuffled), allowed);
                    assert.deepEqual(allowedDomains(allowed), allowed);
                    assert.deepEqual(allowed, [...new Set(allowed)].sort());
                },
            ),
        );
    });

    it("needs every entry it gives", () => {
        fc.assert(
            fc.property(allow, (list) => {
                const allowed = allowedDomains(list);
                for (const entry of allowed) {
                    const others = allowed.filter((each) => each !== entry);
                    // Only a wildcard passes this name below itself: no label of the lists is "z".
                    const name = entry.startsWith(".") ? `z${entry}` : entry;
                    assert.deepEqual([passes(allowed, name), passes(others, name)], [true, false]);
                }
            }),
        );
    });
});
