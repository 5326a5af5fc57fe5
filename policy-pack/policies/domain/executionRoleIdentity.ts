import { isUnknown, readPath } from "../../graph";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair, section } from "../remediation";
import { DOMAIN } from "./tokens";

const WANTED = "USER_PROFILE_NAME";

/** P05: without it CloudTrail shows the shared role, not who acted. */
export const domainExecutionRoleIdentity = resourcePolicy({
    id: "P05",
    name: "sagemaker-domain-execution-role-identity",
    title: "Domain records who acted",
    description: "The domain must put the user profile's name into execution role sessions (USER_PROFILE_NAME).",
    why: "Without it CloudTrail shows one shared role for everybody, and nobody can tell whose notebook read the data.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AU-3", "Content of Audit Records"),
    publishedIds: ["nist:AU-10", "nist:AC-6(9)"],
    remediationSteps: `Set domainSettings.executionRoleIdentityConfig to "${WANTED}" and let every execution role's trust policy allow sts:SetSourceIdentity.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html",
    config: NO_CONFIG,
    types: [DOMAIN],
    checkResource(domain) {
        const identity = readPath(domain.props, "domainSettings.executionRoleIdentityConfig");
        if (identity === WANTED) {
            return [];
        }
        if (isUnknown(identity)) {
            return [
                undecided(domain, `domainSettings.executionRoleIdentityConfig is not known yet; it must be ${WANTED}.`),
            ];
        }
        const found = identity === undefined ? "not set, which means DISABLED" : shown(identity, ["DISABLED"]);
        return [violation(domain, `domainSettings.executionRoleIdentityConfig is ${found}. Set it to "${WANTED}".`)];
    },
    remediate(props) {
        const settings = section(props, "domainSettings");
        return (
            settings !== undefined &&
            repair(settings, "executionRoleIdentityConfig", (value) => value !== WANTED, WANTED)
        );
    },
});
