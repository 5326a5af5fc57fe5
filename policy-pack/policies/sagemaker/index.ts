import type { PolicyDefinition } from "../definition";

export const SAGEMAKER_POLICIES: readonly PolicyDefinition[] = [];
