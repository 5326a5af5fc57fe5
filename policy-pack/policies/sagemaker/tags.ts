import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { repair, section } from "../remediation";
import { TAGGABLE_TYPES } from "./taggableTypes";

interface TagsConfig extends Record<string, unknown> {
    readonly requiredTags: readonly string[];
    readonly tagsToAdd: Readonly<Record<string, string>>;
}

/** P18: an inventory, and a bill, by team and purpose. */
export const resourceTags = resourcePolicy<TagsConfig>({
    id: "P18",
    name: "sagemaker-resources-tagged",
    title: "SageMaker resources are tagged",
    description: "The SageMaker resource must carry the required tags.",
    why: "Tags tell whose a resource is, what it costs whom and how sensitive its data is. Without them nobody dares to delete it, and access by attribute cannot tell it apart.",
    severity: "low",
    enforcementLevel: "advisory",
    framework: nist("CM-8", "System Component Inventory"),
    publishedIds: [
        "fsbp:SageMaker.6",
        "fsbp:SageMaker.7",
        "config:SAGEMAKER_DOMAIN_TAGGED",
        "config:SAGEMAKER_APP_IMAGE_CONFIG_TAGGED",
        "config:SAGEMAKER_FEATURE_GROUP_TAGGED",
        "config:SAGEMAKER_IMAGE_TAGGED",
    ],
    remediationSteps: "Add the tags to the resource, or to defaultTags of its provider.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
    config: {
        properties: {
            requiredTags: {
                type: "array",
                items: { type: "string" },
                description: "keys that each resource carries; empty: at least one tag, whatever its key",
            },
            tagsToAdd: {
                type: "object",
                additionalProperties: { type: "string" },
                description: "tags that the remediation adds where the key is missing; empty: no remediation",
            },
        },
        defaults: { requiredTags: [], tagsToAdd: {} },
    },
    types: TAGGABLE_TYPES,
    checkResource(resource, { requiredTags }) {
        const keys = keysOf(resource);
        const missing = requiredTags.filter((key) => !keys.has(key));
        const isComplete = requiredTags.length > 0 ? missing.length === 0 : [...keys].some(isOwnKey);
        if (isComplete) {
            return [];
        }
        return requiredTags.length > 0
            ? missing.map((key) => without(resource, `tag ${key}`))
            : [without(resource, "any tag")];
    },
    remediate(props, { tagsToAdd }) {
        const wanted = Object.entries(tagsToAdd);
        const tags = wanted.length === 0 ? undefined : section(props, "tags");
        return tags !== undefined && wanted.map(([key, value]) => repair(tags, key, isAbsent, value)).includes(true);
    },
});

/** Where a resource's tags come from: its own, those of its provider, and after an update both together. */
function sourcesOf({ props, providerTags }: GraphResource): unknown[] {
    return [props.tags, providerTags, isUnknown(props.tagsAll) ? undefined : props.tagsAll];
}

/** A key counts whatever its value is, known or not. */
function keysOf(resource: GraphResource): Set<string> {
    return new Set(
        sourcesOf(resource).flatMap((tags) =>
            typeof tags === "object" && tags !== null && !isUnknown(tags)
                ? Object.entries(tags)
                      .filter(([, value]) => !isAbsent(value))
                      .map(([key]) => key)
                : [],
        ),
    );
}

function without(resource: GraphResource, what: string): Finding {
    return sourcesOf(resource).some(isUnknown)
        ? undecided(resource, `tags are not known yet; whether it carries ${what} cannot be told.`)
        : violation(resource, `does not carry ${what}. Add it to tags, or to defaultTags of the provider.`);
}

/** AWS's own tags say nothing about an owner. */
function isOwnKey(key: string): boolean {
    return !key.toLowerCase().startsWith("aws:");
}

function isAbsent(value: unknown): boolean {
    return value === undefined || value === null;
}
