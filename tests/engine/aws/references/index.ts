import { INSPECTION } from "./inspection";
import { NETWORK } from "./network";
import type { Reference } from "./reference";
import { SECURITY } from "./security";
import { STUDIO } from "./studio";

export type { Reference } from "./reference";

/** What one resource of an account holds another by. Sources: the Delete and Create pages of each service's API reference. */
export const REFERENCES: readonly Reference[] = [...NETWORK, ...INSPECTION, ...SECURITY, ...STUDIO];
