import { ACCESS_SERVICE } from "./accessService";
import { FUNCTIONS } from "./functions";
import { HUB } from "./hub";
import { IMAGES } from "./images";
import { INSPECTION } from "./inspection";
import { NETWORK } from "./network";
import { ON_PREMISES } from "./onPremises";
import { ORGANIZATION } from "./organization";
import type { ReplacementTable } from "./row";
import { SECURITY } from "./security";
import { SIGN_IN } from "./signIn";
import { STUDIO } from "./studio";
import { WATCH } from "./watch";

/**
 * Replace-on-change by type, as the provider's source marks it (`ForceNew`, `RequiresReplace`, and conditions computed
 * while planning, which are in `replacement.ts`). A type without a row is only ever updated. The provider adds `region`
 * to every type.
 */
export const REPLACEMENTS: ReplacementTable = {
    ...NETWORK,
    ...HUB,
    ...INSPECTION,
    ...SECURITY,
    ...ORGANIZATION,
    ...ON_PREMISES,
    ...SIGN_IN,
    ...STUDIO,
    ...IMAGES,
    ...FUNCTIONS,
    ...WATCH,
    ...ACCESS_SERVICE,
};
