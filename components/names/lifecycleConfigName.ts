import { createHash } from "node:crypto";

import { physicalName, type Place } from "./physicalName";

/** Apps a lifecycle script can be chosen for, as they stand in names. */
export type LifecycleApp = "jupyter-lab" | "code-editor";

export const LIFECYCLE_APPS: readonly LifecycleApp[] = ["jupyter-lab", "code-editor"];

/**
 * Name of the lifecycle configuration with this content. Its content cannot be changed, so that the name holds a hash
 * of it: other content is another configuration, and stands beside the old one until no domain names that any more.
 */
export function lifecycleConfigName(place: Place, app: LifecycleApp, content: string): string {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
    return `${lifecycleConfigStart(place, app)}${hash}`;
}

/** What the names of all contents begin with; no other place's begins so. */
export function lifecycleConfigStart(place: Place, app: LifecycleApp): string {
    return `${physicalName(place, "lifecycleConfig", app)}-`;
}
