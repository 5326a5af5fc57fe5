import type { Rules } from "./rules";
import { namesRole } from "./rules";

/** One rule that something breaks. */
export interface Finding {
    readonly rule: "network" | "isolation" | "traffic" | "key" | "instance" | "run time" | "role" | "door";
    /** For people: what was found and what the rule wants. */
    readonly text: string;
}

interface VpcConfig {
    readonly Subnets?: readonly string[] | undefined;
    readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** In our subnets, with our groups, and in no other. */
export function network(rules: Rules, vpc: VpcConfig | undefined): Finding[] {
    const subnets = vpc?.Subnets ?? [];
    const groups = vpc?.SecurityGroupIds ?? [];
    if (subnets.length === 0 || groups.length === 0) {
        return [{ rule: "network", text: "runs without subnets and security groups of the Studio VPC" }];
    }
    return [
        ...strangers("network", "subnet", subnets, rules.subnets),
        ...strangers("network", "security group", groups, rules.groups),
    ];
}

export function isolation(rules: Rules, on: boolean | undefined): Finding[] {
    return rules.isolation && on !== true
        ? [{ rule: "isolation", text: "its containers have a network; EnableNetworkIsolation must be true" }]
        : [];
}

export function traffic(rules: Rules, on: boolean | undefined): Finding[] {
    return rules.interContainerEncryption && on !== true
        ? [{ rule: "traffic", text: "EnableInterContainerTrafficEncryption must be true" }]
        : [];
}

/**
 * The volume's key is one of ours. Instance types that encrypt their own disks take none; a job on both sorts must name
 * one, as on the other sort it can.
 */
export function volumeKey(rules: Rules, key: string | undefined, types: readonly string[]): Finding[] {
    const exempt = types.length > 0 && types.every((type) => matches(rules.selfEncrypting, type));
    return key === undefined && exempt ? [] : keyed(rules.volumeKeys, key, "volume");
}

/** What it writes is under one of our keys. */
export function outputKey(rules: Rules, key: string | undefined): Finding[] {
    return keyed(rules.outputKeys, key === "" ? undefined : key, "output");
}

/** Instance types are of the list for their kind; `system` is Studio's own. */
export function instances(allowed: readonly string[], types: readonly (string | undefined)[]): Finding[] {
    const known = types.filter((type) => type !== undefined && type !== "system") as string[];
    return allowed.length === 0
        ? []
        : [...new Set(known)]
              .filter((type) => !matches(allowed, type))
              .map((type) => ({ rule: "instance", text: `instance type ${type} is not one of ${allowed.join(", ")}` }));
}

export function runTime(rules: Rules, seconds: number | undefined): Finding[] {
    const { maxRuntimeHours } = rules;
    if (maxRuntimeHours === undefined || (seconds !== undefined && seconds <= maxRuntimeHours * 3600)) {
        return [];
    }
    const found = seconds === undefined ? "no limit is set" : `${seconds} seconds are allowed`;
    return [{ rule: "run time", text: `${found}; a job runs at most ${maxRuntimeHours} hours` }];
}

/** Works as one of our roles. */
export function role(rules: Rules, arn: string | undefined): Finding[] {
    return arn === undefined || namesRole(rules.roles, arn)
        ? []
        : [{ rule: "role", text: `works as ${arn}, which is no role of this deployment` }];
}

/** Something that opens a way past the presigned link. */
export function door(text: string): Finding {
    return { rule: "door", text };
}

function keyed(allowed: readonly string[], key: string | undefined, what: string): Finding[] {
    if (allowed.length === 0) {
        return [];
    }
    if (key === undefined) {
        return [{ rule: "key", text: `its ${what} names no key` }];
    }
    // An alias can be moved to another key, so only a key's own id or ARN is one of ours.
    return allowed.some((arn) => arn === key || arn.endsWith(`:key/${key}`))
        ? []
        : [{ rule: "key", text: `its ${what} is under ${key}, which is no key of this deployment` }];
}

function strangers(rule: Finding["rule"], what: string, found: readonly string[], ours: readonly string[]): Finding[] {
    return found
        .filter((id) => !ours.includes(id))
        .map((id) => ({ rule, text: `${what} ${id} is none of this deployment` }));
}

/** Patterns know `*` alone, as `ml.p4d.*`. */
function matches(patterns: readonly string[], text: string): boolean {
    return patterns.some((pattern) => {
        const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
        return new RegExp(`^${parts.join(".*")}$`).test(text);
    });
}
