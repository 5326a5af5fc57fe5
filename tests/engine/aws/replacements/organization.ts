import { type ReplacementTable, TERRAFORM } from "./row";

/** Policies of an organization. */
export const ORGANIZATION: ReplacementTable = {
    "aws:organizations/policy:Policy": { paths: ["type"], source: `${TERRAFORM}/organizations/policy.go` },
    "aws:organizations/policyAttachment:PolicyAttachment": {
        paths: ["policyId", "targetId"],
        source: `${TERRAFORM}/organizations/policy_attachment.go`,
    },
};
