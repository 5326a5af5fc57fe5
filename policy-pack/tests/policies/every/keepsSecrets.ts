import assert from "node:assert/strict";

import type { PolicyDefinition } from "../../../policies/definition";
import type { Example } from "../../examples/example";
import { resourcesOf } from "../../fixture/build";
import { secret } from "../engine";
import { isIdentifier } from "./allowances";
import { underEngine } from "./engineRun";
import { judgedBy, messagesOf } from "./judged";
import { placeName, placesOf, put } from "./places";

const WORD = "hunter2-hunter2";

/** The engine hands secrets over in plain text: whatever value stands in a property, no message quotes it. */
export function keepsSecrets(policy: PolicyDefinition, example: Example): void {
    it("prints no value that may be a secret", () => {
        const printed = [example.bad, example.good].flatMap((stack) =>
            placesOf(stack).filter((place) =>
                [WORD, [WORD], { a: WORD }].some((value) =>
                    messagesOf(judgedBy(policy, example, put(stack, place, value))).some((text) => text.includes(WORD)),
                ),
            ),
        );
        assert.deepEqual(
            [...new Set(printed.map(placeName))].filter((name) => !isIdentifier(name)),
            [],
        );
    });

    it("prints no secret under the engine", async () => {
        const places = placesOf(example.bad).filter((place) => !isIdentifier(placeName(place)));
        for (const place of places) {
            const said = await underEngine(policy, resourcesOf(put(example.bad, place, secret(WORD))), example.config);
            assert.ok(!JSON.stringify(said).includes(WORD), placeName(place));
        }
    });
}
