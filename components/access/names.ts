import { functionNames } from "../functions";
import { directoryName, physicalName, type Place } from "../names";

/** Stage of the API: the first part of every path. */
export const STAGE = "studio";

/** ARN of the presign function's role; known before it exists, so that trust policies can name it. */
export function presignRoleArn(place: Place, partition: string): string {
    return functionNames(place, partition, "presign").roleArn;
}

/** ARN of the directory; known before it exists. */
export function directoryArn(place: Place, partition: string): string {
    return `arn:${partition}:dynamodb:${place.region}:${place.account}:table/${directoryName(place)}`;
}

/** Log groups of the service beside those of its functions, by purpose. */
export function logGroupNames(place: Place): Readonly<Record<"access", string>> {
    return { access: physicalName(place, "logGroup", "api-access") };
}
