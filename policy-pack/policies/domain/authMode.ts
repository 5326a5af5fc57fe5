import { isUnknown, readPath } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { DOMAIN } from "./tokens";

const MODES = ["SSO", "IAM"] as const;

interface AuthModeConfig extends Record<string, unknown> {
    readonly allowedAuthModes: readonly (typeof MODES)[number][];
}

/** P03: presigned links exist in mode IAM only, IAM Identity Center in mode SSO only, so an organisation chooses one. */
export const domainAuthMode = resourcePolicy<AuthModeConfig>({
    id: "P03",
    name: "sagemaker-domain-auth-mode-allowed",
    title: "People sign in to the domain the agreed way",
    description: "The domain must authenticate people in a mode that the configuration allows.",
    why: "The mode decides who checks a person: IAM Identity Center with its second factor, or whoever may create presigned links. It cannot be changed without replacing the domain and its home directories.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("IA-2", "Identification and Authentication (Organizational Users)"),
    publishedIds: ["prowler:sagemaker_domain_sso_configured", "prowler:AISF-ML-04"],
    remediationSteps:
        "Set authMode to an allowed mode before the domain is created: a later change replaces the domain. A service that hands out presigned links needs IAM.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html",
    config: {
        properties: {
            allowedAuthModes: {
                type: "array",
                items: { type: "string", enum: [...MODES] },
                minItems: 1,
                description: "modes a domain may have; one alone makes it the rule",
            },
        },
        defaults: { allowedAuthModes: MODES },
    },
    types: [DOMAIN],
    checkResource(domain, { allowedAuthModes }) {
        const mode = readPath(domain.props, "authMode");
        const allowed = allowedAuthModes.map((each) => `"${each}"`).join(" or ");
        if (isUnknown(mode)) {
            return [undecided(domain, `authMode is not known yet; it must be ${allowed}.`)];
        }
        return allowedAuthModes.some((each) => each === mode)
            ? []
            : [
                  violation(
                      domain,
                      `authMode is ${shown(mode, MODES)}. Set it to ${allowed} now: a later change replaces the domain.`,
                  ),
              ];
    },
});
