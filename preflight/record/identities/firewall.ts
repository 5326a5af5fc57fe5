import { type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import { arnAsId, type IdentityTable, partOf } from "./identity";
import { type Subject, Unreadable } from "./subject";

const SERVICE = "network-firewall";

/** What a firewall says of its endpoint in one subnet. */
interface SyncState {
    readonly availabilityZone: Maybe<string>;
    readonly attachments: readonly { readonly endpointId: string; readonly subnetId: string }[];
}

const BY_NAME = arnAsId(SERVICE, (s) => `firewall/${s.text("name")}`, "name");

/** AWS Network Firewall. */
export const FIREWALL: IdentityTable = {
    "aws:networkfirewall/firewall:Firewall": {
        ...BY_NAME,
        outputs: { ...BY_NAME.outputs, firewallStatuses: (s) => [statusOf(s)] },
    },
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": arnAsId(
        SERVICE,
        (s) => `firewall-policy/${s.text("name")}`,
        "name",
    ),
    "aws:networkfirewall/ruleGroup:RuleGroup": arnAsId(
        SERVICE,
        (s) => `${s.text("type").toLowerCase()}-rulegroup/${s.text("name")}`,
        "name",
    ),
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": partOf("firewallArn"),
};

/**
 * One endpoint per subnet mapping. The provider gives them as a set: here they stand in the opposite order of the
 * mappings, so that a program that takes them by index is wrong here too.
 */
function statusOf(subject: Subject): { syncStates: SyncState[]; transitGatewayAttachmentSyncStates: [] } {
    const { subnetMappings } = subject.inputs;
    if (!Array.isArray(subnetMappings)) {
        throw new Unreadable("subnetMappings");
    }
    const syncStates = subnetMappings.map((mapping: unknown): SyncState => {
        const subnetId = (mapping as { subnetId?: unknown } | null)?.subnetId;
        if (typeof subnetId !== "string") {
            throw new Unreadable("subnetMappings");
        }
        const attachments = [{ endpointId: subject.hex("vpce-", subnetId), subnetId }];
        return { availabilityZone: zoneName(subject, subnetId), attachments };
    });
    return { syncStates: syncStates.reverse(), transitGatewayAttachmentSyncStates: [] };
}

/** Name of the subnet's zone, also where the settings hold zone ids; unknown for a subnet of somebody else. */
function zoneName(subject: Subject, subnetId: string): Maybe<string> {
    const zone = subject.registered("aws:ec2/subnet:Subnet", subnetId)?.["availabilityZone"];
    return typeof zone === "string" ? zone : UNKNOWN;
}
