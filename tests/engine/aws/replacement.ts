import { IDENTITIES } from "./identities";
import { REPLACEMENTS } from "./replacements";
import { DEFAULTED, isObject, type Properties, same } from "./values";

/** What a change of inputs means. */
export interface Change {
    /** Names of the inputs that differ. */
    readonly changed: readonly string[];
    /** Those among them that force a new resource. */
    readonly replacing: readonly string[];
    /** The old one must go first, because the new one bears the same name. */
    readonly deleteBeforeReplace: boolean;
}

/** Compares inputs as the provider does; an unknown new value counts as a change. */
export function compare(type: string, old: Properties, next: Properties): Change {
    const names = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((name) => name !== DEFAULTED);
    const changed = names.filter((name) => !same(old[name], next[name]));
    const replacing = changed.filter((name) => forcesReplacement(type, name, old, next));
    return { changed, replacing, deleteBeforeReplace: replacing.length > 0 && keepsItsName(type, old, next) };
}

function forcesReplacement(type: string, name: string, old: Properties, next: Properties): boolean {
    // Every resource of the provider's version 7 has the argument.
    if (name === "region") {
        return true;
    }
    const paths = (REPLACEMENTS[type]?.paths ?? []).filter((path) => path.split(".")[0] === name);
    return paths.some((path) => !same(at(old, path), at(next, path))) || changesSource(type, name, old, next);
}

const SOURCES = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/**
 * A security-group rule keeps its id when its source changes, but not when another kind of source takes its place; a
 * gateway endpoint that is told about private DNS is made anew.
 * Source: `ModifyPlan` and `CustomizeDiff` in vpc_security_group_ingress_rule.go and vpc_endpoint.go of the provider.
 */
function changesSource(type: string, name: string, old: Properties, next: Properties): boolean {
    if (/SecurityGroup(In|E)gressRule$/.test(type) && SOURCES.includes(name)) {
        return (old[name] === undefined) !== (next[name] === undefined);
    }
    return (
        type === "aws:ec2/vpcEndpoint:VpcEndpoint" &&
        name === "privateDnsEnabled" &&
        next["vpcEndpointType"] !== "Interface"
    );
}

/**
 * Whether a replacement bears the same physical name: then the engine must delete first. A name the provider made up
 * ends in random digits and is new each time.
 * Source: pulumi-terraform-bridge, `nameRequiresDeleteBeforeReplace`.
 */
function keepsItsName(type: string, old: Properties, next: Properties): boolean {
    const name = IDENTITIES[type]?.autoName;
    const madeUp = next[DEFAULTED];
    if (name === undefined || next[name] === undefined || (Array.isArray(madeUp) && madeUp.includes(name))) {
        return false;
    }
    return same(old[name], next[name]);
}

/** The nested value at a path without lists. */
function at(properties: Properties, path: string): unknown {
    return path.split(".").reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), properties);
}
