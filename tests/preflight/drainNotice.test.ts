import assert from "node:assert/strict";

import { ResourceGraph } from "../../policy-pack/graph";
import { notices } from "../../preflight/notices";
import { DEV, settingsOf } from "../deployments/devStack";

const SETTINGS = settingsOf(DEV);
const WHAT =
    "domain.drain is true: a destroy deletes everybody's apps and spaces, running or not, with all files on the volumes of the spaces; ";

describe("notice of domain.drain", () => {
    const told = (drain: boolean, homes: "retain" | "delete", protect: boolean): string[] =>
        notices({ ...SETTINGS, protect, domain: { ...SETTINGS.domain, drain, homes } }, new ResourceGraph([])).filter(
            (line) => line.startsWith("domain.drain"),
        );

    const cases = [
        [true, "delete", false, [`${WHAT}homes go too.`]],
        [true, "retain", false, [`${WHAT}homes stay.`]],
        [true, "delete", true, [`${WHAT}homes go too. While protect is true nothing is deleted.`]],
        [false, "delete", false, []],
    ] as const;
    for (const [drain, homes, protect, expected] of cases) {
        it(`drain ${drain}, homes ${homes}, protect ${protect}`, () => {
            assert.deepEqual(told(drain, homes, protect), expected);
        });
    }
});
