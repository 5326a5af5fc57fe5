import type { IdentityTable } from "./identity";
import type { Subject } from "./subject";

/** Identity providers that IAM trusts, and assignments in IAM Identity Center. */
export const SIGN_IN: IdentityTable = {
    "aws:iam/samlProvider:SamlProvider": {
        named: "name",
        id: (s) => s.globalArn("iam", `saml-provider/${s.text("name")}`),
        outputs: { arn: (_, id) => id, samlProviderUuid: (s) => s.uuid() },
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        id: (s) => s.globalArn("iam", `oidc-provider/${s.text("url").replace(/^https:\/\//, "")}`),
        outputs: { arn: (_, id) => id },
    },
    "aws:ssoadmin/applicationAssignment:ApplicationAssignment": {
        // Source: hashicorp/terraform-provider-aws internal/service/ssoadmin/application_assignment.go
        id: (s) => [s.text("applicationArn"), s.text("principalId"), s.text("principalType")].join(","),
    },
};

/** The application IAM Identity Center has for a domain; there is none where it signs nobody in. */
export function signInApplication(subject: Subject): string {
    return subject.text("authMode") === "SSO"
        ? subject.globalArn(
              "sso",
              `application/ssoins-${subject.hex("", "instance", 16)}/apl-${subject.hex("", "application", 16)}`,
          )
        : "";
}
