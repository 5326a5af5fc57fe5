import type { PolicyDefinition } from "../definition";
import { defaultGroupClosed } from "./defaultGroupClosed";
import { egressInspected } from "./egressInspected";
import { endpointCoverage } from "./endpointCoverage";
import { endpointIngress } from "./endpointIngress";
import { endpointPolicy } from "./endpointPolicy";
import { endpointPrivateDns } from "./endpointPrivateDns";
import { firewallDefaultDeny } from "./firewallDefaultDeny";
import { firewallLogging } from "./firewallLogging";
import { firewallProtections } from "./firewallProtections";
import { flowLogs } from "./flowLogs";
import { logGroups } from "./logGroups";
import { multiZone } from "./multiZone";
import { openEgress } from "./openEgress";
import { publicIngress } from "./publicIngress";
import { studioGroups } from "./studioGroups";
import { subnetPublicIp } from "./subnetPublicIp";
import { subnetsPrivate } from "./subnetsPrivate";
import { symmetricRouting } from "./symmetricRouting";
import { vpcDns } from "./vpcDns";

/** Of networks: names, addresses, groups, endpoints, routes, firewalls and their logs. */
export const NETWORK_POLICIES: readonly PolicyDefinition[] = [
    defaultGroupClosed,
    egressInspected,
    endpointCoverage,
    endpointIngress,
    endpointPolicy,
    endpointPrivateDns,
    firewallDefaultDeny,
    firewallLogging,
    firewallProtections,
    flowLogs,
    logGroups,
    multiZone,
    openEgress,
    publicIngress,
    studioGroups,
    subnetPublicIp,
    subnetsPrivate,
    symmetricRouting,
    vpcDns,
];
