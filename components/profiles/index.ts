export { type ProfileSpec, UserProfiles, type UserProfilesArgs } from "./userProfiles";
