import { hexId, type Subject, uuid } from "../subject";
import { textsAt, valuesAt } from "../values";
import { arnAsId, type IdentityTable, type Maker, partOf } from "./identity";

const SERVICE = "network-firewall";
const FIREWALL_TYPE = "aws:networkfirewall/firewall:Firewall";
/** Changes with every update. */
const updateToken: Maker = () => uuid();

interface SyncState {
    readonly availabilityZone: string;
    readonly attachments: readonly { readonly endpointId: string; readonly subnetId: string }[];
}

/** AWS Network Firewall. */
export const FIREWALL: IdentityTable = {
    [FIREWALL_TYPE]: arnAsId(SERVICE, (subject) => `firewall/${subject.text("name")}`, {
        autoName: "name",
        defaults: { deleteProtection: false },
        outputs: {
            updateToken,
            transitGatewayOwnerAccountId: () => "",
            firewallStatuses: (subject, id) => [
                { syncStates: syncStates(subject, id), transitGatewayAttachmentSyncStates: [] },
            ],
        },
        follows: { firewallStatuses: ["subnetMappings"] },
        returns: { subnetMappings: (subject) => mappings(subject) },
    }),
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": arnAsId(
        SERVICE,
        (subject) => `firewall-policy/${subject.text("name")}`,
        { autoName: "name", outputs: { updateToken } },
    ),
    "aws:networkfirewall/ruleGroup:RuleGroup": arnAsId(
        SERVICE,
        (subject) => `${subject.text("type").toLowerCase()}-rulegroup/${subject.text("name")}`,
        { autoName: "name", outputs: { updateToken } },
    ),
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": partOf("firewallArn"),
};

function mappings(subject: Subject): unknown[] {
    return valuesAt(subject.inputs, "subnetMappings[]").map((given) => ({
        ipAddressType: "IPV4",
        ...(given as object),
    }));
}

/**
 * The firewall's endpoint in each mapped subnet; one that stands keeps its id. The provider gives them as a set: here
 * they stand in the opposite order of the mappings, so that a program that takes them by index is found out.
 */
function syncStates(subject: Subject, id: string): SyncState[] {
    const standing = valuesAt(
        subject.find(FIREWALL_TYPE, id)?.properties ?? {},
        "firewallStatuses[].syncStates[].attachments[]",
    ) as SyncState["attachments"];
    return textsAt(subject.inputs, "subnetMappings[].subnetId")
        .map((subnetId) => ({
            availabilityZone: zoneName(subject, subnetId),
            attachments: [
                {
                    endpointId:
                        standing.find((attachment) => attachment.subnetId === subnetId)?.endpointId ?? hexId("vpce-"),
                    subnetId,
                },
            ],
        }))
        .reverse();
}

function zoneName(subject: Subject, subnetId: string): string {
    const zone = subject.find("aws:ec2/subnet:Subnet", subnetId)?.properties["availabilityZone"];
    return typeof zone === "string" ? zone : "";
}
