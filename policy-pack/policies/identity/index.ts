import type { PolicyDefinition } from "../definition";
import { abacDeny } from "./abacDeny";
import { executionRoleTrust } from "./executionRoleTrust";
import { kmsRotation } from "./kmsRotation";
import { passRole } from "./passRole";
import { presignedUrl } from "./presignedUrl";
import { wildcardAdmin } from "./wildcardAdmin";

/** Of keys, roles and what their policies allow. */
export const IDENTITY_POLICIES: readonly PolicyDefinition[] = [
    kmsRotation,
    wildcardAdmin,
    passRole,
    executionRoleTrust,
    abacDeny,
    presignedUrl,
];
