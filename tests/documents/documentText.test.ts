import { strict as assert } from "node:assert";

import { checkedText } from "../../components/documents";

describe("checkedText", () => {
    it("answers the text at the limit", () => {
        assert.equal(checkedText("trust policy", "user", "x".repeat(2048)).length, 2048);
    });

    it("names the document, its length, the limit and the fix one character beyond", () => {
        assert.throws(() => checkedText("trust policy", "user", "x".repeat(2049)), {
            message:
                "The trust policy user has 2049 characters; AWS accepts at most 2048 (IAM and AWS STS quotas: role trust policy length). " +
                "Name fewer principals, buckets, addresses, instance types or images in the stack file.",
        });
    });
});
