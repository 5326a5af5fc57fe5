import type { PolicyDefinition } from "../definition";
import { instanceTypes } from "./instanceTypes";
import { lifecycleSecrets } from "./lifecycleSecrets";
import { resourceTags } from "./tags";

/** About SageMaker's resources of every kind. */
export const SAGEMAKER_POLICIES: readonly PolicyDefinition[] = [instanceTypes, lifecycleSecrets, resourceTags];
