import type { Endpoint } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";

/** Why an interface endpoint stands in no subnet, or may stand in others than those of this stack. */
export function missingPlaces({ resource, subnets }: Endpoint): Finding[] {
    const why = [...subnets.undecided, ...subnets.external.map((id) => `${id} is not in this stack`)];
    if (why.length === 0 && subnets.found.length === 0) {
        const fix = `Give ${resource.name} a subnet in each zone.`;
        return [{ verdict: "broken", text: `${resource.name} stands in no subnet`, fix }];
    }
    return why.map((text) => ({ verdict: "not proven", text: `${resource.name}: ${text}` }));
}
