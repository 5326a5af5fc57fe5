import type { GraphResource } from "../graph";
import type { Finding } from "./definition";

/** Last part of a type token: `Domain` of `aws:sagemaker/domain:Domain`. */
function kindOf(resource: GraphResource): string {
    return resource.type.split(":").at(-1) ?? resource.type;
}

/** `Domain studio`: how messages name a resource. */
export function label(resource: GraphResource): string {
    return `${kindOf(resource)} ${resource.name}`;
}

/** A rule is broken. `message` follows the resource's name and names value, rule and fix. */
export function violation(resource: GraphResource, message: string): Finding {
    return { kind: "violation", urn: resource.urn, message: `${label(resource)}: ${message}` };
}

/** A rule cannot be judged. `message` says which value is missing and what it would decide. */
export function undecided(resource: GraphResource, message: string): Finding {
    return { kind: "undecided", urn: resource.urn, message: `${label(resource)}: ${message}` };
}

/**
 * A value for a message. A policy cannot see which strings are secrets, so only numbers, booleans and the words named
 * in `vocabulary` are printed.
 */
export function shown(value: unknown, vocabulary: readonly string[] = []): string {
    if (value === undefined || value === null) {
        return "not set";
    }
    if (typeof value === "number" || typeof value === "boolean") {
        return String(value);
    }
    if (typeof value === "string" && vocabulary.includes(value)) {
        return `"${value}"`;
    }
    return "set to something else";
}

/** Findings whose premise is not certain: what would be a violation is undecided, with the reason in front. */
export function uncertain(findings: readonly Finding[], why: string | undefined): Finding[] {
    return why === undefined
        ? [...findings]
        : findings.map(({ urn, message }) => ({ kind: "undecided", urn, message: `${why}; if so: ${message}` }));
}
