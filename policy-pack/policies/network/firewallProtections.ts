import { type GraphResource, isUnknown, readPath } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";
import { FIREWALL_POLICY, FIREWALL_RULE_GROUP } from "./tokens";

const PROTECTIONS = [
    "deleteProtection",
    "subnetChangeProtection",
    "firewallPolicyChangeProtection",
    "availabilityZoneChangeProtection",
] as const;

type Protection = (typeof PROTECTIONS)[number];

interface ProtectionsConfig extends Record<string, unknown> {
    readonly protections: readonly Protection[];
}

const KEY_TYPES = ["CUSTOMER_KMS", "AWS_OWNED_KMS_KEY"];

/** P41: one call is enough to take an unprotected firewall out of the path, and the routes still look right. */
export const firewallProtections = resourcePolicy<ProtectionsConfig>({
    id: "P41",
    name: "network-firewall-protections-enabled",
    title: "Network Firewall is protected and encrypted",
    description: "The firewall must be protected against changes, and its configuration encrypted with an own key.",
    why: "One call is enough to take an unprotected firewall out of the path, or to exchange its policy, while the routes still look right. With a key of your own you also decide who reads its rules.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("CM-5", "Access Restrictions for Change"),
    publishedIds: [
        "fsbp:NetworkFirewall.9",
        "fsbp:NetworkFirewall.10",
        "checkov:CKV_AWS_344",
        "checkov:CKV_AWS_345",
        "checkov:CKV_AWS_346",
        "prowler:networkfirewall_deletion_protection",
    ],
    remediationSteps:
        'Set deleteProtection, subnetChangeProtection and firewallPolicyChangeProtection to true, and encryptionConfiguration to {type: "CUSTOMER_KMS", keyId} on firewall, policy and rule groups.',
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html",
    config: {
        properties: {
            protections: {
                type: "array",
                items: { type: "string", enum: [...PROTECTIONS] },
                description: "protections demanded; fewer where stacks are destroyed often",
            },
        },
        defaults: { protections: PROTECTIONS },
    },
    scope: "sagemaker",
    types: [networkTokens.FIREWALL, FIREWALL_POLICY, FIREWALL_RULE_GROUP],
    checkResource: (resource, { protections }) => [
        ...(resource.type === networkTokens.FIREWALL ? checkProtections(resource, protections) : []),
        ...checkKey(resource),
    ],
    remediate(props, { protections }) {
        // Policies and rule groups have a key of their own, but no protections.
        const isFirewall = "firewallPolicyArn" in props;
        const repairs = isFirewall
            ? demanded("transitGatewayId" in props, protections).map((key) =>
                  repair(props, key, (value) => value !== true, true),
              )
            : [];
        return repairs.includes(true);
    },
});

/** Zones can change by themselves only where a transit gateway, not a VPC, holds the firewall. */
function demanded(isOnTransitGateway: boolean, protections: readonly Protection[]): readonly Protection[] {
    return isOnTransitGateway ? protections : protections.filter((key) => key !== "availabilityZoneChangeProtection");
}

function checkProtections(firewall: GraphResource, protections: readonly Protection[]): Finding[] {
    const isOnTransitGateway = (firewall.props.transitGatewayId ?? "") !== "";
    return demanded(isOnTransitGateway, protections).flatMap((key): Finding[] => {
        const value = firewall.props[key];
        if (isUnknown(value)) {
            return [undecided(firewall, `${key} is not known yet; it must be true.`)];
        }
        const found = (value ?? undefined) === undefined ? "not set, which means false" : shown(value);
        return value === true ? [] : [violation(firewall, `${key} is ${found}. Set it to true.`)];
    });
}

/** The key itself may well be unknown: that one is named is enough. */
function checkKey(resource: GraphResource): Finding[] {
    const type = readPath(resource.props, "encryptionConfiguration.type");
    if (isUnknown(type)) {
        return [undecided(resource, "encryptionConfiguration is not known yet; its type must be CUSTOMER_KMS.")];
    }
    if (type !== "CUSTOMER_KMS") {
        const found = type === undefined ? "not set, which means a key that AWS owns" : shown(type, KEY_TYPES);
        return [
            violation(resource, `encryptionConfiguration.type is ${found}. Set it to "CUSTOMER_KMS" with your keyId.`),
        ];
    }
    const key = readPath(resource.props, "encryptionConfiguration.keyId") ?? "";
    return key === "" ? [violation(resource, "encryptionConfiguration.keyId is not set. Name your key.")] : [];
}
