import { isProfileName, PROFILE_NAME_RULE, profileName } from "../../names";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";
import type { UserSetting } from "../settings";

/** Users with the name of their profile, given or made of their own name. */
export function withProfiles(users: TopValues["users"]): UserSetting[] {
    return users.map(({ name, tag, profile }) => ({ name, tag, profile: profile ?? profileName(name) }));
}

/** A name of which no profile name can be made needs one given. */
export function profileNamesAreValid(users: TopValues["users"]): Problem[] {
    return withProfiles(users).flatMap(({ name, profile }, index) =>
        isProfileName(profile)
            ? []
            : [
                  {
                      path: ["users", index, "name"],
                      found: name,
                      rule: `the profile would be called "${profile}"; ${PROFILE_NAME_RULE}`,
                      fix: "add profile: with a name of your choice",
                  },
              ],
    );
}

/** Each user has a name and a profile of their own. SageMaker compares profile names without case. */
export function usersAreDistinct(users: TopValues["users"]): Problem[] {
    const all = withProfiles(users);
    return all.flatMap((user, index): Problem[] => {
        const before = all.slice(0, index);
        if (before.some(({ name }) => name === user.name)) {
            return [
                {
                    path: ["users", index, "name"],
                    found: user.name,
                    rule: "each user is named once, because commands take the name",
                    fix: "give the second one another name, such as the person and their role",
                },
            ];
        }
        const other = before.find(({ profile }) => profile.toLowerCase() === user.profile.toLowerCase());
        return other === undefined
            ? []
            : [
                  {
                      path: ["users", index, users[index]?.profile === undefined ? "name" : "profile"],
                      found: users[index]?.profile ?? user.name,
                      rule: `users "${other.name}" and "${user.name}" would both have the profile "${user.profile.toLowerCase()}"`,
                      fix: "add profile: with another name to one of them",
                  },
              ];
    });
}
