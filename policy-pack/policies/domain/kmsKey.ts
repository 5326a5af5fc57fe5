import { isUnknown } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { repair } from "../remediation";
import { DOMAIN } from "./tokens";

const KEY_TYPES = [
    "aws:kms/key:Key",
    "aws:kms/alias:Alias",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
];

interface KeyConfig extends Record<string, unknown> {
    readonly defaultKmsKeyArn: string;
}

/** P02: home directories and volumes under a key of the customer's own. */
export const domainKmsKey = resourcePolicy<KeyConfig>({
    id: "P02",
    name: "sagemaker-domain-kms-key-configured",
    title: "Domain has a customer managed key",
    description: "The domain must encrypt home directories and volumes with a customer managed KMS key.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28(1)", "Protection of Information at Rest | Cryptographic Protection"),
    publishedIds: ["checkov:CKV_AWS_187", "aws-sample:SM-03", "steampipe:sagemaker_domain_encrypted_with_kms_cmk"],
    remediationSteps:
        "Set kmsKeyId to the ARN of a customer managed key before the domain is created: a later change replaces the domain.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-studio.html",
    config: {
        properties: {
            defaultKmsKeyArn: { type: "string", description: "key that the remediation sets; empty: no remediation" },
        },
        defaults: { defaultKmsKeyArn: "" },
    },
    types: [DOMAIN],
    checkResource(domain) {
        const key = domain.props.kmsKeyId;
        if (isUnknown(key)) {
            const urns = domain.propertyDependencies.kmsKeyId ?? [];
            const isKey = urns.some((urn) => KEY_TYPES.some((type) => typeOfUrn(urn) === type));
            return isKey ? [] : [undecided(domain, "kmsKeyId is not known yet; it must be a customer managed key.")];
        }
        if (isOwnKey(key)) {
            return [];
        }
        const found = typeof key === "string" && key !== "" ? "a key of AWS (alias/aws/…)" : "not set";
        return [
            violation(domain, `kmsKeyId is ${found}. Set it to a customer managed key now: it cannot change later.`),
        ];
    },
    remediate: (props, { defaultKmsKeyArn }) =>
        defaultKmsKeyArn !== "" && repair(props, "kmsKeyId", (key) => !isOwnKey(key), defaultKmsKeyArn),
});

function isOwnKey(key: unknown): boolean {
    return typeof key === "string" && key !== "" && !/(^|:)alias\/aws\//.test(key);
}

/** Type token in a URN: after the last `$` of its qualified type. */
function typeOfUrn(urn: string): string {
    return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}
