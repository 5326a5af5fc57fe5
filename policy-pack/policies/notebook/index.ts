import type { PolicyDefinition } from "../definition";

export const NOTEBOOK_POLICIES: readonly PolicyDefinition[] = [];
