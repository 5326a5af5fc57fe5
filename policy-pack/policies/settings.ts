import type { ConfigProperty, ConfigValues, EnforcementLevel, PolicyDefinition, Scope } from "./definition";

/** Lets one resource pass a policy for a time. */
export interface Exception {
    /** Regular expression for the whole logical name; or `urn`. */
    readonly name?: string;
    /** Regular expression for the whole URN; or `name`. */
    readonly urn?: string;
    /** Why; without it the exception is itself a violation. */
    readonly reason?: string;
    /** Last day on which it holds, `YYYY-MM-DD` in UTC; past it the exception is itself a violation. */
    readonly expires?: string;
}

/** An exception that holds: it has a reason and a date. */
export type ValidException = Exception & Required<Pick<Exception, "reason" | "expires">>;

/** Keys that every policy's configuration has. */
export interface SharedConfig {
    readonly exceptions: readonly Exception[];
    /** Weight of "could not decide": advisory (default), or mandatory, which stops the preview. */
    readonly unknownsAre: "advisory" | "mandatory";
    /** Which resources are judged; always `all` where the policy has no such option. */
    readonly scope: Scope;
}

/** Configuration of a pack, in the engine's format: a level, or an object with `enforcementLevel` and options. */
export type PackConfig = Readonly<Record<string, EnforcementLevel | ConfigValues>>;

/** One policy's configuration with its defaults filled in. */
export interface PolicySettings extends SharedConfig {
    readonly level: EnforcementLevel;
    /** The policy's own keys. */
    readonly values: ConfigValues;
}

const EXCEPTION: ConfigProperty = {
    type: "object",
    properties: {
        name: { type: "string", description: "regular expression for the whole logical name" },
        urn: { type: "string", description: "regular expression for the whole URN" },
        reason: { type: "string" },
        expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "last day it holds (UTC)" },
    },
    additionalProperties: false,
};

/** Schema of the keys that every policy has. */
const SHARED_PROPERTIES: Readonly<Record<Exclude<keyof SharedConfig, "scope">, ConfigProperty>> = {
    exceptions: {
        type: "array",
        items: EXCEPTION,
        default: [],
        description: "resources that may break the rule for a time, each with reason and expiry",
    },
    unknownsAre: {
        type: "string",
        enum: ["advisory", "mandatory"],
        default: "advisory",
        description: "weight of what cannot be decided at preview",
    },
};

/** The whole configuration schema of a policy, each property with its default, so that the engine fills them in. */
export function configProperties(policy: PolicyDefinition): Record<string, ConfigProperty> {
    const own = Object.entries(policy.config.properties).map(([key, property]) => {
        const value = policy.config.defaults[key];
        return [key, value === undefined ? property : { ...property, default: value }] as const;
    });
    return {
        ...Object.fromEntries(own),
        ...SHARED_PROPERTIES,
        ...(policy.scope && { scope: scopeProperty(policy.scope) }),
    };
}

function scopeProperty(scope: Scope): ConfigProperty {
    return {
        type: "string",
        enum: ["all", "sagemaker"],
        default: scope,
        description: "whether every resource is judged, or only what SageMaker uses",
    };
}

/** A policy's settings from the keys its configuration gives; missing ones take their defaults. */
export function settingsFrom(policy: PolicyDefinition, given: ConfigValues, level: EnforcementLevel): PolicySettings {
    const { exceptions, unknownsAre, scope, ...own } = given;
    const wanted = scope === "all" || scope === "sagemaker" ? scope : undefined;
    return {
        level,
        scope: policy.scope === undefined ? "all" : (wanted ?? policy.scope),
        exceptions: Array.isArray(exceptions) ? (exceptions as readonly Exception[]) : [],
        unknownsAre: unknownsAre === "mandatory" ? "mandatory" : "advisory",
        values: { ...policy.config.defaults, ...own },
    };
}

/** A policy's settings in a pack configuration. Its own level counts before `all`, and that before the policy's default. */
export function settingsOf(policy: PolicyDefinition, config: PackConfig): PolicySettings {
    const entry = config[policy.name];
    const given = typeof entry === "object" ? entry : {};
    const { enforcementLevel, ...values } = given;
    const level = levelIn(typeof entry === "string" ? entry : enforcementLevel) ?? levelIn(config.all);
    return settingsFrom(policy, values, level ?? policy.enforcementLevel);
}

function levelIn(value: unknown): EnforcementLevel | undefined {
    const text: unknown =
        typeof value === "object" && value !== null ? (value as ConfigValues).enforcementLevel : value;
    return LEVELS.find((level) => level === text);
}

/** Every enforcement level of the engine. */
export const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];
