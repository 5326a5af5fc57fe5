import { createRequire } from "node:module";

import { shareValues } from "./sharedValues";

/**
 * Speeds up the SDK this pack is served by; see `shareValues`. For the pack's entry alone: tests and the preflight have
 * no server.
 *
 * @returns whether the SDK could be sped up; an SDK of another shape serves as it is
 */
export function installSharedValues(): boolean {
    try {
        return shareValues(createRequire(__filename)("@pulumi/policy/deserialize"));
    } catch {
        return false;
    }
}
