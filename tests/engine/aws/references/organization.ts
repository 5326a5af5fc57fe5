import { from, type Reference } from "./reference";

/** What policies of an organization are attached to what. Source: Organizations API reference, DeletePolicy. */
export const ORGANIZATION: readonly Reference[] = from("aws:organizations/policyAttachment:PolicyAttachment", {
    policyId: ["organizationPolicy", { refused: "PolicyInUseException" }],
});
