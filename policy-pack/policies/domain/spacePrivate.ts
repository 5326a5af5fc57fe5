import { isUnknown, readPath } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { isNamed, type Named, namedProperty, names } from "../named";
import { section } from "../remediation";
import { isText, presence, readInput } from "./inputs";
import { SPACE, USER_PROFILE } from "./tokens";

interface SpaceConfig extends Record<string, unknown> {
    readonly sharedSpaces: readonly Named[];
}

const SHARING = "spaceSharingSettings.sharingType";
const OWNER = "ownershipSettings.ownerUserProfileName";

/** P14: everybody in the domain works in a shared space, with its one role and without a name in the audit trail. */
export const spacePrivate = resourcePolicy<SpaceConfig>({
    id: "P14",
    name: "sagemaker-space-private-by-default",
    title: "Spaces are private and somebody's",
    description: "The space must be private with an owner, or be named as a shared one with a reason.",
    why: "Everybody with a profile opens a shared space, sees its files and works with its role, and CloudTrail does not show who it was.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("AC-3", "Access Enforcement"),
    publishedIds: ["nist:AC-3"],
    remediationSteps: `Set ${SHARING} to "Private" and ${OWNER} to the profile, or name the space in sharedSpaces with a reason. SageMaker takes both at creation only.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceSharingSettings.html",
    config: {
        properties: {
            sharedSpaces: namedProperty("spaces that may be shared"),
        },
        defaults: { sharedSpaces: [] },
    },
    types: [SPACE],
    readsDependencies: true,
    checkResource(space, { sharedSpaces }) {
        const sharing = readPath(space.props, SHARING);
        if (sharing !== "Private" && isNamed(space, sharedSpaces)) {
            return [];
        }
        if (isUnknown(sharing)) {
            return [undecided(space, `${SHARING} is not known yet; it must be "Private".`)];
        }
        if (sharing !== "Private") {
            const found = sharing === undefined ? "not set, which means Shared" : shown(sharing, ["Shared"]);
            const wanted = sharedSpaces.some((entry) => names(space, entry))
                ? "its entry in sharedSpaces has no reason. Give the reason, or set it to"
                : "sharedSpaces does not name the space. Set it to";
            return [violation(space, `${SHARING} is ${found}, and ${wanted} "Private" with an owner.`)];
        }
        switch (presence(space, OWNER, [USER_PROFILE])) {
            case "set":
                return [];
            case "unclear":
                return [undecided(space, `${OWNER} is not known yet; a private space must have an owner.`)];
            case "missing":
                return [violation(space, `${OWNER} is not set. Set it to the profile whose space it is.`)];
        }
    },
    /** Not told which space it is, so it repairs only where none may be shared; and none without an owner. */
    remediate(props, { sharedSpaces }) {
        const sharing = readInput(props, SHARING);
        if (
            sharedSpaces.length > 0 ||
            isUnknown(sharing) ||
            sharing === "Private" ||
            !isText(readInput(props, OWNER))
        ) {
            return false;
        }
        const settings = section(props, "spaceSharingSettings");
        if (settings === undefined) {
            return false;
        }
        settings.sharingType = "Private";
        return true;
    },
});
