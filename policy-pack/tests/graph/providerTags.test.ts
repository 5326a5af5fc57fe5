import assert from "node:assert/strict";
import type { PolicyProviderResource, PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { SECRET, UNKNOWN } from "../../graph";
import { fromResourceArgs, fromStackResources } from "../../graph/fromPolicyResources";
import { providerTags } from "../../graph/providerTags";

const OPTIONS = { protect: false, ignoreChanges: [] };
const TYPE = "aws:sagemaker/model:Model";

function provider(props: Record<string, unknown>): PolicyProviderResource {
    return { type: "pulumi:providers:aws", name: "aws", urn: "urn:provider", props };
}

describe("tags of a provider", () => {
    const cases: readonly (readonly [what: string, defaultTags: unknown, expected: unknown])[] = [
        ["none", undefined, undefined],
        ["no tags in them", "{}", undefined],
        ["an empty text", "", undefined],
        ["as the engine keeps them", '{"tags":{"project":"churn"}}', { project: "churn" }],
        ["as an object", { tags: { project: UNKNOWN } }, { project: UNKNOWN }],
        ["not known yet", UNKNOWN, UNKNOWN],
        ["a secret", SECRET, SECRET],
        ["tags not known yet", { tags: UNKNOWN }, UNKNOWN],
        ["a text that is no JSON", "{", UNKNOWN],
        ["a list", { tags: ["project"] }, undefined],
    ];
    for (const [what, defaultTags, expected] of cases) {
        it(what, () => assert.deepEqual(providerTags(defaultTags), expected));
    }

    it("stand at each resource that the engine shows, by itself or in its stack", () => {
        const shown = (props: Record<string, unknown>): unknown[] => {
            const common = { type: TYPE, name: "churn", urn: "urn:churn", props: {}, provider: provider(props) };
            const args = { ...common, opts: OPTIONS } as unknown as ResourceValidationArgs;
            const resource = {
                ...common,
                opts: OPTIONS,
                dependencies: [],
                propertyDependencies: {},
            } as unknown as PolicyResource;
            return [fromResourceArgs(args), ...fromStackResources([resource])].map((each) => each.providerTags);
        };
        const tags = { project: "churn" };
        assert.deepEqual(shown({ defaultTags: JSON.stringify({ tags }) }), [tags, tags]);
        assert.deepEqual(shown({}), [undefined, undefined]);
        const unread = Object.defineProperty({}, "defaultTags", {
            get: () => {
                throw new Error("unknown");
            },
        });
        assert.deepEqual(shown(unread), [UNKNOWN, UNKNOWN]);
    });
});
