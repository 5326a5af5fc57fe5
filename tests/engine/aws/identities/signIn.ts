import type { IdentityTable } from "./identity";

/** Identity providers of IAM, and assignments in IAM Identity Center. */
export const SIGN_IN: IdentityTable = {
    "aws:iam/samlProvider:SamlProvider": {
        global: true,
        id: (subject) => subject.globalArn("iam", `saml-provider/${subject.text("name")}`),
        autoName: "name",
        outputs: {
            arn: (_, id) => id,
            samlProviderUuid: () => "emulated",
            validUntil: () => "2126-11-21T00:00:00Z",
        },
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        global: true,
        id: (subject) => subject.globalArn("iam", `oidc-provider/${subject.text("url").replace(/^https:\/\//, "")}`),
        outputs: { arn: (_, id) => id, thumbprintLists: () => ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"] },
    },
    "aws:ssoadmin/applicationAssignment:ApplicationAssignment": {
        id: (subject) =>
            [subject.text("applicationArn"), subject.text("principalId"), subject.text("principalType")].join(","),
    },
};
