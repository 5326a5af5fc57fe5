import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { POLICIES } from "../../policies";
import { type PolicyDefinition, resourcePolicy, stackPolicy } from "../../policies/definition";
import { ref, type Sketch, Text } from "../fixture/build";
import { anchor, prose, table } from "./markdown";
import { optionsTable } from "./options";
import { askedByNobody, coveredBy } from "./overlap";
import { exampleText } from "./examplePrint";
import { main } from "./generate";
import { statementsOf } from "./program";
import { NO_CHECKS, PUBLISHED } from "./published";
import { decides, section } from "./section";
import { typeName } from "./typeName";

const CHECKS = PUBLISHED.flatMap(({ checks }) => checks);
const ids = CHECKS.map(({ source, id }) => `${source}:${id}`);

describe("the table of published checks", () => {
    it("names each check once", () => {
        assert.deepEqual(
            ids.filter((id, index) => ids.indexOf(id) !== index),
            [],
        );
    });

    it("holds every check that a policy says it covers", () => {
        const missing = POLICIES.flatMap((policy) =>
            policy.publishedIds
                .filter((id) => !Object.hasOwn(NO_CHECKS, id.split(":")[0] ?? "") && !ids.includes(id))
                .map((id) => `${policy.id} ${id}`),
        );
        assert.deepEqual(missing, []);
    });

    it("says of each check either who covers it or why nobody does", () => {
        const wrong = CHECKS.filter(
            (check) => coveredBy(check, POLICIES).length > 0 === (check.reason !== undefined),
        ).map(({ source, id }) => `${source}:${id}`);
        assert.deepEqual(wrong, []);
    });

    it("names policies that exist, and none that carry the id themselves", () => {
        const wrong = CHECKS.flatMap(({ source, id, by }) =>
            by
                .filter((name) => {
                    const policy = POLICIES.find((each) => each.id === name);
                    return policy === undefined || policy.publishedIds.includes(`${source}:${id}`);
                })
                .map((name) => `${source}:${id} ${name}`),
        );
        assert.deepEqual(wrong, []);
    });

    it("tells the policies that no check comes near", () => {
        const nobody = askedByNobody(POLICIES).map(({ id }) => id);
        assert.ok(nobody.includes("P49"));
        assert.ok(!nobody.includes("P01"));
    });
});

const VPC: Sketch = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.0.0.0/16" } };

describe("examples as program text", () => {
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        [
            "a name only for what others refer to, and that first",
            [{ type: "aws:ec2/subnet:Subnet", name: "private-a", props: { vpcId: ref("vpc") } }, VPC],
            [
                'const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });',
                'new aws.ec2.Subnet("private-a", { vpcId: vpc.id });',
            ],
        ],
        [
            "names that are words of the language",
            [
                { type: "aws:lambda/function:Function", name: "function", props: {} },
                { type: "aws:lambda/permission:Permission", name: "call", props: { function: ref("function", "arn") } },
            ],
            [
                'const functionFunction = new aws.lambda.Function("function", {});',
                'new aws.lambda.Permission("call", { function: functionFunction.arn });',
            ],
        ],
        [
            "documents as what they are made from",
            [
                {
                    type: "aws:iam/policy:Policy",
                    name: "p",
                    props: { policy: '{"Statement":[{"Action":"s3:Get*"}]}', description: "[no document" },
                },
            ],
            [
                'new aws.iam.Policy("p", {\n    policy: JSON.stringify({ Statement: [{ Action: "s3:Get*" }] }),\n    description: "[no document",\n});',
            ],
        ],
        [
            "documents and texts with outputs in them",
            [
                VPC,
                {
                    type: "aws:iam/policy:Policy",
                    name: "p",
                    props: {
                        policy: new Text([ref("vpc"), ref("vpc", "arn")], (id, arn) =>
                            JSON.stringify({ a: id, b: `${arn}/*`, "c:d": "${aws:x}" }),
                        ),
                        path: new Text([ref("vpc")], (id) => `/\${x}/${id}/`),
                    },
                },
            ],
            [
                'const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });',
                'new aws.iam.Policy("p", {\n    policy: pulumi.jsonStringify({\n        a: vpc.id,\n        b: pulumi.interpolate`${vpc.arn}/*`,\n        "c:d": "${aws:x}",\n    }),\n    path: pulumi.interpolate`/\\${x}/${vpc.id}/`,\n});',
            ],
        ],
        [
            "options of the resource, and nothing that only AWS sets",
            [
                {
                    type: "aws:networkfirewall/firewall:Firewall",
                    name: "firewall",
                    props: { vpcId: "vpc-1", firewallStatuses: [{}], tags: undefined },
                    ignoreChanges: ["tags"],
                },
            ],
            ['new aws.networkfirewall.Firewall("firewall", { vpcId: "vpc-1" }, { ignoreChanges: ["tags"] });'],
        ],
    ];
    for (const [what, sketches, expected] of cases) {
        it(what, () => assert.deepEqual(statementsOf(sketches), expected));
    }

    it("refuses resources that refer to each other in a circle", () => {
        const one = { ...VPC, name: "one", props: { other: ref("two") } };
        const two = { ...VPC, name: "two", props: { other: ref("one") } };
        assert.throws(() => statementsOf([one, two]), /one refers to itself/);
    });

    it("the good one shows what is otherwise than in the bad one", () => {
        const subnet = (mapPublicIpOnLaunch: boolean): Sketch => ({
            type: "aws:ec2/subnet:Subnet",
            name: "s",
            props: { vpcId: ref("vpc"), mapPublicIpOnLaunch },
        });
        const gone: Sketch = { ...VPC, name: "gone", props: {} };
        assert.equal(
            exampleText({ bad: [VPC, gone, subnet(true)], good: [VPC, subnet(false)] }),
            [
                "```ts",
                "// Broken:",
                'const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });',
                'new aws.ec2.Vpc("gone", {});',
                'new aws.ec2.Subnet("s", { vpcId: vpc.id, mapPublicIpOnLaunch: true });',
                "",
                "// Kept, the rest as above:",
                'new aws.ec2.Subnet("s", { vpcId: vpc.id, mapPublicIpOnLaunch: false });',
                "// without gone",
                "```",
            ].join("\n"),
        );
    });

    it("types by the names they have in programs", () => {
        assert.deepEqual(
            [
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
                "aws-native:sagemaker:Domain",
            ].map(typeName),
            ["aws.ec2.VpcEndpoint", "aws.vpc.EndpointPrivateDns", "aws-native.sagemaker.Domain"],
        );
    });
});

/** A policy as small as the types let it be. */
const BASE = {
    id: "P99",
    name: "made-up",
    title: "Made up",
    description: "The thing must be so.",
    why: "Else it is not.",
    severity: "low",
    enforcementLevel: "advisory",
    framework: { name: "F", version: "1", reference: "A-1", specification: "Title" },
    publishedIds: ["checkov:X", "nist:A-2"],
    remediationSteps: "Allow no s3:*.",
    url: "https://docs.aws.amazon.com/x",
} as const;

function made(more: Partial<PolicyDefinition> = {}): PolicyDefinition {
    const policy = resourcePolicy({
        ...BASE,
        config: {
            properties: {
                days: { type: "integer", minimum: 7, maximum: 30, description: "7 to 30" },
                kinds: { type: "array", items: { type: "string", enum: ["a", "b"] }, description: "kinds | ways" },
                name: { type: "string", description: "whose name" },
            },
            defaults: { days: 9, kinds: ["a"], name: "" },
        },
        types: ["aws:a/b:B", "aws:a/*"],
        checkResource: () => [],
    });
    return { ...policy, ...more } as PolicyDefinition;
}

describe("generating the page", () => {
    it("writes it once, and tells when it is stale", () => {
        const root = mkdtempSync(path.join(tmpdir(), "policies-"));
        try {
            mkdirSync(path.join(root, "docs"));
            assert.equal(main(["--check"], root), 1);
            assert.equal(main([], root), 0);
            assert.equal(main(["--check"], root), 0);
            appendFileSync(path.join(root, "docs/policies.md"), "more");
            assert.equal(main(["--check"], root), 1);
        } finally {
            rmSync(root, { recursive: true });
        }
    });
});

describe("a policy's section", () => {
    it("tells what, why, how and which", () => {
        const good: Sketch = { type: "aws:a/b:B", name: "b", props: { x: 2 } };
        const example = { config: { scope: "all", days: 8 }, bad: [{ ...good, props: { x: 1 } }], good: [good] };
        assert.equal(
            section(made({ remediate: () => false, scope: "all" }), example),
            `### P99 made-up

The thing must be so. Else it is not.

**low**, advisory · F A-1, Title · judges \`aws.a.B\`, every type of \`aws:a/*\`: each resource before it is made

With \`{"days":8}\`:

\`\`\`ts
// Broken:
new aws.a.B("b", { x: 1 });

// Kept:
new aws.a.B("b", { x: 2 });
\`\`\`

**Fix.** Allow no s3:\\*. The level \`remediate\` does what it can of this. [AWS](https://docs.aws.amazon.com/x)

| option | default | meaning |
| --- | --- | --- |
| \`days\` | \`9\` | at least 7, at most 30 |
| \`kinds\` | \`["a"]\` | kinds \\| ways; each one of \`"a"\`, \`"b"\` |
| \`name\` | \`""\` | whose name |
| \`scope\` | \`"all"\` | whether \`all\` such resources are judged, or those \`sagemaker\` uses |

**Covers.** Checkov X · NIST SP 800-53 A-2`,
        );
    });

    it("tells when it is decided", () => {
        const stack = stackPolicy({
            ...BASE,
            config: { properties: {}, defaults: {} },
            subjects: [],
            checkStack: () => [],
        });
        assert.deepEqual(
            [made(), made({ scope: "sagemaker" }), made({ readsDependencies: true }), stack].map(decides),
            [
                "each resource before it is made",
                "with the whole stack, or each resource before it is made where `scope` is `all`",
                "each resource before it is made, and with the whole stack what was not known then",
                "the stack as a whole",
            ],
        );
        assert.equal(optionsTable(stack), "");
    });

    it("writes Markdown that reads as it was meant", () => {
        assert.equal(prose("a <b> s3:* c_d"), "a \\<b> s3:\\* c_d");
        assert.equal(table(["a"], [["b|c"]]), "| a |\n| --- |\n| b\\|c |");
        assert.equal(anchor("P01 sagemaker-domain-vpc-only"), "p01-sagemaker-domain-vpc-only");
        assert.equal(anchor("Keys, IAM and logs"), "keys-iam-and-logs");
    });
});
