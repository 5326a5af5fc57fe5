import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { isOwnKey, missingKey } from "../keys";
import { repair, section } from "../remediation";
import { TABLE } from "./tokens";

interface TableConfig extends Record<string, unknown> {
    readonly defaultKmsKeyArn: string;
    readonly deletionProtection: boolean;
}

/** P69: the directory says who opens which profile; whoever changes or deletes it decides that. */
export const tableProtected = resourcePolicy<TableConfig>({
    id: "P69",
    name: "dynamodb-table-protected",
    title: "DynamoDB tables are encrypted, recoverable and protected",
    description: "The table must have an own key, point-in-time recovery and deletion protection.",
    why: "With a key of your own you decide who reads the table, and can stop everybody. Without recovery and protection one mistaken call is the end of it.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("CP-9", "System Backup"),
    publishedIds: [
        "fsbp:DynamoDB.2",
        "fsbp:DynamoDB.6",
        "checkov:CKV_AWS_28",
        "checkov:CKV_AWS_119",
        "cdk-nag:AwsSolutions-DDB3",
        "trivy:AWS-0024",
        "trivy:AWS-0025",
    ],
    remediationSteps:
        "Set serverSideEncryption to {enabled: true, kmsKeyArn}, pointInTimeRecovery to {enabled: true}, and deletionProtectionEnabled to true.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html",
    config: {
        properties: {
            defaultKmsKeyArn: { type: "string", description: "key that the remediation sets; empty: it sets none" },
            deletionProtection: {
                type: "boolean",
                description: "whether tables must be protected from deletion; false where stacks are destroyed often",
            },
        },
        defaults: { defaultKmsKeyArn: "", deletionProtection: true },
    },
    scope: "sagemaker",
    types: [TABLE],
    readsDependencies: true,
    checkResource: (table, { deletionProtection }) => [
        ...checkEncryption(table),
        ...checkSwitch(table, "pointInTimeRecovery.enabled"),
        ...(deletionProtection ? checkSwitch(table, "deletionProtectionEnabled") : []),
    ],
    remediate(props, { defaultKmsKeyArn, deletionProtection }) {
        const recovery = section(props, "pointInTimeRecovery");
        const repairs = [
            repairKey(props, defaultKmsKeyArn),
            recovery !== undefined && repair(recovery, "enabled", isNotTrue, true),
            deletionProtection && repair(props, "deletionProtectionEnabled", isNotTrue, true),
        ];
        return repairs.includes(true);
    },
});

/** The switch matters too: while it is off a key is named in vain. */
function checkEncryption(table: GraphResource): Finding[] {
    const path = "serverSideEncryption.enabled";
    const enabled = readPath(table.props, path);
    if (isUnknown(enabled)) {
        return [undecided(table, `${path} is not known yet; it must be true, with a key in kmsKeyArn.`)];
    }
    if (enabled !== true) {
        return [
            violation(
                table,
                `${path} is ${foundSwitch(enabled)}, so a key of AWS is used. Set it to true, and kmsKeyArn to a customer managed key.`,
            ),
        ];
    }
    return missingKey(table, "serverSideEncryption.kmsKeyArn", "without one DynamoDB uses a key of AWS");
}

function checkSwitch(table: GraphResource, path: string): Finding[] {
    const value = readPath(table.props, path);
    if (isUnknown(value)) {
        return [undecided(table, `${path} is not known yet; it must be true.`)];
    }
    return value === true ? [] : [violation(table, `${path} is ${foundSwitch(value)}. Set it to true.`)];
}

function foundSwitch(value: unknown): string {
    return value === undefined || value === null ? "not set, which means false" : shown(value);
}

function isNotTrue(value: unknown): boolean {
    return value !== true;
}

/** Switch and key go together: the switch alone would choose a key of AWS. */
function repairKey(props: Record<string, unknown>, key: string): boolean {
    if (key === "") {
        return false;
    }
    const encryption = section(props, "serverSideEncryption");
    if (encryption === undefined) {
        return false;
    }
    try {
        if (encryption.enabled === true && isOwnKey(encryption.kmsKeyArn)) {
            return false;
        }
    } catch {
        return false;
    }
    return [
        repair(encryption, "kmsKeyArn", (value) => !isOwnKey(value), key),
        repair(encryption, "enabled", isNotTrue, true),
    ].includes(true);
}
