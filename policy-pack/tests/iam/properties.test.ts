import assert from "node:assert/strict";
import fc from "fast-check";
import {
    type AccessRequest,
    evaluate,
    type NamedDocument,
    type PolicyLayers,
    type Statement,
    UNKNOWN_TEXT,
} from "../../iam";
import { UNKNOWN } from "../../graph/unknown";
import { ACCOUNT, ANA, named, OTHER_ACCOUNT, SESSION } from "./cases/shape";

/** Few values, so that random policies and requests meet often. */
const VALUES = ["blue", "red", "", "b*", "blue/1"];
const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:*", "s3:?etObject", "*"];
const RESOURCES = [
    "arn:aws:s3:::b/blue",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::*/red",
    "arn:aws:s3:::b/${aws:PrincipalTag/t}",
    "*",
];
const OPERATORS = [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "StringNotLikeIfExists",
    "StringEqualsIfExists",
    "ForAllValues:StringLike",
    "ForAnyValue:StringNotEquals",
    "ForAnyValue:StringLike",
];
const KEYS = ["aws:PrincipalTag/t", "aws:SourceVpce"];
const PRINCIPALS = [{ AWS: ANA.arn }, { AWS: ACCOUNT }, { AWS: SESSION.roleArn }, { AWS: SESSION.arn }, "*"] as const;

const oneOrMore = <T>(...values: T[]): fc.Arbitrary<T[]> =>
    fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const condition = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
        weight: 3,
        arbitrary: fc.dictionary(
            fc.constantFrom(...OPERATORS),
            fc.dictionary(fc.constantFrom(...KEYS), oneOrMore(...VALUES, "${aws:PrincipalTag/t}"), { minKeys: 1 }),
            { maxKeys: 2 },
        ),
    },
);

const statement: fc.Arbitrary<Statement> = fc.record({
    Effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    Action: oneOrMore(...ACTIONS),
    Resource: oneOrMore(...RESOURCES),
    Condition: condition,
});

const withPrincipal: fc.Arbitrary<Statement> = fc
    .tuple(statement, fc.constantFrom(...PRINCIPALS))
    .map(([rest, Principal]) => ({ ...rest, Principal }));

const document = (name: string, of: fc.Arbitrary<Statement>): fc.Arbitrary<NamedDocument> =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((list) => named(name, ...list));

const layers: fc.Arbitrary<PolicyLayers> = fc.record(
    {
        identity: fc.array(document("own", statement), { maxLength: 2 }),
        boundary: document("limit", statement),
        session: fc.array(document("session", statement), { maxLength: 1 }),
        serviceControl: fc.array(fc.array(document("scp", statement), { minLength: 1, maxLength: 1 }), {
            maxLength: 2,
        }),
        resource: document("bucket", withPrincipal),
        endpoint: document("endpoint", withPrincipal),
    },
    { requiredKeys: ["identity"] },
);

const value = fc.oneof(
    fc.constantFrom(...VALUES),
    fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
);

const request: fc.Arbitrary<AccessRequest> = fc.record({
    caller: fc.constantFrom(ANA, SESSION),
    action: fc.constantFrom("s3:GetObject", "s3:PutObject"),
    resource: fc.constantFrom("arn:aws:s3:::b/blue", "arn:aws:s3:::b/red", "arn:aws:s3:::c/red"),
    resourceAccount: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
    context: fc.dictionary(fc.constantFrom(...KEYS), value),
});

type Edit = (document: NamedDocument) => NamedDocument;

/** Applies an edit to every document of every layer. */
function edit(all: PolicyLayers, change: Edit): PolicyLayers {
    const each = (list: readonly NamedDocument[]): NamedDocument[] => list.map(change);
    return {
        ...all,
        identity: each(all.identity),
        ...(all.boundary ? { boundary: change(all.boundary) } : {}),
        ...(all.session ? { session: each(all.session) } : {}),
        ...(all.serviceControl ? { serviceControl: all.serviceControl.map(each) } : {}),
        ...(all.resource ? { resource: change(all.resource) } : {}),
        ...(all.endpoint ? { endpoint: change(all.endpoint) } : {}),
    };
}

/** Edits the statements of a document. */
function onStatements(change: (list: readonly Statement[]) => readonly Statement[]): Edit {
    return ({ name, document }) => {
        const { Version, Statement } = document as { Version: string; Statement: readonly Statement[] };
        return { name, document: { Version, Statement: change(Statement) } };
    };
}

const RUNS = { numRuns: 1000 };

describe("IAM evaluator: properties", () => {
    it("random policies and requests reach every verdict", () => {
        const kinds = new Set(fc.sample(fc.tuple(request, layers), 1000).map(([r, l]) => evaluate(r, l).kind));
        assert.deepEqual([...kinds].sort(), ["allow", "explicit deny", "implicit deny", "undecided"]);
    });

    it("adding a Deny never allows", () => {
        fc.assert(
            fc.property(request, layers, statement, (r, l, extra) => {
                const before = evaluate(r, l).verdict;
                const identity = [...l.identity, named("extra", { ...extra, Effect: "Deny" })];
                const after = evaluate(r, { ...l, identity }).verdict;
                assert.ok(after !== "allowed" || before === "allowed", `${before} became ${after}`);
            }),
            RUNS,
        );
    });

    it("removing an Allow never allows", () => {
        fc.assert(
            fc.property(request, layers, fc.nat(2), (r, l, index) => {
                const before = evaluate(r, l).verdict;
                const drop = onStatements((list) => list.filter((s, i) => i !== index || s.Effect === "Deny"));
                const after = evaluate(r, edit(l, drop)).verdict;
                assert.ok(after !== "allowed" || before === "allowed", `${before} became ${after}`);
            }),
            RUNS,
        );
    });

    it("the order of statements does not matter", () => {
        fc.assert(
            fc.property(request, layers, (r, l) => {
                const { kind, missing } = evaluate(r, l);
                const turned = evaluate(
                    r,
                    edit(
                        l,
                        onStatements((list) => [...list].reverse()),
                    ),
                );
                assert.deepEqual({ kind: turned.kind, missing: turned.missing }, { kind, missing });
            }),
            RUNS,
        );
    });

    it("a single value and a list of one are the same", () => {
        const single = <T>(list: readonly T[] | T): T | readonly T[] =>
            Array.isArray(list) && list.length === 1 ? (list[0] as T) : list;
        const unwrap = onStatements((list) =>
            list.map((s) => ({
                ...s,
                Action: single(s.Action ?? []) as string[],
                Resource: single(s.Resource ?? []) as string[],
                Condition: Object.fromEntries(
                    Object.entries(s.Condition ?? {}).map(([operator, keys]) => [
                        operator,
                        Object.fromEntries(
                            Object.entries(keys).map(([key, values]) => [key, single(values as string[])]),
                        ),
                    ]),
                ),
            })),
        );
        fc.assert(
            fc.property(request, layers, (r, l) => {
                const context = Object.fromEntries(
                    Object.entries(r.context).map(([k, v]) => [k, single(v as string[])]),
                );
                assert.deepEqual(evaluate({ ...r, context }, edit(l, unwrap)), evaluate(r, l));
            }),
            RUNS,
        );
    });

    it("documents as JSON text and as data are the same", () => {
        const asText: Edit = ({ name, document }) => ({ name, document: JSON.stringify(document) as never });
        fc.assert(
            fc.property(request, layers, (r, l) => assert.deepEqual(evaluate(r, edit(l, asText)), evaluate(r, l))),
            { numRuns: 300 },
        );
    });

    it("a verdict with an unknown context value holds for every value", () => {
        fc.assert(
            fc.property(request, layers, fc.constantFrom(...KEYS), value, (r, l, key, actual) => {
                const unknown = evaluate({ ...r, context: { ...r.context, [key]: UNKNOWN } }, l).verdict;
                const known = evaluate({ ...r, context: { ...r.context, [key]: actual } }, l).verdict;
                assert.ok(holds(unknown, known), `${unknown}, but ${known} with ${JSON.stringify(actual)}`);
            }),
            RUNS,
        );
    });

    it("a verdict with an unknown part of the resource holds for every resource", () => {
        fc.assert(
            fc.property(request, layers, fc.nat(8), fc.nat(8), (r, l, from, length) => {
                const start = "arn:aws:s3:::".length + from;
                const resource = r.resource.slice(0, start) + UNKNOWN_TEXT + r.resource.slice(start + length);
                const unknown = evaluate({ ...r, resource }, l).verdict;
                assert.ok(holds(unknown, evaluate(r, l).verdict), unknown);
            }),
            RUNS,
        );
    });

    it("a verdict with an unknown document holds for every document", () => {
        fc.assert(
            fc.property(
                request,
                layers,
                fc.constantFrom("own", "limit", "session", "scp", "bucket", "endpoint"),
                (r, l, name) => {
                    const hidden = edit(l, (d) => (d.name === name ? { name, document: UNKNOWN } : d));
                    const unknown = evaluate(r, hidden).verdict;
                    assert.ok(holds(unknown, evaluate(r, l).verdict), unknown);
                },
            ),
            RUNS,
        );
    });

    it("a verdict with an unknown value inside a document holds for every value", () => {
        const hide = onStatements((list) =>
            list.map((s, index) =>
                index > 0
                    ? s
                    : {
                          ...s,
                          Resource: UNKNOWN as never,
                          Condition: Object.fromEntries(
                              Object.entries(s.Condition ?? {}).map(([operator, keys]) => [
                                  operator,
                                  Object.fromEntries(Object.keys(keys).map((key) => [key, [UNKNOWN as never]])),
                              ]),
                          ),
                      },
            ),
        );
        fc.assert(
            fc.property(request, layers, (r, l) => {
                const unknown = evaluate(r, edit(l, hide)).verdict;
                assert.ok(holds(unknown, evaluate(r, l).verdict), unknown);
            }),
            RUNS,
        );
    });
});

/** Whether a verdict about something partly unknown agrees with one about a possible whole of it. */
function holds(unknown: string, known: string): boolean {
    return unknown === "undecided" || unknown === known;
}
