import { strict as assert } from "node:assert";

import fc from "fast-check";

import { LIFECYCLE_APPS, lifecycleConfigName, lifecycleConfigStart } from "../../components/names";
import { PLACE } from "../place";

/** SageMaker API CreateStudioLifecycleConfig: StudioLifecycleConfigName. */
const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

describe("Names of lifecycle configurations", () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,100}$/);
    const place = fc.record({ project: part, stack: part }).map((names) => ({ ...PLACE, ...names }));
    const app = fc.constantFrom(...LIFECYCLE_APPS);

    it("end in a hash of the content", () => {
        assert.equal(
            lifecycleConfigName(PLACE, "jupyter-lab", "IyEvYmluL2Jhc2gK"),
            "fixture-test-jupyter-lab-cdabb478-6369bd95",
        );
    });

    it("are SageMaker's, whatever the stack is called, and begin with what the deploy role is given", () => {
        fc.assert(
            fc.property(place, app, fc.string(), (where, which, content) => {
                const name = lifecycleConfigName(where, which, content);
                assert.match(name, NAME);
                assert.ok(name.startsWith(lifecycleConfigStart(where, which)), name);
            }),
        );
    });

    it("are other names for other content, another app and another stack", () => {
        fc.assert(
            fc.property(fc.tuple(place, app, fc.string()), fc.tuple(place, app, fc.string()), (one, other) => {
                const same = JSON.stringify(one) === JSON.stringify(other);
                assert.equal(lifecycleConfigName(...one) === lifecycleConfigName(...other), same);
            }),
        );
    });

    it("begin as no other stack's do", () => {
        fc.assert(
            fc.property(place, place, app, (one, other, which) => {
                fc.pre(JSON.stringify(one) !== JSON.stringify(other));
                assert.ok(!lifecycleConfigName(other, which, "").startsWith(lifecycleConfigStart(one, which)));
            }),
        );
    });
});
