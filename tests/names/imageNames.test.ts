import { strict as assert } from "node:assert";

import fc from "fast-check";

import {
    appImageConfigName,
    imageName,
    imageStart,
    LIFECYCLE_APPS,
    type Place,
    repositoryName,
    repositoryStart,
} from "../../components/names";
import { PLACE } from "../place";

/** SageMaker API CreateImage: ImageName. */
const IMAGE = /^[a-zA-Z0-9]([-.]?[a-zA-Z0-9]){0,62}$/;
/** ECR API CreateRepository: repositoryName, 2 to 256 characters. */
const REPOSITORY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe("Names of images", () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,100}$/);
    const place = fc.record({ project: part, stack: part }).map((names): Place => ({ ...PLACE, ...names }));
    const image = fc.stringMatching(/^[a-z0-9](-?[a-z0-9]){0,19}$/).filter((name) => name.length <= 20);
    const app = fc.constantFrom(...LIFECYCLE_APPS);

    it("are the stack's, the image's and the app's", () => {
        assert.deepEqual(
            [
                imageName(PLACE, "genomics"),
                appImageConfigName(PLACE, "genomics", "jupyter-lab"),
                repositoryName(PLACE, "genomics"),
            ],
            [
                "fixture-test-image-b3044f12-genomics",
                "fixture-test-image-b3044f12-genomics-jupyter-lab",
                "fixture-test-image-b3044f12-genomics",
            ],
        );
    });

    it("are such as AWS takes, whatever the stack is called, and begin with what the deploy role is given", () => {
        fc.assert(
            fc.property(place, image, app, (where, name, which) => {
                for (const made of [imageName(where, name), appImageConfigName(where, name, which)]) {
                    assert.match(made, IMAGE);
                    assert.ok(made.startsWith(imageStart(where)), made);
                }
                const repository = repositoryName(where, name);
                assert.match(repository, REPOSITORY);
                assert.ok(repository.length <= 256 && repository.startsWith(repositoryStart(where)), repository);
            }),
        );
    });

    it("begin as no other stack's, and no other unit's", () => {
        fc.assert(
            fc.property(place, place, image, (one, other, name) => {
                fc.pre(JSON.stringify(one) !== JSON.stringify(other));
                const unit = { ...one, unit: "research" };
                for (const [here, there] of [
                    [one, other],
                    [one, unit],
                    [unit, one],
                ] as const) {
                    assert.ok(!imageName(there, name).startsWith(imageStart(here)));
                    assert.ok(!repositoryName(there, name).startsWith(repositoryStart(here)));
                }
            }),
        );
    });
});
