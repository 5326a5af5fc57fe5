import { ACCESS_CHECKS } from "./access";
import type { PublishedCheck } from "./check";
import { NETWORK_CHECKS } from "./network";
import { PORTAL_CHECKS } from "./portal";
import { SAGEMAKER_CHECKS } from "./sagemaker";
import { STORAGE_CHECKS } from "./storage";

export type { PublishedCheck } from "./check";

/** Published checks by what they are about. */
export const PUBLISHED: readonly { readonly about: string; readonly checks: readonly PublishedCheck[] }[] = [
    { about: "SageMaker", checks: SAGEMAKER_CHECKS },
    { about: "Network", checks: NETWORK_CHECKS },
    { about: "Keys, IAM and logs", checks: ACCESS_CHECKS },
    { about: "Storage", checks: STORAGE_CHECKS },
    { about: "Portal", checks: PORTAL_CHECKS },
];

/** Sources of ids that are no checks. */
export const NO_CHECKS: Readonly<Record<string, string>> = {
    nist: "controls of NIST SP 800-53 Rev. 5 beside the leading one",
    pci: "requirements of PCI DSS",
    "aws-docs": "rules of AWS's documentation that no tool checks",
};
