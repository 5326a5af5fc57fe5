import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { uncertain } from "../findings";
import { missingKey } from "../keys";

const ONLINE = "onlineStoreConfig";
const OFFLINE = "offlineStoreConfig";
const WHY = "a store keeps the key it was made with";

/** P34: features are the data, prepared for use. */
export const featureGroupStores = resourcePolicy({
    id: "P34",
    name: "sagemaker-feature-group-stores-encrypted",
    title: "Feature stores have a customer managed key",
    description: "The feature group must encrypt each store that it has with a customer managed KMS key.",
    why: "A feature group holds the most useful extract of the data, for every model that asks. Without a key of your own there is no second permission beside IAM, and no switch that ends all access at once.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28(1)", "Protection of Information at Rest | Cryptographic Protection"),
    publishedIds: [
        "config:SAGEMAKER_FEATUREGROUP_ENCRYPTION_AT_REST",
        "config:SAGEMAKER_FEATUREGROUP_ONLINE_STORE_ENCRYPTION",
        "aws-sample:SM-15",
    ],
    remediationSteps: `Set ${OFFLINE}.s3StorageConfig.kmsKeyId and ${ONLINE}.securityConfig.kmsKeyId before the group is created: a later change replaces it.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-security.html",
    config: NO_CONFIG,
    types: ["aws:sagemaker/featureGroup:FeatureGroup"],
    readsDependencies: true,
    checkResource: (group) => [...checkOnline(group), ...checkOffline(group)],
});

/** The online store is off unless it is turned on. */
function checkOnline(group: GraphResource): Finding[] {
    const on = readPath(group.props, `${ONLINE}.enableOnlineStore`);
    if (on !== true && !isUnknown(on)) {
        return [];
    }
    return uncertain(
        missingKey(group, `${ONLINE}.securityConfig.kmsKeyId`, WHY),
        isUnknown(on) ? `${ONLINE}.enableOnlineStore is not known yet` : undefined,
    );
}

function checkOffline(group: GraphResource): Finding[] {
    return readPath(group.props, OFFLINE) === undefined
        ? []
        : missingKey(group, `${OFFLINE}.s3StorageConfig.kmsKeyId`, WHY);
}
