import { strict as assert } from "node:assert";

import { PERMISSIONS, PHASES, type Phase, type Scope, type ScopeName, SCOPES } from "../../bootstrap/permissions";
import { actionFacts, sampleArns } from "./facts";
import { DEV } from "./fixture";

interface Use {
    readonly type: string;
    readonly phase: Phase;
    readonly scope: ScopeName;
    readonly action: string;
}

const USES: readonly Use[] = Object.entries(PERMISSIONS).flatMap(([type, row]) =>
    PHASES.flatMap((phase) =>
        Object.entries(row[phase]).flatMap(([scope, actions]) =>
            actions.map((action): Use => ({ type, phase, scope: scope as ScopeName, action })),
        ),
    ),
);

/** Whether an ARN pattern with `*` matches the ARN. */
function matches(pattern: string, arn: string): boolean {
    const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${escaped.join(".*")}$`).test(arn);
}

describe("the table of permissions", () => {
    it("names only actions AWS has, and grants on ARNs exactly those that have resource types", async () => {
        for (const { action, scope } of USES) {
            const { types } = await actionFacts(action);
            const unlimited = scope === "regionWide" || scope === "everywhere";
            assert.equal(types.length === 0, unlimited, `${action} on ${scope}`);
        }
    });

    it("covers every resource type a request must name", async () => {
        for (const action of new Set(USES.map((use) => use.action))) {
            const patterns = USES.filter((use) => use.action === action).flatMap(({ scope }) =>
                SCOPES[scope].resources(DEV),
            );
            for (const type of (await actionFacts(action)).required) {
                const samples = await sampleArns(action, type);
                const uncovered = samples.filter((arn) => !patterns.some((pattern) => matches(pattern, arn)));
                assert.deepEqual(uncovered, [], `${action} is granted on ${patterns.join(", ")}`);
            }
        }
    });

    it("calls reading only what reads", async () => {
        for (const { action, type } of USES.filter(({ phase }) => phase === "read")) {
            const { accessLevel } = await actionFacts(action);
            assert.match(accessLevel, /^(Read|List)$/, `${action} of ${type}`);
        }
    });

    it("gives each phase of each type a source", () => {
        const unsourced = Object.entries(PERMISSIONS).filter(([, { source }]) => !/\.go|CloudFormation/.test(source));
        assert.deepEqual(
            unsourced.map(([type]) => type),
            [],
        );
    });

    it("explains each wildcard", () => {
        const unexplained = (Object.entries(SCOPES) as [string, Scope][]).filter(
            ([, scope]) => scope.resources(DEV).some((arn) => arn.includes("*")) !== (scope.wildcard !== undefined),
        );
        assert.deepEqual(
            unexplained.map(([name]) => name),
            [],
        );
    });

    it("uses every scope", () => {
        const unused = Object.keys(SCOPES).filter((name) => !USES.some(({ scope }) => scope === name));
        assert.deepEqual(unused, []);
    });
});
