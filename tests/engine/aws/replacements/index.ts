import { INSPECTION } from "./inspection";
import { NETWORK } from "./network";
import type { ReplacementTable } from "./row";
import { SECURITY } from "./security";
import { STUDIO } from "./studio";

/**
 * Replace-on-change by type, as the provider's source marks it (`ForceNew`, `RequiresReplace`, and conditions computed
 * while planning, which are in `replacement.ts`). A type without a row is only ever updated. The provider adds `region`
 * to every type.
 */
export const REPLACEMENTS: ReplacementTable = { ...NETWORK, ...INSPECTION, ...SECURITY, ...STUDIO };
