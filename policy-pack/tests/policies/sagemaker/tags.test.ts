import assert from "node:assert/strict";
import { type GraphResource, SECRET, UNKNOWN } from "../../../graph";
import { judge } from "../../../policies/judge";
import { TAGGABLE_TYPES } from "../../../policies/sagemaker/taggableTypes";
import { settingsFrom } from "../../../policies/settings";
import { resourcesOf, type Sketch } from "../../fixture/build";
import { policy, TODAY, verdict } from "../verdict";

const PROJECT = { requiredTags: ["project"] };

function model(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/model:Model", name: "churn", props };
}

const missing = (what: string): string =>
    `violation: Model churn: does not carry ${what}. Add it to tags, or to defaultTags of the provider.`;
const unclear = (what: string): string =>
    `undecided: Model churn: tags are not known yet; whether it carries ${what} cannot be told.`;

describe("P18 sagemaker-resources-tagged", () => {
    const cases: readonly (readonly [
        what: string,
        props: Record<string, unknown>,
        any: readonly string[],
        project: readonly string[],
    ])[] = [
        ["no tags", {}, [missing("any tag")], [missing("tag project")]],
        ["an empty map", { tags: {} }, [missing("any tag")], [missing("tag project")]],
        ["null", { tags: null }, [missing("any tag")], [missing("tag project")]],
        ["another tag", { tags: { owner: "ann" } }, [], [missing("tag project")]],
        ["the required tag", { tags: { project: "churn" } }, [], []],
        ["the required tag, empty", { tags: { project: "" } }, [], []],
        [
            "the required tag without a value",
            { tags: { project: null } },
            [missing("any tag")],
            [missing("tag project")],
        ],
        ["keys are case sensitive", { tags: { Project: "churn" } }, [], [missing("tag project")]],
        ["a tag of AWS alone", { tags: { "aws:createdBy": "x" } }, [missing("any tag")], [missing("tag project")]],
        ["all tags, after an update", { tags: {}, tagsAll: { project: "churn" } }, [], []],
        ["all tags not known yet", { tags: {}, tagsAll: UNKNOWN }, [missing("any tag")], [missing("tag project")]],
        ["a value that is not known yet", { tags: { project: UNKNOWN } }, [], []],
        ["a secret value", { tags: { project: SECRET } }, [], []],
        ["tags that are not known yet", { tags: UNKNOWN }, [unclear("any tag")], [unclear("tag project")]],
        ["secret tags", { tags: SECRET }, [unclear("any tag")], [unclear("tag project")]],
    ];
    for (const [what, props, any, project] of cases) {
        it(what, () => {
            assert.deepEqual(verdict("P18", [model(props)]), any);
            assert.deepEqual(verdict("P18", [model(props)], PROJECT), project);
        });
    }

    it("names each key that is missing", () => {
        const options = { requiredTags: ["project", "owner", "stage"] };
        assert.deepEqual(verdict("P18", [model({ tags: { owner: "ann" } })], options), [
            missing("tag project"),
            missing("tag stage"),
        ]);
    });

    it("asks every taggable type", () => {
        for (const type of TAGGABLE_TYPES) {
            assert.equal(verdict("P18", [{ type, name: "it", props: {} }]).length, 1, type);
        }
        assert.deepEqual(verdict("P18", [{ type: "aws:sagemaker/device:Device", name: "it", props: {} }]), []);
    });

    it("counts the tags of the provider", () => {
        const says = (providerTags: NonNullable<GraphResource["providerTags"]>): string[] => {
            const [resource] = resourcesOf([model({ tags: { owner: "ann" } })]);
            assert.ok(resource);
            const settings = settingsFrom(policy("P18"), PROJECT, "advisory");
            const { violations, undecided } = judge(policy("P18"), { ...resource, providerTags }, settings, TODAY);
            return [...violations, ...undecided].map(({ kind, message }) => `${kind}: ${message}`);
        };
        assert.deepEqual(says({ project: "churn" }), []);
        assert.deepEqual(says({ stage: "dev" }), [missing("tag project")]);
        assert.deepEqual(says(UNKNOWN), [unclear("tag project")]);
    });

    it("adds tags that are missing, once, and overwrites none", () => {
        const config = { requiredTags: [], tagsToAdd: { project: "churn", stage: "dev" } };
        const repair = (props: Record<string, unknown>): boolean | undefined =>
            policy("P18").remediate?.(props, config);
        const props = { tags: { stage: "", owner: "ann" } };
        assert.equal(repair(props), true);
        assert.deepEqual(props, { tags: { stage: "", owner: "ann", project: "churn" } });
        assert.equal(repair(props), false);

        const untagged: Record<string, unknown> = {};
        assert.equal(repair(untagged), true);
        assert.deepEqual(untagged, { tags: { project: "churn", stage: "dev" } });
    });

    it("adds none without configuration, or where the tags are not known yet", () => {
        const props: Record<string, unknown> = {};
        assert.equal(policy("P18").remediate?.(props, { requiredTags: ["project"], tagsToAdd: {} }), false);
        assert.deepEqual(props, {});
        const unread = Object.defineProperty({}, "tags", {
            get: () => {
                throw new Error("unknown");
            },
        });
        assert.equal(policy("P18").remediate?.(unread, { requiredTags: [], tagsToAdd: { project: "churn" } }), false);
    });
});
