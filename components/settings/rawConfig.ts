import type { Problem, SettingPath } from "./problems";
import { NAMESPACE } from "./schema";
import { secretPaths } from "./secrets";

/** A stack's configuration, as read from its file or from the engine. */
export interface RawConfig {
    readonly project: string;
    readonly stack: string;
    /** Values by full key, for example `private-studio:network`, as YAML or JSON has them. */
    readonly config: Readonly<Record<string, unknown>>;
    /** Full keys whose value is or contains a secret. */
    readonly secretKeys: readonly string[];
    /** Places of secrets that `config` holds in clear, where somebody else knows them. */
    readonly secretPlaces?: readonly SettingPath[];
    /** Mistakes in files that `config` was read from beside the stack file; what could be read stands in `config`. */
    readonly fileProblems?: readonly Problem[];
}

/** The value of one of our top keys. */
export function valueOf(raw: Pick<RawConfig, "config">, key: string): unknown {
    return raw.config[`${NAMESPACE}:${key}`];
}

/** Whether the value of the top key is or contains a secret. */
export function isSecret({ secretKeys }: RawConfig, key: string): boolean {
    return secretKeys.includes(`${NAMESPACE}:${key}`);
}

/** Whether nothing of the value may be shown, because there are secrets in it and nobody knows where. */
export function isHidden(raw: RawConfig, key: string): boolean {
    return isSecret(raw, key) && secretPaths(valueOf(raw, key)).length === 0;
}

/** Where the secrets of a top key stand; undefined when there are some and nobody knows. */
export function secretsIn(raw: RawConfig, key: string): readonly SettingPath[] | undefined {
    const places = secretPaths(valueOf(raw, key), [key]);
    const told = (raw.secretPlaces ?? []).filter(([first]) => first === key);
    const all = places.length > 0 ? places : told;
    return isSecret(raw, key) && all.length === 0 ? undefined : all;
}
