import type { IdentityTable } from "./identity";

/** Policies of an organization. Ids: Organizations API reference, `PolicyId`. */
export const ORGANIZATION: IdentityTable = {
    "aws:organizations/policy:Policy": {
        named: "name",
        id: (s) => s.hex("p-", "policy", 8),
        outputs: {
            arn: (s, id) => s.globalArn("organizations", `policy/o-organization/service_control_policy/${id}`),
        },
    },
    "aws:organizations/policyAttachment:PolicyAttachment": {
        id: (s) => `${s.text("targetId")}:${s.text("policyId")}`,
    },
};
