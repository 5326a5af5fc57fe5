import assert from "node:assert/strict";
import { type Decision, evaluate } from "../../iam";
import { crossAccount } from "./cases/cross-account";
import { elements } from "./cases/elements";
import { ifExists } from "./cases/if-exists";
import { kms } from "./cases/kms";
import { layers } from "./cases/layers";
import { operators } from "./cases/operators";
import { principals } from "./cases/principals";
import { sets } from "./cases/sets";
import { allow, type ConditionCase, type DecisionCase, deny, REQUEST } from "./cases/shape";
import { trusts } from "./cases/trust";
import { typedOperators } from "./cases/typed-operators";
import { conditionVariables, resourceVariables } from "./cases/variables";

const CONDITIONS: Readonly<Record<string, readonly ConditionCase[]>> = {
    operators,
    typedOperators,
    ifExists,
    sets,
    variables: conditionVariables,
};
const DECISIONS: Readonly<Record<string, readonly DecisionCase[]>> = {
    variables: resourceVariables,
    elements,
    principals,
    layers,
    "cross-account": crossAccount,
    trust: trusts,
    kms,
};

describe("IAM evaluator: facts of AWS's documentation", () => {
    for (const [topic, cases] of Object.entries(CONDITIONS)) {
        describe(`conditions: ${topic}`, () => {
            for (const fact of cases) {
                it(`${fact.name} (${fact.page}: ${fact.fact})`, () => {
                    const Condition = fact.condition;
                    const allowed = decide(fact, [allow({ Condition })]);
                    const denied = decide(fact, [allow(), deny({ Condition })]);
                    assert.equal(allowed.kind, fact.holds === "yes" ? "allow" : "implicit deny", allowed.reason);
                    assert.equal(denied.kind, fact.holds === "yes" ? "explicit deny" : "allow", denied.reason);
                });
            }
        });
    }

    for (const [topic, cases] of Object.entries(DECISIONS)) {
        describe(topic, () => {
            for (const fact of cases) {
                it(`${fact.name} (${fact.page}: ${fact.fact})`, () => {
                    const decision = evaluate({ ...REQUEST, ...fact.request }, fact.layers);
                    assert.equal(decision.kind, fact.kind, decision.reason);
                    assert.equal(decision.verdict, VERDICTS[fact.kind]);
                    if (fact.deciding !== undefined) {
                        assert.deepEqual(citations(decision), [...fact.deciding].sort());
                    }
                    if (fact.missing !== undefined) {
                        assert.equal(decision.missing, fact.missing, decision.reason);
                    }
                });
            }
        });
    }

    it("has at least 120 cases, each with its own name and a page", () => {
        const all = [...Object.entries(CONDITIONS), ...Object.entries(DECISIONS)].flatMap(([topic, cases]) =>
            cases.map(({ name, page, fact }) => ({ name: `${topic}: ${name}`, page, fact })),
        );
        const names = all.map(({ name }) => name);
        assert.deepEqual(
            names.filter((name, index) => names.indexOf(name) !== index),
            [],
        );
        assert.deepEqual(
            all.filter(({ page, fact }) => page === "" || fact === ""),
            [],
        );
        assert.ok(all.length >= 120, `${all.length} cases`);
    });
});

const VERDICTS: Readonly<Record<Decision["kind"], Decision["verdict"]>> = {
    allow: "allowed",
    "explicit deny": "denied",
    "implicit deny": "denied",
    undecided: "undecided",
};

function decide(fact: ConditionCase, statements: Parameters<typeof allow>[0][]): Decision {
    const document = { Version: fact.version ?? "2012-10-17", Statement: statements } as never;
    return evaluate({ ...REQUEST, context: fact.context ?? {} }, { identity: [{ name: "own", document }] });
}

function citations(decision: Decision): string[] {
    return decision.deciding.map(({ layer, document, statement }) => `${layer}/${document}/${statement}`).sort();
}
