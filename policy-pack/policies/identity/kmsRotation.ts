import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";

interface RotationConfig extends Record<string, unknown> {
    readonly minimumDeletionWindowDays: number;
    readonly maximumRotationDays: number;
}

/** AWS's value where the program gives none. */
const DEFAULTS = { deletionWindowInDays: 30, rotationPeriodInDays: 365 } as const;

/** P43: rotation limits what one leaked key version opens; the window limits what one mistaken deletion destroys. */
export const kmsRotation = resourcePolicy<RotationConfig>({
    id: "P43",
    name: "kms-key-rotation-enabled",
    title: "KMS keys rotate and are deleted slowly",
    description: "The symmetric KMS key must be enabled, rotate on time and keep a deletion window.",
    why: "Rotation limits what one leaked key version opens. The deletion window limits what one mistaken deletion makes unreadable for ever.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-12", "Cryptographic Key Establishment and Management"),
    publishedIds: [
        "fsbp:KMS.4",
        "checkov:CKV_AWS_7",
        "checkov:CKV_AWS_227",
        "cdk-nag:AwsSolutions-KMS5",
        "trivy:AWS-0065",
        "config:CMK_BACKING_KEY_ROTATION_ENABLED",
        "prowler:kms_cmk_rotation_enabled",
        "guard:CMK_BACKING_KEY_ROTATION_ENABLED",
        "cis:3.0/3.6",
    ],
    remediationSteps:
        "Set enableKeyRotation: true, leave isEnabled on, and raise deletionWindowInDays to the configured days.",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    config: {
        properties: {
            minimumDeletionWindowDays: { type: "integer", minimum: 7, maximum: 30, description: "7 to 30" },
            maximumRotationDays: { type: "integer", minimum: 90, maximum: 2560, description: "90 to 2560" },
        },
        defaults: { minimumDeletionWindowDays: 30, maximumRotationDays: 365 },
    },
    scope: "all",
    types: ["aws:kms/key:Key"],
    checkResource: (key, config) => [...checkRotation(key, config), ...checkLife(key, config)],
    remediate(props, { minimumDeletionWindowDays: days, maximumRotationDays: period }) {
        const repairs = [
            isRotatable(props) && repair(props, "enableKeyRotation", (value) => value !== true, true),
            isRotatable(props) &&
                repair(props, "rotationPeriodInDays", (value) => typeof value === "number" && value > period, period),
            repair(props, "isEnabled", (value) => value === false, true),
            repair(props, "deletionWindowInDays", (value) => number(value, "deletionWindowInDays") < days, days),
        ];
        return repairs.includes(true);
    },
});

function checkRotation(key: GraphResource, { maximumRotationDays }: RotationConfig): Finding[] {
    const unread = [
        "customerMasterKeySpec",
        "keyUsage",
        "customKeyStoreId",
        "enableKeyRotation",
        "rotationPeriodInDays",
    ]
        .filter((property) => isUnknown(key.props[property]))
        .map((property) => undecided(key, `${property} is not known yet, so rotation cannot be judged.`));
    if (unread.length > 0 || !isRotatable(key.props)) {
        return unread;
    }
    const { enableKeyRotation, rotationPeriodInDays } = key.props;
    if (enableKeyRotation !== true) {
        return [violation(key, `enableKeyRotation is ${shown(enableKeyRotation)}. Set it to true.`)];
    }
    const days = number(rotationPeriodInDays, "rotationPeriodInDays");
    return days > maximumRotationDays
        ? [violation(key, `rotationPeriodInDays is ${days}. Set at most ${maximumRotationDays}.`)]
        : [];
}

function checkLife(key: GraphResource, { minimumDeletionWindowDays }: RotationConfig): Finding[] {
    const { isEnabled, deletionWindowInDays } = key.props;
    const findings: Finding[] = [];
    if (isUnknown(isEnabled)) {
        findings.push(undecided(key, "isEnabled is not known yet; it must not be false."));
    } else if (isEnabled === false) {
        findings.push(violation(key, "isEnabled is false: what it encrypted cannot be read. Set it to true."));
    }
    const days = number(deletionWindowInDays, "deletionWindowInDays");
    if (isUnknown(deletionWindowInDays)) {
        findings.push(
            undecided(key, `deletionWindowInDays is not known yet; it must be at least ${minimumDeletionWindowDays}.`),
        );
    } else if (days < minimumDeletionWindowDays) {
        findings.push(violation(key, `deletionWindowInDays is ${days}. Set at least ${minimumDeletionWindowDays}.`));
    }
    return findings;
}

/** AWS rotates only symmetric encryption keys whose material it made itself. */
function isRotatable(props: Readonly<Record<string, unknown>>): boolean {
    const spec = props.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT";
    const usage = props.keyUsage ?? "ENCRYPT_DECRYPT";
    const store = props.customKeyStoreId ?? "";
    return spec === "SYMMETRIC_DEFAULT" && usage === "ENCRYPT_DECRYPT" && store === "";
}

function number(value: unknown, property: keyof typeof DEFAULTS): number {
    return typeof value === "number" ? value : DEFAULTS[property];
}
