export { type NamedKind, physicalName, type Place } from "./physicalName";
export { isProfileName, PROFILE_NAME_RULE, profileName } from "./profileName";
