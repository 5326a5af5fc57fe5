import type { GraphResource, ResourceGraph } from "../../policy-pack/graph";
import type { Network } from "../../policy-pack/graph/network";
import type { PictureIntent } from "./model";
import type { PlaceIds } from "./placeIds";
import type { SubnetUse } from "./tiers";

/** What the parts of a picture are read from. */
export interface Sources {
    readonly graph: ResourceGraph;
    readonly network: Network;
    readonly uses: ReadonlyMap<GraphResource, SubnetUse>;
    readonly ids: PlaceIds;
    readonly intent: PictureIntent;
}
