import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { repair } from "../remediation";
import { DISABLED, notDisabled } from "./disabledSetting";
import { NOTEBOOK } from "./tokens";

/** P21: about people; lifecycle scripts run as root all the same. */
export const notebookRootAccess = resourcePolicy({
    id: "P21",
    name: "sagemaker-notebook-root-access-disabled",
    title: "Notebook gives its users no root access",
    description: "The notebook instance must give its users no root access (rootAccess Disabled).",
    why: "Root removes whatever a lifecycle configuration set up: proxy, monitoring agent, idle shutdown. What then runs has the rights of the execution role and leaves no trace on the machine.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: [
        "fsbp:SageMaker.3",
        "config:SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK",
        "checkov:CKV_AWS_307",
        "prowler:sagemaker_notebook_instance_root_access_disabled",
        "prowler:AISF-ML-02",
        "control-tower:CT.SAGEMAKER.PR.3",
        "aws-sample:SM-09",
    ],
    remediationSteps:
        'Set rootAccess: "Disabled"; what needs root belongs into the lifecycle configuration, which always has it.',
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
    config: NO_CONFIG,
    types: [NOTEBOOK],
    checkResource: (notebook) => notDisabled(notebook, "rootAccess"),
    remediate: (props) => repair(props, "rootAccess", (value) => value !== DISABLED, DISABLED),
});
