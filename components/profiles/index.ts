export { SignInGroups, type SignInGroupsArgs } from "./signInGroups";
export { type ProfileApps, type ProfileSpec, UserProfiles, type UserProfilesArgs } from "./userProfiles";
