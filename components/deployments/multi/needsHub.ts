import type { Lob, MultiSettings } from "../../settings";

/**
 * Whether a line of business's network is attached to the hub: for the hub's endpoints, or its way to the internet. One
 * with endpoints of its own and no way out needs neither, and what nobody needs is not there to be misused.
 */
export function needsHub({ centralEgress }: Pick<Lob, "centralEgress">, { hub }: Pick<MultiSettings, "hub">): boolean {
    return hub.endpoints === "shared" || centralEgress;
}
