import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { installSharedValues } from "../../runtime/install";

describe("the pack's entry", () => {
    it("speeds up the SDK that serves it", () => {
        const sdk = createRequire(__filename)("@pulumi/policy/deserialize") as { deserializeProperties: unknown };
        const original = sdk.deserializeProperties;
        try {
            assert.equal(installSharedValues(), true);
            assert.notEqual(sdk.deserializeProperties, original);
        } finally {
            sdk.deserializeProperties = original;
        }
    });
});
