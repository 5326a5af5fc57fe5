import type { StudioImagesArgs } from "../domain";
import type { Place } from "../names";
import type { Boundaries, Keys } from "../security";
import type { Settings } from "../settings";

/** The container images a stack file describes. */
export function imagesArgs(settings: Settings, place: Place, keys: Keys, boundaries: Boundaries): StudioImagesArgs {
    const { domain, partition, protect, tags } = settings;
    return {
        place,
        partition,
        images: domain.images,
        keyArn: keys.dataKeyArn,
        boundaryArn: boundaries.serviceArn,
        protect,
        tags,
    };
}
