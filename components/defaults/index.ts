export { type JobRoles, SDK_CONFIG_MARK, sdkConfig, type SdkDefaults, sdkConfigText } from "./sdkConfig";
export { sdkConfigKey, sdkScript } from "./sdkScript";
export { type SdkArgs, type SdkMember, StudioDefaults, type StudioDefaultsArgs } from "./studioDefaults";
