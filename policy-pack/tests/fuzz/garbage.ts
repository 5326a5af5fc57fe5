import * as fc from "fast-check";
import { SECRET, UNKNOWN } from "../../graph";
import { secret } from "../policies/engine";

const HUGE = 100_000;
const DEEP = 200;

/** How the engine writes a text that is not known yet; inside a document it is part of the text. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Texts that break naive patterns, parsers and comparisons. */
const HOSTILE_TEXTS = [
    "",
    "{",
    "[]",
    "null",
    "(a+)+$",
    "[",
    "\\",
    "$&",
    "*".repeat(1_000),
    `${"a*".repeat(500)}!`,
    `${"a".repeat(HUGE)}!`,
    "0.0.0.0/",
    "::/129",
    "999.0.0.0/0",
    "arn:aws:iam::",
    "arn:".repeat(1_000),
    "${aws:PrincipalTag/".repeat(100),
    "__proto__",
    "constructor",
    "[".repeat(2_000) + "]".repeat(2_000),
    '{"Statement":'.repeat(500),
];

/** Keys that every object has without having them. */
const HOSTILE_OBJECTS: readonly unknown[] = [
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    { toString: null, valueOf: 1, hasOwnProperty: "no", length: -1 },
    nested((inner) => [inner]),
    nested((inner) => ({ inner })),
    { __proto__: null, length: 3 },
];

function nested(wrap: (inner: unknown) => unknown): unknown {
    return Array.from({ length: DEEP }).reduce<unknown>(wrap, "deep");
}

/** Something like a policy document, as text: right in its outer form, anything inside. */
const documents = fc
    .record(
        {
            Version: fc.constantFrom<unknown>("2012-10-17", 2012, null),
            Statement: fc.array(
                fc.dictionary(
                    fc.constantFrom(
                        "Effect",
                        "Action",
                        "NotAction",
                        "Resource",
                        "NotResource",
                        "Principal",
                        "Condition",
                        "Sid",
                        "__proto__",
                    ),
                    fc.oneof(
                        fc.constantFrom<unknown>(
                            "Allow",
                            "Deny",
                            "*",
                            "sagemaker:*",
                            ["*"],
                            { AWS: "*" },
                            null,
                            UNKNOWN_TEXT,
                        ),
                        fc.jsonValue({ maxDepth: 3 }),
                    ),
                ),
                { maxLength: 3 },
            ),
        },
        { requiredKeys: [] },
    )
    .map((document) => JSON.stringify(document));

/** Whatever JSON can say, and what the engine adds to it. */
export const wireGarbage: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom<unknown>(UNKNOWN, null, 0, -1, 1e308, Number.NaN, true, false, [], {}, [null], [UNKNOWN], [[]]),
    fc.constantFrom<unknown>(...HOSTILE_TEXTS),
    fc.constantFrom<unknown>(...HOSTILE_OBJECTS),
    documents,
    fc.json(),
    fc.jsonValue(),
    fc.jsonValue({ maxDepth: 2 }).map(secret),
);

/** The same, and whatever else JavaScript has. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 3, arbitrary: wireGarbage },
    fc.constantFrom<unknown>(SECRET, [SECRET], undefined, Number.POSITIVE_INFINITY),
    fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
);
