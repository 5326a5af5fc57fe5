import type { PolicyDefinition } from "../definition";
import { domainAuthMode } from "./authMode";
import { domainCanvas } from "./canvasRestricted";
import { classicAppsForbidden } from "./classicApps";
import { domainDockerAccess } from "./dockerAccess";
import { domainExecutionRoleIdentity } from "./executionRoleIdentity";
import { domainIdleShutdown } from "./idleShutdown";
import { domainKmsKey } from "./kmsKey";
import { profileExecutionRole } from "./profileRole";
import { profileTags } from "./profileTags";
import { domainSecurityGroups } from "./securityGroups";
import { settingsNotIgnored } from "./settingsNotIgnored";
import { settingsNotWeakened } from "./settingsNotWeakened";
import { domainSharing } from "./sharing";
import { spacePrivate } from "./spacePrivate";
import { domainVpcOnly } from "./vpcOnly";

/** Of the domain, its user profiles, spaces and apps. */
export const DOMAIN_POLICIES: readonly PolicyDefinition[] = [
    domainVpcOnly,
    domainKmsKey,
    domainAuthMode,
    domainSharing,
    domainExecutionRoleIdentity,
    domainDockerAccess,
    domainSecurityGroups,
    domainIdleShutdown,
    domainCanvas,
    settingsNotIgnored,
    profileExecutionRole,
    profileTags,
    settingsNotWeakened,
    spacePrivate,
    classicAppsForbidden,
];
