import { type GraphResource, isUnknown, readPath, UNKNOWN } from "../../policy-pack/graph";
import { added, changed, kindOf, type Resources, without } from "../mutations-network/edit";

/** Recorded stacks that are mutated; see `stacks.ts`. */
export type StackName = "studio" | "firewall" | "many";

/** A change of a recorded stack. */
export type Edit = (resources: Resources) => Resources;

/** One change that one policy must name. */
export interface Mutation {
    /** Number of the policy that fires. */
    readonly policy: string;
    readonly what: string;
    readonly stack: StackName;
    readonly edit: Edit;
    /** Logical name of the resource the violation is about. */
    readonly on: string;
    /** Policies that fire too, and why they are right to. */
    readonly also?: Readonly<Record<string, string>>;
    /** Configuration of the policy besides the stack's own. */
    readonly config?: Readonly<Record<string, unknown>>;
    /** Why a first preview cannot decide it; it must say so then. */
    readonly atPreview?: string;
}

/** A resource by kind and logical name: `Domain studio-domain`. */
export function find(resources: Resources, which: string): GraphResource {
    const [kind = "", name = ""] = which.split(" ");
    const found = resources.find((each) => each.name === name && kindOf(each) === kind);
    if (found === undefined) {
        throw new Error(`the stack has no ${which}`);
    }
    return found;
}

/** Another value at a dotted path; `undefined` removes it. What it was made from is forgotten with it. */
export function set(which: string, path: string, value: unknown): Edit {
    return (resources) => {
        const resource = find(resources, which);
        const [property = path] = path.split(".");
        const next = changed(resources, resource, path, value);
        return path === property ? withDependencies(next, resource.urn, property, []) : next;
    };
}

/** A property that refers to another resource of the stack, by its output. */
export function point(which: string, path: string, target: string, output: "id" | "arn" | "name"): Edit {
    return (resources) => {
        const to = find(resources, target);
        const resource = find(resources, which);
        const value = output === "id" ? to.id : (to.props[output] ?? UNKNOWN);
        const [property = path] = path.split(".");
        return withDependencies(changed(resources, resource, path, value), resource.urn, property, [to.urn]);
    };
}

/** A list that refers to other resources of the stack, by their ids. */
export function pointAll(which: string, property: string, targets: readonly string[]): Edit {
    return (resources) => {
        const to = targets.map((target) => find(resources, target));
        const resource = find(resources, which);
        const next = changed(
            resources,
            resource,
            property,
            to.map(({ id }) => id),
        );
        return withDependencies(
            next,
            resource.urn,
            property,
            to.map(({ urn }) => urn),
        );
    };
}

/** A policy document with other statements; the document's own text where it is known, nothing while it is not. */
export function restate(which: string, property: string, change: (statements: Statement[]) => Statement[]): Edit {
    return (resources) => {
        const resource = find(resources, which);
        const text = readPath(resource.props, property);
        if (isUnknown(text)) {
            return resources;
        }
        const document = JSON.parse(String(text)) as { Statement: Statement | Statement[] };
        const list = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
        return changed(resources, resource, property, JSON.stringify({ ...document, Statement: change(list) }));
    };
}

export interface Statement {
    readonly Sid?: string;
    readonly Effect: string;
    readonly [element: string]: unknown;
}

/** Without a resource. */
export function drop(which: string): Edit {
    return (resources) => without(resources, find(resources, which));
}

/** With one resource more; a property that is a resource of the stack means its id. */
export function add(
    type: string,
    name: string,
    props: (the: (which: string) => GraphResource) => Record<string, unknown>,
): Edit {
    return (resources) =>
        added(
            resources,
            type,
            name,
            props((which) => find(resources, which)),
        );
}

/** Several changes, one after the other. */
export function all(...edits: readonly Edit[]): Edit {
    return (resources) => edits.reduce((current, edit) => edit(current), resources);
}

/** Settings that Pulumi is told to overlook. */
export function ignoring(which: string, ...ignoreChanges: string[]): Edit {
    return (resources) => {
        const resource = find(resources, which);
        return resources.map((each) => (each === resource ? { ...each, ignoreChanges } : each));
    };
}

function withDependencies(resources: Resources, urn: string, property: string, urns: readonly string[]): Resources {
    return resources.map((each) =>
        each.urn === urn ? { ...each, propertyDependencies: { ...each.propertyDependencies, [property]: urns } } : each,
    );
}
