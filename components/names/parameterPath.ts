import { type Place, placePath } from "./physicalName";

/** Systems Manager API PutParameter: no name may begin so, in either case. */
const RESERVED = /^\/(aws|ssm)/i;

/** What the parameters of a place begin with, a slash at both ends: `/PROJECT/STACK/`. */
export function parameterPath(place: Place): string {
    const path = placePath(place);
    return RESERVED.test(path) ? `/studio${path}` : path;
}
