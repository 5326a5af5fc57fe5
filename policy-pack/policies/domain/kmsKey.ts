import { nist, resourcePolicy } from "../definition";
import { isOwnKey, missingKey } from "../keys";
import { repair } from "../remediation";
import { DOMAIN } from "./tokens";

interface KeyConfig extends Record<string, unknown> {
    readonly defaultKmsKeyArn: string;
}

/** P02: home directories and volumes under a key of the customer's own. */
export const domainKmsKey = resourcePolicy<KeyConfig>({
    id: "P02",
    name: "sagemaker-domain-kms-key-configured",
    title: "Domain has a customer managed key",
    description: "The domain must encrypt home directories and volumes with a customer managed KMS key.",
    why: "With a key of AWS, anybody whom IAM lets read the volumes reads them. Your own key adds a second permission and an audit trail, and ends access when it is disabled; SageMaker takes it at creation only.",
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
    readsDependencies: true,
    checkResource: (domain) => missingKey(domain, "kmsKeyId", "it cannot change later"),
    remediate: (props, { defaultKmsKeyArn }) =>
        defaultKmsKeyArn !== "" && repair(props, "kmsKeyId", (key) => !isOwnKey(key), defaultKmsKeyArn),
});
