import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { presence } from "./inputs";
import { USER_PROFILE } from "./tokens";

const PATH = "userSettings.executionRole";
const ROLES = ["aws:iam/role:Role"];

/** P11: without a role of its own a profile takes the domain's, and whatever that gains later. */
export const profileExecutionRole = resourcePolicy({
    id: "P11",
    name: "sagemaker-user-profile-execution-role-configured",
    title: "Profiles name their execution role",
    description: "The user profile must name its execution role.",
    why: "A profile without a role works with the domain's default role. Nobody decided what that person may do, and every permission added for somebody else is theirs too.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: ["nist:AC-6"],
    remediationSteps: `Set ${PATH} on the profile, even to the domain's default role.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html",
    config: NO_CONFIG,
    types: [USER_PROFILE],
    readsDependencies: true,
    checkResource(profile) {
        switch (presence(profile, PATH, ROLES)) {
            case "set":
                return [];
            case "unclear":
                return [undecided(profile, `${PATH} is not known yet; it must be a role.`)];
            case "missing":
                return [
                    violation(profile, `${PATH} is not set, which means the domain's default role. Name the role.`),
                ];
        }
    },
});
