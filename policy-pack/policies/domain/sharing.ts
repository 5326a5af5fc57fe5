import { type GraphResource, isUnknown, readPath } from "../../graph";
import { BUCKETS } from "../../graph/use/attaching";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { isOwnKey, missingKey } from "../keys";
import { repair } from "../remediation";
import { blockAt, isText, presence, readInput } from "./inputs";
import { DOMAIN, USER_PROFILE } from "./tokens";

const BLOCKS = { [DOMAIN]: "defaultUserSettings.sharingSettings", [USER_PROFILE]: "userSettings.sharingSettings" };

/** P04: outputs of cells hold data, and a shared notebook takes them along. */
export const domainSharing = resourcePolicy({
    id: "P04",
    name: "sagemaker-domain-sharing-encrypted",
    title: "Shared notebook outputs are encrypted, or not shared",
    description: "The sharing settings must keep notebook outputs back, or name a key and a place for them.",
    why: "Outputs of cells show the data a notebook worked on. Shared without a key and a place of your own, that data leaves the team's protection with the notebook.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28", "Protection of Information at Rest"),
    publishedIds: ["nist:SC-28", "nist:AC-4"],
    remediationSteps:
        'Set notebookOutputOption to "Disabled", or set s3KmsKeyId and s3OutputPath to a customer managed key and a bucket of your own.',
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SharingSettings.html",
    config: NO_CONFIG,
    types: [DOMAIN, USER_PROFILE],
    readsDependencies: true,
    checkResource: (resource) =>
        Object.entries(BLOCKS).flatMap(([type, block]) => (type === resource.type ? checkBlock(resource, block) : [])),
    remediate: (props) =>
        Object.values(BLOCKS).some((block) => {
            const settings = blockAt(props, block);
            return settings !== undefined && repair(settings, "notebookOutputOption", isBareIn(settings), "Disabled");
        }),
});

function checkBlock(resource: GraphResource, block: string): Finding[] {
    const settings = readPath(resource.props, block);
    const option = readPath(settings, "notebookOutputOption");
    if (!isUnknown(option) && !isShared(option)) {
        return [];
    }
    const needs = isUnknown(settings)
        ? []
        : [
              ...missingKey(resource, `${block}.s3KmsKeyId`, "notebook outputs are shared"),
              ...missingPlace(resource, `${block}.s3OutputPath`),
          ];
    if (!isUnknown(option)) {
        return needs;
    }
    return isUnknown(settings) || needs.length > 0
        ? [undecided(resource, `${block}.notebookOutputOption is not known yet; it must be "Disabled".`)]
        : [];
}

function missingPlace(resource: GraphResource, path: string): Finding[] {
    switch (presence(resource, path, BUCKETS)) {
        case "set":
            return [];
        case "unclear":
            return [undecided(resource, `${path} is not known yet; shared notebook outputs need a place.`)];
        case "missing":
            return [
                violation(resource, `${path} is not set. Set it to a bucket of your own: notebook outputs are shared.`),
            ];
    }
}

/** AWS's default is Disabled. */
function isShared(option: unknown): boolean {
    return option !== undefined && option !== null && option !== "Disabled";
}

/** Whether outputs are shared, and the key or the place is missing for certain. */
function isBareIn(settings: Record<string, unknown>): (option: unknown) => boolean {
    const key = readInput(settings, "s3KmsKeyId");
    const place = readInput(settings, "s3OutputPath");
    const isBare = (!isUnknown(key) && !isOwnKey(key)) || (!isUnknown(place) && !isText(place));
    return (option) => isBare && !isUnknown(option) && isShared(option);
}
