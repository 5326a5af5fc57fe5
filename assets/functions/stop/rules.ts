/** What a deployment lets run, as the program hands it to the function. Lists of names are plain; nothing here is a secret. */
export interface Rules {
    /** `notify` tells people; `stop` also stops or deletes. */
    readonly mode: "notify" | "stop";
    /** `deployment`: what our roles, domain or subnets have to do with. `account`: everything in account and Region. */
    readonly scope: "deployment" | "account";
    /** The domain whose apps, spaces and links are watched. */
    readonly domainId: string;
    /** ARNs of our roles; one that ends in `/` stands for all roles of that path, which only this deployment makes. */
    readonly roles: readonly string[];
    /** ARNs of roles that make links for people; see {@link roles}. */
    readonly linkMakers: readonly string[];
    /** ARNs of roles whose own calls are left alone. */
    readonly exempt: readonly string[];
    readonly subnets: readonly string[];
    readonly groups: readonly string[];
    /** ARNs of the keys volumes may be under. Empty: any key, or none, may be. */
    readonly volumeKeys: readonly string[];
    /** ARNs of the keys results may be under. Empty: any key, or none, may be. */
    readonly outputKeys: readonly string[];
    /** Patterns of instance types whose own disks encrypt themselves, so that a job there may name no volume key. */
    readonly selfEncrypting: readonly string[];
    /** Whether containers must run without a network. */
    readonly isolation: boolean;
    /** Whether traffic between containers must be encrypted. */
    readonly interContainerEncryption: boolean;
    /** Patterns of instance types for apps and for jobs. Empty: all. */
    readonly instances: { readonly apps: readonly string[]; readonly jobs: readonly string[] };
    /** Longest run time of a job. Absent: no limit. */
    readonly maxRuntimeHours?: number;
    /** Whether people may connect an editor of their own to a space. */
    readonly remoteAccess: boolean;
}

/** Everything the function is told by its environment. */
export interface Environment {
    readonly rules: Rules;
    readonly topicArn: string;
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value !== "";
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const someTexts: Check = (value) => texts(value) && (value as unknown[]).length > 0;
const flag: Check = (value) => typeof value === "boolean";

/** Roles, subnets and groups may not be empty: an empty list would either stop everything or recognise nothing. */
const FORM: Readonly<Record<Exclude<keyof Rules, "maxRuntimeHours">, Check>> = {
    mode: (value) => value === "notify" || value === "stop",
    scope: (value) => value === "deployment" || value === "account",
    domainId: text,
    roles: someTexts,
    linkMakers: texts,
    exempt: texts,
    subnets: someTexts,
    groups: texts,
    volumeKeys: texts,
    outputKeys: texts,
    selfEncrypting: texts,
    isolation: flag,
    interContainerEncryption: flag,
    instances: (value) =>
        typeof value === "object" &&
        value !== null &&
        texts((value as Record<string, unknown>)["apps"]) &&
        texts((value as Record<string, unknown>)["jobs"]),
    remoteAccess: flag,
};

/**
 * Reads `RULES` (JSON) and `TOPIC_ARN`.
 *
 * @throws Error naming every part that is missing or of the wrong form: a function that guesses a rule stops the wrong
 * thing, or nothing.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
    const { RULES = "", TOPIC_ARN = "" } = env;
    const rules = parsed(RULES);
    const limit = rules["maxRuntimeHours"];
    const wrong = [
        ...Object.entries(FORM).flatMap(([key, holds]) => (holds(rules[key]) ? [] : [`RULES.${key}`])),
        ...(limit === undefined || (typeof limit === "number" && limit > 0) ? [] : ["RULES.maxRuntimeHours"]),
        ...(TOPIC_ARN === "" ? ["TOPIC_ARN"] : []),
    ];
    if (wrong.length > 0) {
        throw new Error(`The function's environment lacks a valid ${wrong.join(", ")}; deploy the stack again`);
    }
    return { rules: rules as unknown as Rules, topicArn: TOPIC_ARN };
}

function parsed(json: string): Record<string, unknown> {
    try {
        const value: unknown = JSON.parse(json);
        return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    } catch {
        return {};
    }
}

/** Whether a list names a role, by itself or by its path. */
export function namesRole(list: readonly string[], arn: string | undefined): boolean {
    return arn !== undefined && list.some((entry) => (entry.endsWith("/") ? arn.startsWith(entry) : arn === entry));
}
