import { strict as assert } from "node:assert";

import type { GraphResource } from "../../../policy-pack/graph";
import type { ConditionBlock, Statement } from "../../../policy-pack/iam";
import { answerProbes } from "./answerProbes";
import { EXPECTATIONS, type Expectation, WHOLE_DENIES } from "./expectations";
import { type Fixture, type Located, matrixOf, recordStack, roleStatements, withStatement } from "./fixture";

interface Change {
    readonly name: string;
    readonly located: Located;
    readonly replacement: Statement | undefined;
}

describe("access: every condition of the roles people open Studio and work with", () => {
    let fixture: Fixture;
    let before_: Record<string, string>;
    let conditions: Change[];
    let denies: Change[];

    before(async () => {
        fixture = await recordStack();
        before_ = outcomes(fixture, fixture.resources);
        const statements = roleStatements(fixture);
        conditions = statements.flatMap(weakenings);
        denies = statements
            .filter(({ statement }) => statement.Effect === "Deny" && statement.Condition === undefined)
            .map((located) => ({ name: located.name, located, replacement: undefined }));
    });

    it("has an expectation for each condition and each unconditional Deny, and for no other", () => {
        assert.deepEqual(conditions.map(({ name }) => name).sort(), Object.keys(EXPECTATIONS).sort());
        assert.deepEqual(denies.map(({ name }) => name).sort(), Object.keys(WHOLE_DENIES).sort());
    });

    for (const [name, expectation] of Object.entries({ ...EXPECTATIONS, ...WHOLE_DENIES })) {
        it(`${name}: changes ${summary(expectation)}`, () => {
            const change = [...conditions, ...denies].find((each) => each.name === name);
            assert.ok(change, "the program registers no such condition");
            const after = outcomes(fixture, withStatement(fixture, change.located, change.replacement));
            const changed = Object.fromEntries(Object.entries(after).filter(([key, value]) => before_[key] !== value));
            assert.deepEqual(changed, expectation.changes);
            const opened = Object.values(changed).some((outcome) => /^(yes|allowed)/.test(outcome));
            assert.equal(opened, expectation.stillDeniedBy === undefined, "opens a door, or names what still denies");
        });
    }
});

/** An Allow without one of its condition keys; a Deny is taken away as a whole, since without its condition it would deny more. */
function weakenings(located: Located): Change[] {
    const { statement, name } = located;
    const block: ConditionBlock = statement.Condition ?? {};
    return Object.entries(block).flatMap(([operator, keys]) =>
        Object.keys(keys).map((key) => ({
            name: `${name} › ${operator} ${key}`,
            located,
            replacement:
                statement.Effect === "Deny" ? undefined : { ...statement, Condition: without(block, operator, key) },
        })),
    );
}

function without(block: ConditionBlock, operator: string, key: string): ConditionBlock {
    return Object.fromEntries(
        Object.entries(block).flatMap(([name, keys]) => {
            const kept = Object.fromEntries(Object.entries(keys).filter(([each]) => name !== operator || each !== key));
            return Object.keys(kept).length > 0 ? [[name, kept]] : [];
        }),
    );
}

/** Verdict and deciding statements of every matrix cell and probe. */
function outcomes(fixture: Fixture, resources: readonly GraphResource[]): Record<string, string> {
    const cells: [string, string][] = matrixOf(fixture, resources).flatMap(({ rows }) =>
        rows.flatMap(({ persona, relation, cells: row }) =>
            Object.entries(row).map(([place, { verdict, deciding }]): [string, string] => [
                `${persona} (${relation}) from ${place}`,
                [verdict, ...[...deciding].sort()].join(" | "),
            ]),
        ),
    );
    return { ...Object.fromEntries(cells), ...answerProbes(fixture, resources) };
}

function summary({ changes, stillDeniedBy }: Expectation): string {
    const count = Object.keys(changes).length;
    return `${count} outcomes${stillDeniedBy === undefined ? "" : `, still denied by ${stillDeniedBy}`}`;
}
