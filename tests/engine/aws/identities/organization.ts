import { hexId } from "../subject";
import type { IdentityTable } from "./identity";

/** Policies of an organization. Ids: Organizations API reference, `PolicyId`. */
export const ORGANIZATION: IdentityTable = {
    "aws:organizations/policy:Policy": {
        global: true,
        id: () => hexId("p-").slice(0, 10),
        autoName: "name",
        defaults: { type: "SERVICE_CONTROL_POLICY" },
        outputs: {
            arn: (subject, id) =>
                subject.globalArn("organizations", `policy/o-organization/service_control_policy/${id}`),
        },
    },
    "aws:organizations/policyAttachment:PolicyAttachment": {
        global: true,
        id: (subject) => `${subject.text("targetId")}:${subject.text("policyId")}`,
    },
};
