import { type ReplacementTable, TERRAFORM } from "./row";

/** Identity providers of IAM, and assignments in IAM Identity Center. */
export const SIGN_IN: ReplacementTable = {
    "aws:iam/samlProvider:SamlProvider": { paths: ["name"], source: `${TERRAFORM}/iam/saml_provider.go` },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        paths: ["url"],
        source: `${TERRAFORM}/iam/openid_connect_provider.go`,
    },
    "aws:ssoadmin/applicationAssignment:ApplicationAssignment": {
        paths: ["applicationArn", "principalId", "principalType"],
        source: `${TERRAFORM}/ssoadmin/application_assignment.go`,
    },
};
