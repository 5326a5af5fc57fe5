import type { PolicyDefinition } from "./definition";
import { DOMAIN_POLICIES } from "./domain";
import { IDENTITY_POLICIES } from "./identity";
import { JOBS_POLICIES } from "./jobs";
import { MODELS_POLICIES } from "./models";
import { NETWORK_POLICIES } from "./network";
import { NOTEBOOK_POLICIES } from "./notebook";
import { PORTAL_POLICIES } from "./portal";
import { SAGEMAKER_POLICIES } from "./sagemaker";
import { STORAGE_POLICIES } from "./storage";

/** Every policy of the pack, in the order of the catalogue. */
export const POLICIES: readonly PolicyDefinition[] = [
    ...DOMAIN_POLICIES,
    ...SAGEMAKER_POLICIES,
    ...NOTEBOOK_POLICIES,
    ...MODELS_POLICIES,
    ...JOBS_POLICIES,
    ...NETWORK_POLICIES,
    ...IDENTITY_POLICIES,
    ...STORAGE_POLICIES,
    ...PORTAL_POLICIES,
].sort((one, other) => one.id.localeCompare(other.id));
