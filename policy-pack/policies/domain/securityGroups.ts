import { isUnknown, readPath } from "../../graph";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { DOMAIN } from "./tokens";

const PATHS = ["defaultUserSettings.securityGroups", "defaultSpaceSettings.securityGroups"] as const;

/** P07: shared spaces take the groups of the space settings, private ones those of the user settings. */
export const domainSecurityGroups = resourcePolicy({
    id: "P07",
    name: "sagemaker-domain-security-groups-configured",
    title: "Domain has security groups for profiles and spaces",
    description: "The domain must name security groups for user profiles and for shared spaces.",
    why: "A VPC-only domain starts no app without security groups. Shared spaces take those of the space settings, so both lists decide what apps reach.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["nist:SC-7"],
    remediationSteps: `Set ${PATHS.join(" and ")} to at least one group each.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html",
    config: NO_CONFIG,
    types: [DOMAIN],
    checkResource: (domain) =>
        PATHS.flatMap((path) => {
            const groups = readPath(domain.props, path);
            if (isUnknown(groups)) {
                return [undecided(domain, `${path} is not known yet; it must name at least one group.`)];
            }
            return Array.isArray(groups) && groups.length > 0
                ? []
                : [violation(domain, `${path} is empty. Name at least one security group.`)];
        }),
});
