import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { GraphResource } from "../../graph";
import { POLICIES } from "../../policies";
import { toPulumiPolicy } from "../../policies/adapter";
import { graphOf, resourceOf } from "../../runtime/sharedResources";
import { shareValues } from "../../runtime/sharedValues";
import { change, resourcesOf, type Sketch } from "../fixture/build";
import { analyzeByAll, analyzeStackByAll, type Diagnostic, type Policies, remediate } from "../policies/engine";
import { firewallStack } from "../policies/network/firewallStack";
import { policy, TODAY } from "../policies/verdict";

type Values = Record<string, unknown>;
interface Deserializer {
    deserializeProperties: (message: object, forRemediation: boolean) => Values;
}

/** The module that the SDK's own server calls. */
const SDK = createRequire(__filename)("@pulumi/policy/deserialize") as Deserializer;

const PACK: Policies = POLICIES.map((each) => toPulumiPolicy(each, () => TODAY));

/** Stacks on which the pack has a lot to say: sound, broken in several ways, at a first preview and after an update. */
const BROKEN: readonly Sketch[] = [
    ["domain", "appNetworkAccessType", undefined],
    ["domain", "kmsKeyId", "alias/aws/elasticfilesystem"],
    ["studio", "enableDnsHostnames", false],
    ["key", "enableKeyRotation", undefined],
].reduce((stack, [name, path, value]) => change(stack, String(name), String(path), value), firewallStack());

const STACKS: readonly (readonly [name: string, resources: readonly GraphResource[]])[] = [
    ["first preview", resourcesOf(firewallStack(), "unknown")],
    ["update", resourcesOf(firewallStack(), "known")],
    ["broken at a first preview", resourcesOf(BROKEN, "unknown")],
    ["broken after an update", resourcesOf(BROKEN, "known")],
];

/** Everything the pack says of a stack: of each resource, then of all together. */
async function saidOf(resources: readonly GraphResource[]): Promise<Diagnostic[]> {
    const said: Diagnostic[] = [];
    for (const resource of resources) {
        said.push(...(await analyzeByAll(PACK, resource)));
    }
    return [...said, ...(await analyzeStackByAll(PACK, resources))];
}

/** Runs `work` with the SDK sharing values; `watch` sees each value as it is read. */
async function sharing<R>(work: () => Promise<R>, watch: (values: Values) => void = () => undefined): Promise<R> {
    const original = SDK.deserializeProperties;
    SDK.deserializeProperties = (message, forRemediation) => {
        const values = original(message, forRemediation);
        watch(values);
        return values;
    };
    assert.ok(shareValues(SDK));
    try {
        return await work();
    } finally {
        SDK.deserializeProperties = original;
    }
}

describe("values shared by all policies of a request", () => {
    it("change nothing of what the pack says, in whatever order stacks come", async () => {
        const expected: Diagnostic[][] = [];
        for (const [, resources] of STACKS) {
            expected.push(await saidOf(resources));
        }
        await sharing(async () => {
            // Twice, as a preview is followed by an update in the same process.
            for (const [index, [name, resources]] of [...STACKS, ...STACKS].entries()) {
                assert.deepEqual(await saidOf(resources), expected[index % STACKS.length], name);
            }
        });
        const spoken = expected.map((said) => said.length > 0);
        assert.deepEqual(spoken, [true, false, true, true]);
    });

    it("are read once per resource and request", async () => {
        let reads = 0;
        const [[, resources] = ["", []]] = STACKS;
        const once = async (): Promise<void> => void (await analyzeStackByAll(PACK, resources));
        await sharing(once, () => (reads += 1));
        // Each resource has its own message, and each of them the message of its provider.
        assert.equal(reads, 2 * resources.length);
    });

    it("are left as they are by every policy", async () => {
        const seen: (readonly [values: Values, before: Values])[] = [];
        for (const [, resources] of STACKS) {
            await sharing(
                () => saidOf(resources),
                (values) => seen.push([values, structuredClone(values)]),
            );
        }
        for (const [values, before] of seen) {
            assert.deepEqual(values, before);
        }
        assert.ok(seen.length > 0);
    });

    it("are never those of a remediation, which writes into them", async () => {
        const domain = resourcesOf(BROKEN).find(({ name }) => name === "domain");
        assert.ok(domain);
        const adapted = toPulumiPolicy(policy("P01"));
        await sharing(async () => {
            const repaired = await remediate(adapted, domain);
            assert.equal(repaired?.appNetworkAccessType, "VpcOnly");
            const said = await analyzeByAll([adapted], domain);
            assert.equal(said.length, 1);
        });
    });
});

describe("graphs of a request", () => {
    const stack = resourcesOf(firewallStack(), "unknown");
    /** The graphs and resources that two policies of each of two requests are shown. */
    async function shown(): Promise<{ graphs: unknown[]; single: unknown[] }> {
        const graphs: unknown[] = [];
        const single: unknown[] = [];
        const looking: Policies = ["one", "two"].map((name) => ({
            name,
            description: "The request is looked at.",
            validateStack: ({ resources }: { resources: PolicyResource[] }) => void graphs.push(graphOf(resources)),
            validateResource: (args: ResourceValidationArgs) => void single.push(resourceOf(args)),
        }));
        for (const first of stack.slice(0, 2)) {
            await analyzeByAll(looking, first);
            await analyzeStackByAll(looking, stack);
        }
        return { graphs, single };
    }
    const same = ([a, b, c, d]: readonly unknown[]): boolean[] => [a === b, b === c, c === d];

    it("are one where values are shared, and another in the next request", async () => {
        const { graphs, single } = await sharing(shown);
        assert.deepEqual(
            [same(graphs), same(single)],
            [
                [true, false, true],
                [true, false, true],
            ],
        );
    });

    it("are one for each policy where the SDK shares nothing", async () => {
        const { graphs, single } = await shown();
        assert.deepEqual(
            [same(graphs), same(single)],
            [
                [false, false, false],
                [false, false, false],
            ],
        );
    });

    it("are not one when a request lists other resources", async () => {
        const seen: number[] = [];
        const looking: Policies = [
            {
                name: "halves",
                description: "The request is looked at.",
                validateStack: ({ resources }: { resources: PolicyResource[] }) => {
                    const half = resources.slice(0, 3);
                    seen.push(...[resources, half, resources].map((list) => graphOf(list).resources.length));
                },
            },
        ];
        await sharing(() => analyzeStackByAll(looking, stack));
        assert.deepEqual(seen, [stack.length, 3, stack.length]);
    });
});

describe("an SDK of another shape", () => {
    const two = (): unknown => (_message: object, _forRemediation: boolean) => ({});
    const modules: readonly (readonly [what: string, module: unknown])[] = [
        ["no module", undefined],
        ["without the function", {}],
        ["something else under its name", { deserializeProperties: "text" }],
        ["a function of other arguments", { deserializeProperties: (_message: object) => ({}) }],
        ["a function that cannot be replaced", Object.freeze({ deserializeProperties: two() })],
        ["a function behind a getter", Object.defineProperty({}, "deserializeProperties", { get: two })],
    ];
    for (const [what, module] of modules) {
        it(`${what}: is left alone`, () => assert.equal(shareValues(module), false));
    }
});
