import { nist, resourcePolicy } from "../definition";
import { isOwnKey, missingKey } from "../keys";
import { repair } from "../remediation";
import { NOTEBOOK } from "./tokens";

interface KeyConfig extends Record<string, unknown> {
    readonly defaultKmsKeyArn: string;
}

/** P22: the notebook's storage volume under a key of the customer's own. */
export const notebookKmsKey = resourcePolicy<KeyConfig>({
    id: "P22",
    name: "sagemaker-notebook-kms-key-configured",
    title: "Notebook has a customer managed key",
    description: "The notebook instance must encrypt its storage volume with a customer managed KMS key.",
    why: "Notebooks, data samples and credentials stay on the volume when the instance stops. A key of your own adds a second permission and an audit trail, and ends access when it is disabled; SageMaker takes it at creation only.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28(1)", "Protection of Information at Rest | Cryptographic Protection"),
    publishedIds: [
        "config:SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED",
        "checkov:CKV_AWS_22",
        "checkov:CKV_AWS_187",
        "prowler:sagemaker_notebook_instance_encryption_enabled",
        "prowler:AISF-ML-02",
        "cdk-nag:AwsSolutions-SM2",
        "cdk-nag:HIPAA.Security-SageMakerNotebookInstanceKMSKeyConfigured",
        "cdk-nag:NIST.800.53.R4-SageMakerNotebookInstanceKMSKeyConfigured",
        "cdk-nag:NIST.800.53.R5-SageMakerNotebookInstanceKMSKeyConfigured",
        "cdk-nag:PCI.DSS.321-SageMakerNotebookInstanceKMSKeyConfigured",
        "guard:SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED",
        "terrascan:AC_AWS_0499",
        "kics:f3674e0c-f6be-43fa-b71c-bf346d1aed99",
        "kics:709e6da6-fa1f-44cc-8f17-7f25f96dadbe",
        "pulumi:sagemaker-notebook-kms-encryption-enabled",
        "aws-sample:SM-03",
    ],
    remediationSteps:
        "Set kmsKeyId to the ARN of a customer managed key before the notebook is created: SageMaker does not change it afterwards.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html",
    config: {
        properties: {
            defaultKmsKeyArn: { type: "string", description: "key that the remediation sets; empty: no remediation" },
        },
        defaults: { defaultKmsKeyArn: "" },
    },
    types: [NOTEBOOK],
    readsDependencies: true,
    checkResource: (notebook) => missingKey(notebook, "kmsKeyId", "it cannot change later"),
    remediate: (props, { defaultKmsKeyArn }) =>
        defaultKmsKeyArn !== "" && repair(props, "kmsKeyId", (key) => !isOwnKey(key), defaultKmsKeyArn),
});
