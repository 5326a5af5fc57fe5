import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { decode, echo, encode, secret, UNKNOWN_MARK, type WireObject } from "../../../preflight/record/wire";

const { specialSigKey, specialSecretSig, specialResourceSig, specialOutputValueSig, specialAssetSig, unknownValue } =
    pulumi.runtime;
const PLACEHOLDER = "<hidden>";
const URN = "urn:pulumi:dev::p::aws:ec2/vpc:Vpc::v";

const reference = (id?: string): WireObject => ({
    [specialSigKey]: specialResourceSig,
    urn: URN,
    ...(id === undefined ? {} : { id }),
});
const wrapped = (value: unknown): WireObject => ({ [specialSigKey]: specialSecretSig, value });
const output = (fields: WireObject): WireObject => ({ [specialSigKey]: specialOutputValueSig, ...fields });

describe("wire", () => {
    it("uses the runtime's own marks", () => {
        assert.equal(UNKNOWN_MARK, unknownValue);
        assert.deepEqual(secret("x"), wrapped("x"));
        assert.deepEqual(secret(wrapped("x")), wrapped("x"));
    });

    const cases: readonly [name: string, wire: unknown, decoded: unknown, echoed?: unknown][] = [
        ["plain values", { a: [1, true, null, "x"] }, { a: [1, true, null, "x"] }],
        ["an unknown value", [UNKNOWN_MARK], [UNKNOWN]],
        ["a secret", { a: wrapped("x") }, { a: SECRET }],
        ["a secret of unknown content", wrapped(UNKNOWN_MARK), SECRET],
        ["the placeholder inside a document", `{"a":"${PLACEHOLDER}"}`, SECRET],
        ["the placeholder in a key", { [PLACEHOLDER]: 1 }, SECRET],
        ["a reference to a resource", reference("vpc-1"), "vpc-1", "vpc-1"],
        ["a reference to a resource without id yet", reference(""), UNKNOWN, UNKNOWN_MARK],
        ["a reference to a component", reference(), URN, URN],
        ["an output value", output({ value: "x" }), "x", "x"],
        ["an unknown output value", output({}), UNKNOWN, UNKNOWN_MARK],
        ["a secret output value", output({ value: "x", secret: true }), SECRET, wrapped("x")],
        ["an asset", { [specialSigKey]: specialAssetSig, text: "x" }, { text: "x" }],
    ];
    for (const [name, wire, decoded, echoed = wire] of cases) {
        it(`reads and hands back ${name}`, () => {
            assert.deepEqual(decode(wire, PLACEHOLDER), decoded);
            assert.deepEqual(echo(wire), echoed);
        });
    }

    it("takes an empty placeholder for none", () => {
        assert.equal(decode("text", ""), "text");
    });

    it("reads back whatever was made up", () => {
        const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(UNKNOWN));
        const { tree } = fc.letrec((tie) => ({
            tree: fc.oneof(
                { maxDepth: 4 },
                leaf,
                fc.array(tie("tree")),
                fc.dictionary(
                    fc.string().filter((key) => key !== "__proto__"),
                    tie("tree"),
                ),
            ),
        }));
        fc.assert(
            fc.property(tree, (value) =>
                assert.deepEqual(
                    decode(JSON.parse(JSON.stringify(encode(value)))),
                    JSON.parse(JSON.stringify(value), restore),
                ),
            ),
        );
    });

    it("shows nothing that was wrapped or built from the placeholder, wherever it stands", () => {
        const hide = (text: string): fc.Arbitrary<unknown> =>
            fc.constantFrom(wrapped(text), `a ${PLACEHOLDER} b`, output({ value: text, secret: true }));
        const { tree } = fc.letrec((tie) => ({
            tree: fc.oneof(
                { maxDepth: 4 },
                hide("TOP-SECRET"),
                fc.array(tie("tree")),
                fc.dictionary(fc.constantFrom("a", "b", PLACEHOLDER), tie("tree")),
            ),
        }));
        fc.assert(
            fc.property(tree, (value) => {
                const text = JSON.stringify(decode(value, PLACEHOLDER));
                assert.deepEqual([text.includes("TOP-SECRET"), text.includes(PLACEHOLDER)], [false, false]);
            }),
        );
    });
});

/** `Unknown` prints as a string; gives the object back. */
function restore(_key: string, value: unknown): unknown {
    return value === "[unknown]" ? UNKNOWN : value;
}
