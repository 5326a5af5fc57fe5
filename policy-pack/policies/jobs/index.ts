import type { PolicyDefinition } from "../definition";
import { featureGroupStores } from "./featureStores";
import { jobInterContainerEncryption } from "./interContainerEncryption";
import { jobInVpc } from "./inVpc";
import { jobNetworkIsolation } from "./networkIsolation";
import { jobStorageKey } from "./storageKey";

/** Of training, tuning, processing, monitoring and labelling jobs, and of the feature store. */
export const JOBS_POLICIES: readonly PolicyDefinition[] = [
    jobNetworkIsolation,
    jobInterContainerEncryption,
    jobInVpc,
    jobStorageKey,
    featureGroupStores,
];
