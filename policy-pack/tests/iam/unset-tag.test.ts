import assert from "node:assert/strict";
import { evaluate, type RequestContext } from "../../iam";
import { allow, deny, named, REQUEST } from "./cases/shape";

/**
 * IAM guide, reference_policies_variables, "Policy variables with no value": inverted condition operators such as
 * StringNotEquals do match against a variable without a value. The guide's own example denies access explicitly when
 * the principal's tag is not set.
 */
describe("IAM evaluator: negated operator and a principal tag that is not set", () => {
    const Condition = { StringNotEquals: { "sagemaker:ResourceTag/t": "${aws:PrincipalTag/t}" } };
    const table: { name: string; context: RequestContext; denied: boolean }[] = [
        { name: "principal without the tag", context: { "sagemaker:ResourceTag/t": "blue" }, denied: true },
        { name: "resource without the tag", context: { "aws:PrincipalTag/t": "blue" }, denied: true },
        { name: "neither has the tag", context: {}, denied: true },
        {
            name: "different tags",
            context: { "sagemaker:ResourceTag/t": "blue", "aws:PrincipalTag/t": "red" },
            denied: true,
        },
        {
            name: "tag in another case",
            context: { "sagemaker:ResourceTag/t": "blue", "aws:PrincipalTag/t": "BLUE" },
            denied: true,
        },
        {
            name: "same tags",
            context: { "sagemaker:ResourceTag/t": "blue", "aws:PrincipalTag/t": "blue" },
            denied: false,
        },
        {
            name: "empty tags on both sides",
            context: { "sagemaker:ResourceTag/t": "", "aws:PrincipalTag/t": "" },
            denied: false,
        },
    ];
    for (const { name, context, denied } of table) {
        it(`${name}: the Deny ${denied ? "applies" : "does not apply"}`, () => {
            const decision = evaluate(
                { ...REQUEST, context },
                { identity: [named("own", allow(), deny({ Sid: "OtherTag", Condition }))] },
            );
            assert.equal(decision.kind, denied ? "explicit deny" : "allow");
            if (denied) {
                assert.deepEqual(decision.deciding, [{ layer: "identity", document: "own", statement: "OtherTag" }]);
            }
        });
    }

    it("the same condition on an Allow admits the principal without the tag: a negated Allow is no tag check", () => {
        const layers = { identity: [named("own", allow({ Condition }))] };
        assert.equal(evaluate({ ...REQUEST, context: {} }, layers).kind, "allow");
    });
});
