import { type GraphResource, isUnknown } from "../../graph";
import type { Finding } from "../definition";
import { shown, undecided, violation } from "../findings";

/** What SageMaker takes for a switch of a notebook instance; both switches are on where the program says nothing. */
const VALUES = ["Enabled", "Disabled"] as const;

/** The value both switches must have. */
export const DISABLED: (typeof VALUES)[number] = "Disabled";

/** Nothing where a switch is off. */
export function notDisabled(notebook: GraphResource, property: string): Finding[] {
    const value = notebook.props[property] ?? undefined;
    if (value === DISABLED) {
        return [];
    }
    if (isUnknown(value)) {
        return [undecided(notebook, `${property} is not known yet; it must be ${DISABLED}.`)];
    }
    const found = value === undefined ? "not set, which means Enabled" : shown(value, VALUES);
    return [violation(notebook, `${property} is ${found}. Set it to "${DISABLED}".`)];
}
