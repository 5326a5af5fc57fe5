import { strict as assert } from "node:assert";
import path from "node:path";

import { type GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type PolicyDocument, type Statement, statements as statementsOf } from "../../../policy-pack/iam";
import { roleIntent } from "../../../preflight/intent";
import { type Finding, judge, type JudgedRole, type RoleWorld, roleWorld } from "../../../preflight/proofs/roles";
import type { Fixture } from "../access/fixture";

export const COMPLETE = path.resolve(__dirname, "../../stacks/studio-complete.yaml");

export type Resources = readonly GraphResource[];
/** An edit of what was recorded. */
export type Change = (resources: Resources) => Resources;

/** What the roles are asked in, after an edit. */
export function worldOf({ outputs, resources, settings }: Fixture, change: Change = (same) => same): RoleWorld {
    const world = roleWorld(new ResourceGraph(change(resources)), roleIntent(settings), outputs);
    assert.ok(world, "the stack has no domain");
    return world;
}

/** The answers of one role, by its logical name without the prefix. */
export function judged(world: RoleWorld, role: string): JudgedRole {
    const subject = world.subjects.find((each) => each.role.name === `studio-${role}`);
    assert.ok(subject, `no role of Studio is called studio-${role}`);
    const [found] = judge(world, [subject]);
    return found as JudgedRole;
}

/** A question with its call: what tells findings apart. */
export function question({ call, label }: Finding): string {
    return `${label}: ${call}`;
}

/** The document in a property of one resource, edited. */
export function editDocument(name: string, edit: (document: PolicyDocument) => unknown, type?: string): Change {
    return (resources) => {
        const [at, ...more] = resources.filter((each) => each.name === name && typeof each.props.policy === "string");
        const found = type === undefined ? at : [at, ...more].find((each) => each?.type === type);
        assert.ok(found !== undefined && (type !== undefined || more.length === 0), `one document is called ${name}`);
        const edited = edit(JSON.parse(String(found.props.policy)) as PolicyDocument);
        const policy = typeof edited === "string" ? edited : JSON.stringify(edited);
        assert.notEqual(policy, found.props.policy, `${name} is as before`);
        return resources.map((each) => (each === found ? { ...each, props: { ...each.props, policy } } : each));
    };
}

/** One statement edited; undefined takes it away. */
export function edit(name: string, sid: string, change: (statement: Statement) => Statement | undefined): Change {
    return editDocument(name, (document) => {
        const statements = [...statementsOf(document)];
        assert.ok(
            statements.some(({ Sid }) => Sid === sid),
            `${name} has no statement ${sid}`,
        );
        return {
            ...document,
            Statement: statements.flatMap((each) => (each.Sid === sid ? (change(each) ?? []) : [each])),
        };
    });
}

export function without(name: string, ...sids: readonly string[]): Change {
    return all(...sids.map((sid) => edit(name, sid, () => undefined)));
}

/** A statement without one of its conditions. */
export function unconditional(name: string, sid: string, key: string): Change {
    return edit(name, sid, ({ Condition = {}, ...statement }) => {
        const kept = Object.entries(Condition).flatMap(([operator, keys]) => {
            const rest = Object.entries(keys).filter(([each]) => each !== key);
            return rest.length === 0 ? [] : [[operator, Object.fromEntries(rest)] as const];
        });
        return kept.length === 0 ? statement : { ...statement, Condition: Object.fromEntries(kept) };
    });
}

/** A statement on other resources. */
export function widened(name: string, sid: string, Resource: string): Change {
    return edit(name, sid, (statement) => ({ ...statement, Resource }));
}

/** A managed policy that a role no longer has. */
export function detached(attachment: string): Change {
    return (resources) => {
        const rest = resources.filter(({ name }) => name !== attachment);
        assert.equal(rest.length, resources.length - 1, `one attachment is called ${attachment}`);
        return rest;
    };
}

/** A property of a resource set; undefined takes it away. */
export function set(type: string, name: string, property: string, value: unknown): Change {
    return (resources) => {
        assert.ok(resources.some((each) => each.type === type && each.name === name));
        return resources.map((each) =>
            each.type === type && each.name === name ? { ...each, props: { ...each.props, [property]: value } } : each,
        );
    };
}

export function all(...changes: readonly Change[]): Change {
    return (resources) => changes.reduce((changed, change) => change(changed), resources);
}
