export { type LifecycleApp, LIFECYCLE_APPS, lifecycleConfigName, lifecycleConfigStart } from "./lifecycleConfigName";
export { type NamedKind, physicalName, type Place } from "./physicalName";
export { isProfileName, PROFILE_NAME_RULE, profileName, USER_TAG } from "./profileName";
