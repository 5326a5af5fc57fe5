import assert from "node:assert/strict";
import * as fc from "fast-check";
import { SECRET, UNKNOWN } from "../../graph";
import { runPolicies } from "../../policies/run";
import { change, graphOf, type Sketch } from "../fixture/build";
import { firewallStack } from "./network/firewallStack";
import { TODAY } from "./verdict";

const STACK = firewallStack();

/** Every property of the fixture, to any depth, as resource name and path. */
const PLACES = STACK.flatMap(({ name, props }) => paths(props).map((path) => [name, path] as const));

function paths(value: unknown, prefix = ""): string[] {
    if (typeof value !== "object" || value === null || !["Object", "Array"].includes(value.constructor.name)) {
        return [];
    }
    return Object.entries(value).flatMap(([key, item]) => {
        const path = prefix === "" ? key : `${prefix}.${key}`;
        return [path, ...paths(item, path)];
    });
}

/** Resources of which some policy reads, or may read, values that are no ids. */
const TELLING = [
    "domain",
    "profile-ann",
    "key",
    "studio",
    "default-group",
    "flow-log",
    "flow-log-group",
    "firewall",
    "policy",
    "logging",
];

const garbage = fc.oneof(
    fc.constantFrom<unknown>(
        UNKNOWN,
        SECRET,
        null,
        undefined,
        "",
        0,
        -1,
        Number.NaN,
        true,
        [],
        {},
        [null],
        [UNKNOWN],
        [[]],
        "{",
        "[]",
        "null",
    ),
    fc.json(),
    fc.anything(),
);

function mutated(places: readonly (readonly [readonly [string, string], unknown])[]): Sketch[] {
    return places.reduce<Sketch[]>((stack, [[name, path], value]) => change(stack, name, path, value), STACK);
}

describe("whatever the values are", () => {
    const mutations = fc.array(fc.tuple(fc.constantFrom(...PLACES), garbage), { minLength: 1, maxLength: 3 });

    it("no policy fails", () => {
        fc.assert(
            fc.property(mutations, fc.constantFrom("known" as const, "unknown" as const), (places, ids) => {
                const report = runPolicies(graphOf(mutated(places), ids), {}, { now: TODAY });
                const failed = report.policies.flatMap(({ undecided }) =>
                    undecided.filter(({ message }) => message.includes("defect")),
                );
                assert.deepEqual(failed, []);
            }),
            { numRuns: 400 },
        );
    });

    it("no message holds a value that may be a secret", () => {
        const word = "hunter2-hunter2";
        const secret = fc.constantFrom<unknown>(word, [word], { a: word });
        const untold = PLACES.filter(([name]) => TELLING.includes(name)).filter(
            // Ids of roles, groups and subnets are named on purpose.
            ([, path]) =>
                !/Role|securityGroups|subnetIds|vpcId/.test(path) &&
                !/^default(User|Space)Settings$|^userSettings$/.test(path),
        );
        fc.assert(
            fc.property(fc.constantFrom(...untold), secret, (place, value) => {
                const report = runPolicies(graphOf(mutated([[place, value]])), {}, { now: TODAY });
                const told = report.policies
                    .flatMap(({ violations, undecided }) => [...violations, ...undecided])
                    .filter(({ message }) => message.includes(word));
                assert.deepEqual(told, []);
            }),
        );
    });
});
