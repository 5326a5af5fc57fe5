import { strict as assert } from "node:assert";

import fc from "fast-check";

import { DOMAIN_SETS, domainMistake, resolvableMistake } from "../../components/allowList";

describe("domainMistake", () => {
    const fine = [
        ...DOMAIN_SETS,
        "pypi.org",
        "PyPI.org",
        ".example.com",
        "a-b.c1.example",
        "xn--bcher-kva.example",
        "1password.com",
        ".bbc.co.uk",
        "aws.training",
        "notamazonaws.com",
        // One customer's own place below a name for all.
        "acme.github.io",
        "acme.blob.core.windows.net",
        `${"a".repeat(63)}.example`,
        `${`${"a".repeat(49)}.`.repeat(5)}abc`,
    ];
    for (const text of fine) {
        it(`takes ${text.slice(0, 40)}`, () => {
            assert.equal(domainMistake(text), undefined);
        });
    }

    const form: [text: string, rule: RegExp, fix: string][] = [
        ["https://pypi.org/simple/", /without scheme, user, port and path/, "write pypi.org"],
        ["pypi.org:443", /without scheme/, "write pypi.org"],
        ["pypi.org/simple", /without scheme/, "write pypi.org"],
        ["git@github.com", /without scheme/, "write github.com"],
        ["*.example.com", /there is no \*/, "write .example.com"],
        ["*.com", /there is no \*/, "write a name such as pypi.org, or .example.com for it and everything below it"],
        ["203.0.113.7", /not by address/, "write the server's name"],
        ["203.0.113.0/24", /not by address/, "write the server's name"],
        ["https://203.0.113.7:8080", /not by address/, "write the server's name"],
        ["pypi.org.", /without the dot at its end/, "write pypi.org"],
        ["Bücher.example", /Punycode/, "write xn--bcher-kva.example"],
    ];
    for (const [text, rule, fix] of form) {
        it(`refuses ${text}: ${fix}`, () => {
            const mistake = domainMistake(text);
            assert.match(mistake?.rule ?? "", rule);
            assert.equal(mistake?.fix, fix);
        });
    }

    const neither = [
        "",
        " ",
        ".",
        ".com",
        "localhost",
        "python-package",
        "a..example",
        "..example.com",
        "my_host.example",
        "-a.example",
        "a-.example",
        " pypi.org",
        "pypi.org\n",
        "example.123",
        `${"a".repeat(64)}.example`,
        `${`${"a".repeat(49)}.`.repeat(5)}abcd`,
    ];
    for (const text of neither) {
        it(`refuses ${JSON.stringify(text.slice(0, 40))} as neither set nor domain, and names the sets`, () => {
            assert.match(
                domainMistake(text)?.rule ?? "",
                /^neither a set \(conda, git-hosting, hugging-face, kaggle, python-packages\) nor a domain/,
            );
        });
    }

    const ofAws: [text: string, name: string, fix: RegExp][] = [
        ["amazonaws.com", "amazonaws.com", /^remove it; AWS is reached through endpoints/],
        [".amazonaws.com", "amazonaws.com", /^remove it/],
        [".AmazonAWS.com", "amazonaws.com", /^remove it/],
        ["s3.eu-west-1.amazonaws.com", "amazonaws.com", /^remove it/],
        ["bucket.s3.cn-north-1.amazonaws.com.cn", "amazonaws.com.cn", /^remove it/],
        ["d111111abcdef8.cloudfront.net", "cloudfront.net", /^remove it/],
        ["x.lambda-url.eu-west-1.on.aws", "aws", /^remove it/],
        ["public.ecr.aws", "aws", /^remove it/],
        ["signin.aws.amazon.com", "aws.amazon.com", /^remove it/],
        [".amazon.com", "aws.amazon.com", /^write the exact hosts/],
        [".com.cn", "amazonaws.com.cn", /^write the exact hosts/],
    ];
    for (const [text, name, fix] of ofAws) {
        it(`refuses ${text}: ${name} is AWS's`, () => {
            const mistake = domainMistake(text);
            assert.equal(mistake?.rule.split(": ")[0], `${name} is AWS's`);
            assert.match(mistake?.fix ?? "", fix);
        });
    }

    const everybodys: [text: string, rule: string][] = [
        ["storage.googleapis.com", "storage.googleapis.com serves every customer's things under one name"],
        [".storage.googleapis.com", "storage.googleapis.com serves every customer's things under one name"],
        [".googleapis.com", "everybody can put things under googleapis.com"],
        [".google.com", "everybody can put things under storage.cloud.google.com"],
        [".github.io", "everybody can put things under github.io"],
        [".acme.github.io", "everybody can put things under github.io"],
        [".windows.net", "everybody can put things under blob.core.windows.net"],
        [".co.uk", "everybody can put things under co.uk"],
        [".com.au", "everybody can put things under com.au"],
    ];
    for (const [text, rule] of everybodys) {
        it(`refuses ${text}: ${rule}`, () => {
            assert.equal(domainMistake(text)?.rule, rule);
        });
    }

    it("refuses everything under a name of AWS, however deep and in whatever case", () => {
        const label = fc.stringMatching(/^[a-zA-Z0-9]{1,10}$/);
        fc.assert(
            fc.property(
                fc.constantFrom("", "."),
                fc.array(label, { maxLength: 4 }),
                fc.constantFrom("amazonaws.com", "AMAZONAWS.com", "on.aws", "api.aws", "cloudfront.net"),
                (dot, labels, name) => {
                    assert.notEqual(domainMistake(`${dot}${[...labels, name].join(".")}`), undefined);
                },
            ),
        );
    });

    it("writes no fix that is refused in its turn for its form", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
                const [, domain] = /^write (\S+)$/.exec(domainMistake(text)?.fix ?? "") ?? [];
                const again = domain === undefined ? undefined : domainMistake(domain)?.rule;
                assert.doesNotMatch(again ?? "", /^neither|without|there is no|Punycode/);
            }),
        );
    });
});

describe("resolvableMistake", () => {
    const AWS = "write the exact hosts, for example the endpoint of a database; those of VPC endpoints resolve anyway";
    const cases: readonly (readonly [text: string, rule?: string, fix?: string])[] = [
        ["corp.example.com"],
        [".corp.example.com"],
        ["db.abc123.eu-west-1.rds.amazonaws.com"],
        ["storage.googleapis.com"],
        [
            ".amazonaws.com",
            "everything below amazonaws.com would resolve, and it is full of other accounts' names",
            AWS,
        ],
        [
            ".eu-west-1.amazonaws.com",
            "everything below amazonaws.com would resolve, and it is full of other accounts' names",
            AWS,
        ],
        [
            "kaggle",
            "dns.allow takes domains; a set's names resolve where firewall.allow has it",
            "write a name such as pypi.org, or .example.com for it and everything below it",
        ],
        [
            "*.example.com",
            "a leading dot stands for a name and everything below it; there is no *",
            "write .example.com",
        ],
    ];
    for (const [text, rule, fix] of cases) {
        it(`${rule === undefined ? "takes" : "refuses"} ${text}`, () => {
            assert.deepEqual(resolvableMistake(text), rule === undefined ? undefined : { rule, fix });
        });
    }
});
