import { strict as assert } from "node:assert";
import * as fc from "fast-check";

import { document, split, type Statement } from "../../bootstrap/policies/document";

function statement(sid: string, actions: readonly string[]): Statement {
    return { Sid: sid, Effect: "Allow", Action: actions, Resource: ["*"] };
}

describe("splitting statements over documents", () => {
    it("keeps together what fits", () => {
        const list = [statement("A", ["s3:Get"]), statement("B", ["s3:Put"])];
        assert.deepEqual(
            split(list).map(({ Statement: parts }) => parts),
            [list],
        );
    });

    it("halves a statement that does not fit alone", () => {
        const whole = statement("Many", ["s3:One", "s3:Two", "s3:Six"]);
        const limit = JSON.stringify(document([whole])).length - 1;
        const parts = split([whole], limit).map((each) => each.Statement);
        assert.deepEqual(parts, [[statement("Many1", ["s3:One", "s3:Two"])], [statement("Many2", ["s3:Six"])]]);
    });

    it("says which statement can never fit", () => {
        assert.throws(() => split([statement("Long", ["s3:Get"])], 50), /Long does not fit a policy of 50 characters/);
    });

    it("loses no action, adds none and stays under the limit", () => {
        const actions = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{2,9}:[A-Za-z]{3,40}$/), {
            minLength: 1,
            maxLength: 60,
        });
        fc.assert(
            fc.property(fc.array(actions, { maxLength: 12 }), fc.integer({ min: 200, max: 6144 }), (lists, limit) => {
                const documents = split(
                    lists.map((list, index) => statement(`S${index}`, list)),
                    limit,
                );
                assert.ok(documents.every((each) => JSON.stringify(each).length <= limit));
                const found = documents.flatMap((each) => each.Statement.flatMap((part) => part.Action ?? []));
                assert.deepEqual(found.sort(), lists.flat().sort());
            }),
        );
    });
});
