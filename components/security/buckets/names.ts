import { physicalName, type Place } from "../../names";

/** Names of the stack's own buckets. */
export interface BucketNames {
    /** What people work with: see {@link DATA_FOLDERS}. */
    readonly data: string;
    /** Model artifacts and what jobs write. */
    readonly models: string;
    /** Workspace of Canvas. */
    readonly canvas: string;
    /** Access logs of the other three. */
    readonly accessLogs: string;
}

/** Folders of the data bucket, with the slash. */
export const DATA_FOLDERS = {
    /** Files of the deployment for Studio, such as the SDK's defaults: Studio reads them and nobody else writes them. */
    studio: "studio/",
    /** Everybody's. */
    shared: "shared/",
    /** One folder for each team. */
    teams: "teams/",
    /** One folder for each user profile. */
    users: "users/",
} as const;

/** Names of the stack's buckets; known before they exist, so that endpoints and roles can name them. */
export function bucketNames(place: Place): BucketNames {
    return {
        data: physicalName(place, "bucket", "data"),
        models: physicalName(place, "bucket", "models"),
        // Canvas's own policies, as its page on VPCs gives them, go by this word in a bucket's name.
        canvas: physicalName(place, "bucket", "sagemaker-canvas"),
        accessLogs: physicalName(place, "bucket", "access-logs"),
    };
}

/** Names of the buckets Studio reads and writes, of those a stack makes. */
export function studioBuckets(
    place: Place,
    { create, canvas }: { readonly create: boolean; readonly canvas: boolean },
): string[] {
    const names = bucketNames(place);
    return create ? [names.data, names.models, ...(canvas ? [names.canvas] : [])] : [];
}
