import assert from "node:assert/strict";

import { POLICIES } from "../../policies";
import { EXAMPLES } from "../examples";
import { breaks } from "./every/breaks";
import { excepts } from "./every/excepts";
import { keepsSecrets } from "./every/keepsSecrets";
import { repairs } from "./every/repairs";
import { surviveUnknowns } from "./every/surviveUnknowns";

describe("every policy", () => {
    it("has an example, and no example is of no policy", () => {
        const ids = POLICIES.map(({ id }) => id);
        assert.deepEqual(
            ids.filter((id) => EXAMPLES[id] === undefined),
            [],
        );
        assert.deepEqual(
            Object.keys(EXAMPLES).filter((id) => !ids.includes(id)),
            [],
        );
    });

    for (const policy of POLICIES) {
        const example = EXAMPLES[policy.id];
        if (example !== undefined) {
            describe(`${policy.id} ${policy.name}`, () => {
                breaks(policy, example);
                surviveUnknowns(policy, example);
                keepsSecrets(policy, example);
                excepts(policy, example);
                repairs(policy, example);
            });
        }
    }
});
