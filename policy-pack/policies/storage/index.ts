import type { PolicyDefinition } from "../definition";

export const STORAGE_POLICIES: readonly PolicyDefinition[] = [];
