import type { PolicyDefinition } from "../definition";
import { domainExecutionRoleIdentity } from "./executionRoleIdentity";
import { domainKmsKey } from "./kmsKey";
import { profileTags } from "./profileTags";
import { domainSecurityGroups } from "./securityGroups";
import { settingsNotIgnored } from "./settingsNotIgnored";
import { domainVpcOnly } from "./vpcOnly";

/** Of the domain, its user profiles, spaces and apps. */
export const DOMAIN_POLICIES: readonly PolicyDefinition[] = [
    domainVpcOnly,
    domainKmsKey,
    domainExecutionRoleIdentity,
    domainSecurityGroups,
    settingsNotIgnored,
    profileTags,
];
