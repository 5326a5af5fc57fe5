import type { PolicyDefinition } from "./definition";
import { domainExecutionRoleIdentity } from "./domain/executionRoleIdentity";
import { domainKmsKey } from "./domain/kmsKey";
import { profileTags } from "./domain/profileTags";
import { domainSecurityGroups } from "./domain/securityGroups";
import { settingsNotIgnored } from "./domain/settingsNotIgnored";
import { domainVpcOnly } from "./domain/vpcOnly";
import { abacDeny } from "./identity/abacDeny";
import { executionRoleTrust } from "./identity/executionRoleTrust";
import { kmsRotation } from "./identity/kmsRotation";
import { passRole } from "./identity/passRole";
import { presignedUrl } from "./identity/presignedUrl";
import { wildcardAdmin } from "./identity/wildcardAdmin";
import { endpointCoverage } from "./network/endpointCoverage";
import { endpointPolicy } from "./network/endpointPolicy";
import { studioGroups } from "./network/studioGroups";
import { subnetsPrivate } from "./network/subnetsPrivate";
import { vpcDns } from "./network/vpcDns";

/** Every policy of the pack, in the order of the catalogue. */
export const POLICIES: readonly PolicyDefinition[] = [
    domainVpcOnly,
    domainKmsKey,
    domainExecutionRoleIdentity,
    domainSecurityGroups,
    settingsNotIgnored,
    profileTags,
    vpcDns,
    endpointPolicy,
    kmsRotation,
    wildcardAdmin,
    passRole,
    endpointCoverage,
    subnetsPrivate,
    executionRoleTrust,
    abacDeny,
    presignedUrl,
    studioGroups,
];
