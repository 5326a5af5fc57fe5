import assert from "node:assert/strict";
import type { ResourceValidationPolicy } from "@pulumi/policy";

import { type GraphResource, isUnknown, readPath, ResourceGraph, UNKNOWN } from "../../../graph";
import { judges, type PolicyDefinition } from "../../../policies/definition";
import { judge } from "../../../policies/judge";
import { settingsFrom } from "../../../policies/settings";
import type { Example } from "../../examples/example";
import { resourcesOf, type Sketch } from "../../fixture/build";
import { remediate, secret } from "../engine";
import { TODAY } from "../verdict";
import { LEFT_TO_PEOPLE } from "./allowances";
import { configured } from "./engineRun";
import { placeName, placesOf, put } from "./places";

/** How the engine writes an unknown value. */
const SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A repair of a key needs one from the configuration. */
const KEY = { defaultKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/studio" };

/** Remediation through the engine's handler: it mends, the second time it finds nothing, and it keeps what it cannot read. */
export function repairs(policy: PolicyDefinition, example: Example): void {
    if (policy.remediate === undefined) {
        return;
    }
    const options = { ...example.config, ...("defaultKmsKeyArn" in policy.config.properties ? KEY : {}) };
    const adapted = configured(policy, options) as ResourceValidationPolicy;
    const judged = (stack: readonly Sketch[]): readonly GraphResource[] =>
        resourcesOf(stack).filter(({ type }) => judges(policy, type));
    const isLeft = Object.hasOwn(LEFT_TO_PEOPLE, policy.id);

    it("repairs the bad example, and the second time nothing", async () => {
        const before = resourcesOf(example.bad);
        const resources = await Promise.all(
            before.map(async (resource) => {
                const props = judges(policy, resource.type) ? await remediate(adapted, resource) : undefined;
                return props === undefined ? resource : { ...resource, props };
            }),
        );
        const changed = resources.filter((resource, index) => resource !== before[index]);
        assert.equal(changed.length === 0, isLeft);
        for (const resource of resources.filter(({ type }) => judges(policy, type))) {
            assert.equal(await remediate(adapted, resource), undefined);
        }
        const settings = settingsFrom(policy, options, "mandatory");
        const { violations, undecided } = judge(policy, new ResourceGraph(resources), settings, TODAY);
        assert.equal(violations.length + undecided.length > 0, isLeft);
    });

    it("leaves the good example alone", async () => {
        for (const resource of judged(example.good)) {
            assert.equal(await remediate(adapted, resource), undefined);
        }
    });

    it("leaves unknown values as they are", async () => {
        const lost: string[] = [];
        for (const place of placesOf(example.bad)) {
            const resource = judged(put(example.bad, place, UNKNOWN)).find(({ name }) => name === place.resource);
            const repaired = resource === undefined ? undefined : await remediate(adapted, resource);
            if (repaired !== undefined && readPath(repaired, place.path) !== SENTINEL) {
                lost.push(placeName(place));
            }
        }
        assert.deepEqual(lost, []);
    });

    it("leaves secrets as they are, but for one that is itself the mistake", async () => {
        const lost: string[] = [];
        for (const place of placesOf(example.bad)) {
            const before = judged(example.bad).find(({ name }) => name === place.resource);
            const value = readPath(before?.props, place.path);
            if (before === undefined || isUnknown(value) || value === undefined) {
                continue;
            }
            const mended = await remediate(adapted, before);
            const isMistake = JSON.stringify(readPath(mended, place.path)) !== JSON.stringify(value);
            const hidden = judged(put(example.bad, place, secret(value)))[judged(example.bad).indexOf(before)];
            const repaired = hidden === undefined ? undefined : await remediate(adapted, hidden);
            if (repaired !== undefined && !isMistake) {
                const kept = JSON.stringify(readPath(repaired, place.path)) === JSON.stringify(secret(value));
                lost.push(...(kept ? [] : [placeName(place)]));
            }
        }
        assert.deepEqual(lost, []);
    });
}
