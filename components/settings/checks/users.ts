import { isProfileName, PROFILE_NAME_RULE, profileName } from "../../names";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";
import type { UserSetting } from "../settings";

/**
 * Users with the name of their profile, given or made of their own name, and with the persona and team of their group.
 *
 * @param groups those of `access.groups`; default: none
 */
export function withProfiles(users: TopValues["users"], groups: TopValues["access"]["groups"] = []): UserSetting[] {
    const byName = new Map(groups.map((each) => [each.group, each]));
    return users.map(({ name, tag, group, userName, profile, persona, team, tags }) => {
        const member = group === undefined ? undefined : byName.get(group);
        const ownTeam = member === undefined ? team : member.team;
        return {
            name,
            ...(tag === undefined ? {} : { tag }),
            ...(group === undefined ? {} : { signIn: { group, userName: userName ?? name } }),
            profile: profile ?? profileName(name),
            persona: member?.persona ?? persona,
            ...(ownTeam === undefined ? {} : { team: ownTeam }),
            tags: tags ?? {},
        };
    });
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
    const names = new Set<string>();
    const owners = new Map<string, string>();
    return withProfiles(users).flatMap((user, index): Problem[] => {
        if (names.has(user.name)) {
            return [
                {
                    path: ["users", index, "name"],
                    found: user.name,
                    rule: "each user is named once, because commands take the name",
                    fix: "give the second one another name, such as the person and their role",
                },
            ];
        }
        names.add(user.name);
        const profile = user.profile.toLowerCase();
        const other = owners.get(profile);
        owners.set(profile, other ?? user.name);
        return other === undefined
            ? []
            : [
                  {
                      path: ["users", index, users[index]?.profile === undefined ? "name" : "profile"],
                      found: users[index]?.profile ?? user.name,
                      rule: `users "${other}" and "${user.name}" would both have the profile "${profile}"`,
                      fix: "add profile: with another name to one of them",
                  },
              ];
    });
}
