import { DOMAIN_EXAMPLES } from "./domain";
import { DOMAIN_SETTINGS_EXAMPLES } from "./domainSettings";
import type { Examples } from "./example";
import { IDENTITY_EXAMPLES } from "./identity";
import { JOB_EXAMPLES } from "./jobs";
import { KEY_AND_ROLE_EXAMPLES } from "./keysAndRoles";
import { MODEL_EXAMPLES } from "./models";
import { NETWORK_EXAMPLES } from "./network";
import { NOTEBOOK_EXAMPLES } from "./notebook";
import { PORTAL_EXAMPLES } from "./portal";
import { SAGEMAKER_EXAMPLES } from "./sagemaker";
import { STORAGE_EXAMPLES } from "./storage";
import { STUDIO_NETWORK_EXAMPLES } from "./studioNetwork";

const ALL: readonly Examples[] = [
    DOMAIN_EXAMPLES,
    DOMAIN_SETTINGS_EXAMPLES,
    SAGEMAKER_EXAMPLES,
    NOTEBOOK_EXAMPLES,
    MODEL_EXAMPLES,
    JOB_EXAMPLES,
    NETWORK_EXAMPLES,
    STUDIO_NETWORK_EXAMPLES,
    IDENTITY_EXAMPLES,
    KEY_AND_ROLE_EXAMPLES,
    STORAGE_EXAMPLES,
    PORTAL_EXAMPLES,
];

/**
 * The example of every policy, by its number in the catalogue.
 * @throws Error where two files have one for the same policy
 */
export const EXAMPLES: Examples = ALL.reduce<Examples>((merged, examples) => {
    const twice = Object.keys(examples).filter((id) => Object.hasOwn(merged, id));
    if (twice.length > 0) {
        throw new Error(`more than one example of ${twice.join(", ")}`);
    }
    return { ...merged, ...examples };
}, {});
