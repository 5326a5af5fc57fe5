import type { PolicyDefinition } from "../definition";
import { abacDeny } from "./abacDeny";
import { executionRoleTrust } from "./executionRoleTrust";
import { keyPolicy } from "./keyPolicy";
import { kmsRotation } from "./kmsRotation";
import { passRole } from "./passRole";
import { presignedUrl } from "./presignedUrl";
import { roleIsolation } from "./roleIsolation";
import { wildcardAdmin } from "./wildcardAdmin";

/** Of keys, roles and what their policies allow. */
export const IDENTITY_POLICIES: readonly PolicyDefinition[] = [
    kmsRotation,
    keyPolicy,
    wildcardAdmin,
    passRole,
    executionRoleTrust,
    roleIsolation,
    abacDeny,
    presignedUrl,
];
