import { type PermissionTable, SOURCES } from "./row";

/** The management role of the organization calls for these, in its own account; the deploy role only assumes it. */
const NOTHING = { create: {}, read: {}, update: {}, delete: {} };

/** Service control policies. */
export const ORGANIZATION_ROWS: PermissionTable = {
    "aws:organizations/policy:Policy": { ...NOTHING, source: `${SOURCES.TF} organizations/policy.go` },
    "aws:organizations/policyAttachment:PolicyAttachment": {
        ...NOTHING,
        source: `${SOURCES.TF} organizations/policy_attachment.go`,
    },
};
