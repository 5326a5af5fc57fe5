import { strict as assert } from "node:assert";

import fc from "fast-check";

import { nameMistakes, resolvableNames, type ResolvableNameArgs } from "../../components/network/dns";

const NOTHING: ResolvableNameArgs = { services: [], region: "eu-west-1", allow: [], domains: [] };

/** Names a network without any endpoint resolves: its file systems and machines. */
const OWN = ["*.efs.eu-west-1.amazonaws.com", "*.eu-west-1.compute.internal"];

function added(changes: Partial<ResolvableNameArgs>): string[] {
    return resolvableNames({ ...NOTHING, ...changes }).filter((name) => !OWN.includes(name));
}

/** Whether a list lets a name resolve. Source: `*` stands for one label or more. */
function resolves(list: readonly string[], name: string): boolean {
    return list.some((listed) => (listed.startsWith("*") ? name.endsWith(listed.slice(1)) : name === listed));
}

describe("resolvableNames", () => {
    const rows: readonly (readonly [
        what: string,
        changes: Partial<ResolvableNameArgs>,
        expected: readonly string[],
    ])[] = [
        ["nothing", {}, []],
        ["private names of an endpoint", { services: ["sts"] }, ["sts.eu-west-1.amazonaws.com"]],
        [
            "a wildcard of an endpoint beside the name itself",
            { services: ["studio"] },
            ["*.studio.eu-west-1.sagemaker.aws", "studio.eu-west-1.sagemaker.aws"],
        ],
        ["S3", { services: ["s3"] }, ["*.s3.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"]],
        [
            "DynamoDB with the names of accounts",
            { services: ["dynamodb"] },
            ["*.ddb.eu-west-1.amazonaws.com", "dynamodb.eu-west-1.amazonaws.com"],
        ],
        ["the reverse zone of a /16", { vpcRange: "10.20.0.0/16" }, ["*.20.10.in-addr.arpa"]],
        ["the zone around a /20", { vpcRange: "10.20.48.0/20" }, ["*.20.10.in-addr.arpa"]],
        ["the reverse zone of a /24", { vpcRange: "10.20.48.0/24" }, ["*.48.20.10.in-addr.arpa"]],
        ["the zone around a /28", { vpcRange: "192.168.7.16/28" }, ["*.7.168.192.in-addr.arpa"]],
        ["a name alone", { allow: ["intranet.example.com"] }, ["intranet.example.com"]],
        ["a name with what is below", { allow: [".example.com"] }, ["*.example.com", "example.com"]],
        ["what is below alone", { allow: ["*.example.com"] }, ["*.example.com"]],
        ["domains of the firewall", { domains: ["pypi.org", ".conda.io"] }, ["*.conda.io", "conda.io", "pypi.org"]],
        ["one name for the same name twice", { allow: ["pypi.org"], domains: ["PyPI.org"] }, ["pypi.org"]],
        [
            "no name another one covers",
            { allow: [".example.com"], domains: ["a.example.com", "*.b.example.com", "example.com"] },
            ["*.example.com", "example.com"],
        ],
        [
            "a name that only looks covered",
            { allow: ["*.example.com", "myexample.com"] },
            ["*.example.com", "myexample.com"],
        ],
    ];
    for (const [what, changes, expected] of rows) {
        it(`gives ${what}`, () => {
            assert.deepEqual(added(changes), expected);
        });
    }

    it("gives us-east-1 its own names of machines and S3's names without a Region", () => {
        assert.deepEqual(resolvableNames({ ...NOTHING, region: "us-east-1", services: ["s3"] }), [
            "*.ec2.internal",
            "*.efs.us-east-1.amazonaws.com",
            "*.s3.amazonaws.com",
            "*.s3.us-east-1.amazonaws.com",
            "s3.amazonaws.com",
            "s3.us-east-1.amazonaws.com",
        ]);
    });

    it("gives China the ending of China", () => {
        assert.deepEqual(resolvableNames({ ...NOTHING, region: "cn-north-1", services: ["s3"] }), [
            "*.cn-north-1.compute.internal",
            "*.efs.cn-north-1.amazonaws.com.cn",
            "*.s3.cn-north-1.amazonaws.com.cn",
            "s3.cn-north-1.amazonaws.com.cn",
        ]);
    });

    it("resolves exactly what was asked for, in whatever order and however often", () => {
        const label = fc.constantFrom("a", "b", "c");
        const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
        const entry = fc.tuple(fc.constantFrom("", ".", "*."), name).map(([before, rest]) => before + rest);
        fc.assert(
            fc.property(fc.array(entry, { maxLength: 8 }), name, (allow, asked) => {
                const wanted = allow.some((given) =>
                    given.startsWith(".")
                        ? asked === given.slice(1) || asked.endsWith(given)
                        : given.startsWith("*")
                          ? asked.endsWith(given.slice(1))
                          : asked === given,
                );
                const list = added({ allow });
                assert.equal(resolves(list, asked), wanted);
                assert.deepEqual(added({ allow: [...allow, ...allow].reverse() }), list);
            }),
        );
    });
});

describe("nameMistakes", () => {
    const good = [
        "pypi.org",
        "*.s3.eu-west-1.amazonaws.com",
        "sts.eu-west-1.amazonaws.com",
        "corp",
        "*.20.10.in-addr.arpa",
        "xn--bcher-kva.example",
        `${"a".repeat(63)}.example`,
        "notamazonaws.com",
        "com",
    ];
    for (const name of good) {
        it(`takes ${name.slice(0, 40)}`, () => {
            assert.deepEqual(nameMistakes([name]), []);
        });
    }

    const bad = [
        "",
        "a..b",
        ".example.com",
        "example.com.",
        "Example.com",
        "a_b.example",
        "a.*.example",
        "a*.example",
        "*example.com",
        "**.example",
        "-a.example",
        "a-.example",
        "https://pypi.org",
        "pypi.org/simple",
        `${"a".repeat(64)}.example`,
        `${"a.".repeat(127)}ab`,
    ];
    for (const name of bad) {
        it(`refuses the form of "${name.slice(0, 40)}"`, () => {
            const [mistake = "", ...more] = nameMistakes([name]);
            assert.deepEqual(more, []);
            assert.ok(mistake.startsWith(`"${name}": a name has labels of`), mistake);
        });
    }

    const wide = [
        "*",
        "*.com",
        "*.amazonaws.com",
        "amazonaws.com",
        "*.cn",
        "*.com.cn",
        "*.amazonaws.com.cn",
        "*.eu",
        "*.amazonaws.eu",
    ];
    for (const name of wide) {
        it(`refuses ${name}, which holds the names of AWS`, () => {
            const form =
                name === "*" ? "a name has labels" : "would resolve services and machines of every AWS account";
            const [mistake = ""] = nameMistakes([name]);
            assert.ok(mistake.startsWith(`"${name}": ${form}`), mistake);
        });
    }

    it("takes 1000 names and no more, and names every mistake", () => {
        const names = Array.from({ length: 1000 }, (_, index) => `n${index}.example`);
        assert.deepEqual(nameMistakes(names), []);
        assert.deepEqual(
            nameMistakes([...names, "a b", "*.com"]).map((mistake) => mistake.split(/[:;]/)[0]),
            ["1002 names", '"a b"', '"*.com"'],
        );
    });
});
