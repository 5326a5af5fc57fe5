import { strict as assert } from "node:assert";

import { AppInstanceType } from "@aws-sdk/client-sagemaker";

import { SPACE_INSTANCE_TYPES } from "../../facts";

/** What AWS has and the list leaves out, with the reason. */
const LEFT_OUT: readonly (readonly [pattern: RegExp, why: string])[] = [
    [/^system$/, "of JupyterServer"],
    [/^ml\.geospatial\.interactive$/, "of Studio Classic"],
    [/^ml\.g7e?\./, "newer than the aws provider, which refuses names it does not know"],
];

describe("Instance types of spaces", () => {
    it("are those of AWS's own model, but for what is left out with a reason", () => {
        const expected = Object.values(AppInstanceType).filter(
            (type) => !LEFT_OUT.some(([pattern]) => pattern.test(type)),
        );
        assert.deepEqual([...SPACE_INSTANCE_TYPES].sort(), [...expected].sort());
    });
});
