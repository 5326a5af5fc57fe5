import type { PolicyDefinition } from "../definition";

export const MODELS_POLICIES: readonly PolicyDefinition[] = [];
