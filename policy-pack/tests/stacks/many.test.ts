import assert from "node:assert/strict";
import { type GraphResource, ResourceGraph } from "../../graph";
import { runPolicies } from "../../policies/run";
import { type Ids, resourcesOf, type Sketch } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { firewallStack, natBeforeFirewallStack } from "../policies/network/firewallStack";
import { TODAY } from "../policies/verdict";

const RESOURCES = 10_000;
const STACKS = [cleanStack, firewallStack, natBeforeFirewallStack];

/** Everything one finding says, with what the copy added to names taken out. */
function said(resources: readonly GraphResource[]): string[] {
    const report = runPolicies(new ResourceGraph(resources), {}, { now: TODAY });
    const messages = report.policies.flatMap(({ id, violations, undecided }) =>
        [...violations, ...undecided].map(({ kind, message }) => `${id} ${kind}: ${message}`),
    );
    return [...new Set(messages.map((message) => message.replaceAll(/-copy\d+/g, "")))].sort();
}

/** The good stacks one after another, every name and id of a copy with its number. */
function many(count: number, ids: Ids): GraphResource[] {
    const resources: GraphResource[] = [];
    for (let copy = 0; resources.length < count; copy += 1) {
        const stack = STACKS[copy % STACKS.length]?.() ?? [];
        resources.push(...resourcesOf(numbered(stack, copy), ids));
    }
    return resources;
}

function numbered(stack: readonly Sketch[], copy: number): Sketch[] {
    const names = new Map(stack.map(({ name }) => [name, `${name}-copy${copy}`]));
    const inside = (value: unknown): unknown => {
        if (typeof value === "string") {
            return value.replaceAll(/\b(?:vpc-studio|d-studio|vpce-firewall-[ab])\b(?!-copy)/g, `$&-copy${copy}`);
        }
        if (typeof value === "function") {
            const build = value as (...values: string[]) => string;
            return (...values: string[]): unknown => inside(build(...values));
        }
        if (Array.isArray(value)) {
            return value.map(inside);
        }
        return typeof value === "object" && value !== null ? rename(value) : value;
    };
    const rename = (value: object): object => {
        const entries = Object.entries(value).map(([key, item]): [string, unknown] =>
            key === "name" && isReference(value) ? [key, names.get(String(item))] : [key, inside(item)],
        );
        return Object.assign(
            Object.create(Object.getPrototypeOf(value) as object) as object,
            Object.fromEntries(entries),
        );
    };
    return stack.map((sketch) => ({
        ...sketch,
        name: names.get(sketch.name) ?? sketch.name,
        props: inside(sketch.props) as Record<string, unknown>,
    }));
}

function isReference(value: object): boolean {
    return Object.getPrototypeOf(value) !== Object.prototype;
}

describe(`${RESOURCES} good resources`, () => {
    for (const ids of ["known", "unknown"] as const) {
        it(`hear what one of them hears, ids ${ids}`, function () {
            this.timeout(600_000);
            const alone = [...new Set(STACKS.flatMap((stack) => said(resourcesOf(stack(), ids))))].sort();
            assert.deepEqual(said(many(RESOURCES, ids)), alone);
        });
    }
});
