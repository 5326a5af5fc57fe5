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
import { defaultGroupClosed } from "./network/defaultGroupClosed";
import { egressInspected } from "./network/egressInspected";
import { endpointCoverage } from "./network/endpointCoverage";
import { endpointIngress } from "./network/endpointIngress";
import { endpointPolicy } from "./network/endpointPolicy";
import { endpointPrivateDns } from "./network/endpointPrivateDns";
import { firewallDefaultDeny } from "./network/firewallDefaultDeny";
import { firewallLogging } from "./network/firewallLogging";
import { firewallProtections } from "./network/firewallProtections";
import { flowLogs } from "./network/flowLogs";
import { logGroups } from "./network/logGroups";
import { multiZone } from "./network/multiZone";
import { openEgress } from "./network/openEgress";
import { publicIngress } from "./network/publicIngress";
import { studioGroups } from "./network/studioGroups";
import { subnetPublicIp } from "./network/subnetPublicIp";
import { subnetsPrivate } from "./network/subnetsPrivate";
import { symmetricRouting } from "./network/symmetricRouting";
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
    subnetPublicIp,
    publicIngress,
    openEgress,
    endpointPrivateDns,
    endpointPolicy,
    firewallProtections,
    firewallDefaultDeny,
    kmsRotation,
    wildcardAdmin,
    passRole,
    logGroups,
    endpointCoverage,
    endpointIngress,
    multiZone,
    subnetsPrivate,
    egressInspected,
    symmetricRouting,
    firewallLogging,
    flowLogs,
    defaultGroupClosed,
    executionRoleTrust,
    abacDeny,
    presignedUrl,
    studioGroups,
];
