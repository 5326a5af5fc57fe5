import { physicalName, type Place } from "./physicalName";

/** Name of the access service's directory; `place` is the service's, with its unit. */
export function directoryName(place: Place): string {
    return physicalName(place, "table", "directory");
}

/**
 * ARN of the role that opens a line of business's profiles, known before it exists, so that the presign function's policy
 * and the directory can name it; `place` is the line's, with its unit.
 */
export function accessRoleArn(place: Place, partition: string): string {
    return `arn:${partition}:iam::${place.account}:role/${accessRoleName(place)}`;
}

/** Name of that role. */
export function accessRoleName(place: Place): string {
    return physicalName(place, "role", "access");
}

/**
 * External id of that role: which deployment and line of business a call is meant for. It is no secret; it keeps a call
 * for one from reaching another.
 *
 * @throws Error for the place of no unit (a mistake in this program).
 */
export function externalIdOf({ project, stack, unit }: Place): string {
    if (unit === undefined) {
        throw new Error("externalIdOf: the place of a line of business has a unit");
    }
    return [project, stack, unit].join(":");
}
