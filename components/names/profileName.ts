/** SageMaker API CreateUserProfile: UserProfileName. Names compare without case. */
const PROFILE_NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

/** The rule in words, for messages. */
export const PROFILE_NAME_RULE =
    "a profile name is 1 to 63 letters, digits and hyphens, begins and ends with a letter or digit, and is unique without regard to case";

/** Whether SageMaker accepts the name. */
export function isProfileName(name: string): boolean {
    return PROFILE_NAME.test(name);
}

/**
 * Profile name of a user: what SageMaker does not accept becomes a hyphen (`jon.doe` -> `jon-doe`). Different users may
 * end up with one name and a long or odd name may end up invalid; the settings refuse both and ask for an explicit
 * `profile`, so that a name never changes because another user came or went.
 */
export function profileName(user: string): string {
    return user.replace(/[^a-zA-Z0-9]/g, "-").replace(/^-+|-+$/g, "");
}

/** Key of the profile's tag that holds the user's name as written, which the profile's name may not. */
export const USER_TAG = "userName";
