import { type PermissionTable, SOURCES } from "./row";

/** How people sign in: identity providers that IAM trusts, and groups of IAM Identity Center. */
export const SIGN_IN_ROWS: PermissionTable = {
    "aws:iam/samlProvider:SamlProvider": {
        create: { samlProviders: ["iam:CreateSAMLProvider", "iam:TagSAMLProvider"] },
        read: { samlProviders: ["iam:GetSAMLProvider"] },
        update: { samlProviders: ["iam:TagSAMLProvider", "iam:UntagSAMLProvider", "iam:UpdateSAMLProvider"] },
        delete: { samlProviders: ["iam:DeleteSAMLProvider"] },
        source: `${SOURCES.TF} iam/saml_provider.go`,
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        // Made by the account's owner: IAM names a provider after its issuer, so that who may make or change one may change
        // those of everybody else in the account.
        create: {},
        read: { oidcProviders: ["iam:GetOpenIDConnectProvider"] },
        update: {},
        delete: {},
        source: `${SOURCES.TF} iam/openid_connect_provider.go`,
    },
    "aws:ssoadmin/applicationAssignment:ApplicationAssignment": {
        create: { signInApplications: ["sso:CreateApplicationAssignment"] },
        read: { anySignInApplications: ["sso:DescribeApplicationAssignment"] },
        update: {},
        delete: { signInApplications: ["sso:DeleteApplicationAssignment"] },
        source: `${SOURCES.TF} ssoadmin/application_assignment.go`,
    },
    "aws:ssoadmin/getInstances:getInstances": {
        create: {},
        read: { regionWide: ["sso:ListInstances"] },
        update: {},
        delete: {},
        source: `${SOURCES.TF} ssoadmin/instances_data_source.go`,
    },
    "aws:identitystore/getGroup:getGroup": {
        create: {},
        read: { identityStores: ["identitystore:DescribeGroup", "identitystore:GetGroupId"] },
        update: {},
        delete: {},
        source: `${SOURCES.TF} identitystore/group_data_source.go`,
    },
};
