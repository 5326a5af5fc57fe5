import type { PolicyDefinition } from "../definition";

export const PORTAL_POLICIES: readonly PolicyDefinition[] = [];
