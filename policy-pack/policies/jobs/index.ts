import type { PolicyDefinition } from "../definition";

export const JOBS_POLICIES: readonly PolicyDefinition[] = [];
