import type { Place } from "../../names";
import type { MultiSettings } from "../../settings";

/** Where the parts of a deployment with many accounts live: each is a unit of the stack, in its account. */
export interface Places {
    readonly hub: Place;
    readonly access: Place;
    /** Absent without a simulator. */
    readonly onprem: Place | undefined;
    /** @throws Error for a line of business that is none (a mistake in this program). */
    lob(name: string): Place;
}

/** The places the settings describe. */
export function placesOf({ accounts, access, hub, lobs, onprem, project, region, stack }: MultiSettings): Places {
    const at = (account: string, unit: string): Place => {
        const target = accounts[account];
        if (target === undefined) {
            throw new Error(`the settings were checked and name an account "${account}" that is none all the same`);
        }
        return { project, stack, account: target.id, region, unit };
    };
    const ofLobs = new Map(lobs.map(({ lob, accountName }) => [lob, at(accountName, lob)]));
    return {
        hub: at(hub.account, "hub"),
        access: at(access.account, "access"),
        onprem: onprem && at(onprem.account, "onprem"),
        lob: (name) => {
            const place = ofLobs.get(name);
            if (place === undefined) {
                throw new Error(`the line of business "${name}" has no place`);
            }
            return place;
        },
    };
}
