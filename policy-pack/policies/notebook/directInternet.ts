import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { repair } from "../remediation";
import { DISABLED, notDisabled } from "./disabledSetting";
import { NOTEBOOK } from "./tokens";

/** P19: the second network interface, which no security group of yours is on. */
export const notebookDirectInternet = resourcePolicy({
    id: "P19",
    name: "sagemaker-notebook-direct-internet-disabled",
    title: "Notebook has no direct internet access",
    description: "The notebook instance must not reach the internet past its VPC (directInternetAccess Disabled).",
    why: "With direct access AWS gives the notebook a way to the internet outside your VPC: no firewall, flow log or endpoint policy sees what leaves it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:SageMaker.1",
        "config:SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
        "checkov:CKV_AWS_122",
        "prowler:sagemaker_notebook_instance_without_direct_internet_access_configured",
        "prowler:AISF-ML-02",
        "cdk-nag:AwsSolutions-SM3",
        "cdk-nag:HIPAA.Security-SageMakerNotebookNoDirectInternetAccess",
        "cdk-nag:NIST.800.53.R4-SageMakerNotebookNoDirectInternetAccess",
        "cdk-nag:NIST.800.53.R5-SageMakerNotebookNoDirectInternetAccess",
        "cdk-nag:PCI.DSS.321-SageMakerNotebookNoDirectInternetAccess",
        "guard:SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
        "kics:88d55d94-315d-4564-beee-d2d725feab11",
        "control-tower:CT.SAGEMAKER.PR.1",
        "conformity:SageMaker-004",
        "pulumi:sagemaker-notebook-internet-access-disabled",
        "aws-sample:SM-01",
        "nist:AC-4(21)",
        "pci:4.0.1/1.4.4",
    ],
    remediationSteps:
        'Set directInternetAccess: "Disabled" with subnetId and securityGroups, and give the VPC endpoints for what the notebook calls. A later change replaces the notebook.',
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
    config: NO_CONFIG,
    types: [NOTEBOOK],
    checkResource: (notebook) => notDisabled(notebook, "directInternetAccess"),
    remediate: (props) =>
        hasNetwork(props) && repair(props, "directInternetAccess", (value) => value !== DISABLED, DISABLED),
});

/** Without a network of its own SageMaker refuses a notebook that has no direct access. */
function hasNetwork(props: Record<string, unknown>): boolean {
    return ["subnetId", "securityGroups"].every((key) => {
        try {
            const value = props[key];
            return typeof value === "string" ? value !== "" : Array.isArray(value) && value.length > 0;
        } catch {
            // Not known yet, so the program does give one.
            return true;
        }
    });
}
