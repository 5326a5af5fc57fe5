export { accessRoleArn, accessRoleName, directoryName, externalIdOf } from "./accessNames";
export { accountPlace, SERVICE_LOG_GROUPS } from "./accountWide";
export { appImageConfigName, imageName, imageStart, repositoryName, repositoryStart } from "./imageNames";
export { type LifecycleApp, LIFECYCLE_APPS, lifecycleConfigName, lifecycleConfigStart } from "./lifecycleConfigName";
export {
    ACTION_SETS,
    type ActionSetName,
    BUILT_IN_PERSONAS,
    type BuiltInPersona,
    DOMAIN_PERSONA,
    type OwnPersona,
    PERSONA_TAG,
    USUAL_PERSONA,
} from "./personas";
export { type NamedKind, physicalName, type Place, placePath } from "./physicalName";
export { parameterPath } from "./parameterPath";
export { isProfileName, PROFILE_NAME_RULE, profileName, USER_TAG } from "./profileName";
