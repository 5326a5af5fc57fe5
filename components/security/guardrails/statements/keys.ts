import { LOCAL_STORAGE_FAMILIES } from "../../../../policy-pack/facts";
import {
    NAMES_OUTPUT_KEY,
    NAMES_VOLUME_KEY,
    NEEDS_OUTPUT_KEY,
    NEEDS_VOLUME_KEY,
    NEEDS_VOLUME_KEY_ANYWAY,
    SCHEDULES,
} from "../actions";
import type { GuardrailArgs } from "../args";
import { absent, deny, otherArn, type Statement } from "./statement";

const VOLUME_KEY = "sagemaker:VolumeKmsKeyArn";
const OUTPUT_KEY = "sagemaker:OutputKmsKeyArn";
const ONLINE_KEY = "sagemaker:FeatureGroupOnlineStoreKmsKeyArn";
const OFFLINE_KEY = "sagemaker:FeatureGroupOfflineStoreKmsKeyArn";
const FEATURE_GROUP = ["sagemaker:CreateFeatureGroup"];

/**
 * What stores names a key. Instance types with local storage take none for it, so a request is denied only when one of
 * its types has none of that storage. A request that tells no type (serverless, or a schedule that names its
 * definition) has no volume to encrypt.
 */
export function missingKeys(): Statement[] {
    return [
        deny("MissingVolumeKey", NEEDS_VOLUME_KEY, {
            ...absent(VOLUME_KEY),
            "ForAnyValue:StringNotLike": {
                "sagemaker:InstanceTypes": LOCAL_STORAGE_FAMILIES.map((family) => `ml.${family}.*`),
            },
        }),
        deny("MissingVolumeKeyAnyType", NEEDS_VOLUME_KEY_ANYWAY, absent(VOLUME_KEY)),
        deny("MissingOutputKey", NEEDS_OUTPUT_KEY, absent(OUTPUT_KEY)),
        deny("MissingOutputKeyInSchedule", SCHEDULES, absent(OUTPUT_KEY, { "sagemaker:InstanceTypes": "present" })),
        deny("MissingOnlineStoreKey", FEATURE_GROUP, {
            ...absent(ONLINE_KEY),
            Bool: { "sagemaker:FeatureGroupEnableOnlineStore": "true" },
        }),
        // The service authorization reference admits no operator but Null for the store's own key.
        deny(
            "MissingOfflineStoreKey",
            FEATURE_GROUP,
            absent(OFFLINE_KEY, { "sagemaker:FeatureGroupOfflineStoreConfig": "present" }),
        ),
    ];
}

/** What names a key names one of the deployment's, by its ARN. */
export function otherKeys({
    volumeKeyArns,
    outputKeyArns,
}: Pick<GuardrailArgs, "volumeKeyArns" | "outputKeyArns">): Statement[] {
    return [
        deny("OtherVolumeKey", NAMES_VOLUME_KEY, otherArn(VOLUME_KEY, volumeKeyArns)),
        deny("OtherOutputKey", NAMES_OUTPUT_KEY, otherArn(OUTPUT_KEY, outputKeyArns)),
        deny("OtherOnlineStoreKey", FEATURE_GROUP, otherArn(ONLINE_KEY, outputKeyArns)),
        deny("OtherOfflineStoreKey", FEATURE_GROUP, otherArn(OFFLINE_KEY, outputKeyArns)),
    ];
}
