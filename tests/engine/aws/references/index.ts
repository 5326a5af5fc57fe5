import { ACCESS_SERVICE } from "./accessService";
import { FUNCTIONS } from "./functions";
import { HUB } from "./hub";
import { IMAGES } from "./images";
import { INSPECTION } from "./inspection";
import { NETWORK } from "./network";
import { ON_PREMISES } from "./onPremises";
import { ORGANIZATION } from "./organization";
import type { Reference } from "./reference";
import { SECURITY } from "./security";
import { STUDIO } from "./studio";
import { WATCH } from "./watch";

export type { Reference } from "./reference";

/** What one resource of an account holds another by. Sources: the Delete and Create pages of each service's API reference. */
export const REFERENCES: readonly Reference[] = [
    ...NETWORK,
    ...HUB,
    ...INSPECTION,
    ...SECURITY,
    ...ORGANIZATION,
    ...ON_PREMISES,
    ...STUDIO,
    ...IMAGES,
    ...FUNCTIONS,
    ...WATCH,
    ...ACCESS_SERVICE,
];
