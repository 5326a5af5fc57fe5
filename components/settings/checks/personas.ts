import { type ActionSetName, BUILT_IN_PERSONAS, PERSONA_TAG } from "../../names";
import { FEATURES } from "../../../policy-pack/facts";
import { nearest } from "../nearest";
import type { Problem, SettingPath } from "../problems";
import type { TopValues } from "../schema";

type Security = TopValues["security"];
type Users = TopValues["users"];
/** Groups of IAM Identity Center; their members have the team of the group. */
type Groups = TopValues["access"]["groups"];

/** Every user's persona exists. */
export function personasOfUsersExist(users: Users, security: Security): Problem[] {
    return users.flatMap(({ persona }, index) => personaProblems(persona, ["users", index, "persona"], security));
}

/** What is wrong with the name of a persona at `path`: it has to be built in or in `security.personas`. */
function personaProblems(persona: string, path: SettingPath, { personas }: Security): Problem[] {
    const known = [...BUILT_IN_PERSONAS, ...Object.keys(personas)];
    const meant = nearest(persona, known);
    return known.includes(persona)
        ? []
        : [
              {
                  path,
                  found: persona,
                  rule: `a persona is built in or stands in security.personas: ${known.join(", ")}`,
                  fix:
                      meant === undefined
                          ? "choose one of these, or add it to security.personas"
                          : `did you mean ${meant}?`,
              },
          ];
}

/** A set is added or removed, and one named like a feature can only count with that feature. */
export function actionSetsCount({ personas }: Security, { features }: TopValues["network"]): Problem[] {
    return Object.entries(personas).flatMap(([name, { add, remove }]) => [
        ...add.flatMap((set, index): Problem[] => {
            const path = ["security", "personas", name, "add", index];
            if (remove.includes(set)) {
                return [
                    {
                        path,
                        found: set,
                        rule: "a set is added or removed, not both",
                        fix: `remove ${set} from add or from remove`,
                    },
                ];
            }
            return isFeature(set) && !features.includes(set)
                ? [
                      {
                          path,
                          found: set,
                          rule: `the set ${set} counts only with the feature ${set}, whose endpoints it calls`,
                          fix: `add ${set} to network.features, or remove it here`,
                      },
                  ]
                : [];
        }),
    ]);
}

/** The person's tag ties a profile to a person, the team's to many: they are two keys. */
export function teamTagIsItsOwn({ teamTag }: Security, { tag }: TopValues["access"]): Problem[] {
    return sameKey(teamTag, tag) || sameKey(teamTag, PERSONA_TAG)
        ? [
              {
                  path: ["security", "teamTag"],
                  found: teamTag,
                  rule: `the team's tag is neither ${tag} (access.tag) nor ${PERSONA_TAG}; IAM compares keys without case`,
                  fix: "choose another key, for example team",
              },
          ]
        : [];
}

/** Where there are teams, the program writes their tag, for each thing with the team it belongs to. */
export function tagsLeaveTeamsAlone(users: Users, { teamTag }: Security, groups: Groups): Problem[] {
    if (!haveTeams(users, groups)) {
        return [];
    }
    return users.flatMap(({ tags }, index) =>
        Object.entries(tags ?? {})
            .filter(([key]) => sameKey(key, teamTag))
            .map(([key, found]) => ({
                path: ["users", index, "tags", key],
                found,
                rule: `with teams, a user's tags do not contain ${teamTag} (security.teamTag), which decides what the user may touch`,
                fix: "remove it, and write the team in team",
            })),
    );
}

/** A tag all things have can hold no team and no persona. */
export function commonTagsLeaveRolesAlone(
    tags: TopValues["tags"],
    users: Users,
    { teamTag }: Security,
    groups: Groups,
): Problem[] {
    const reserved = haveTeams(users, groups) ? [PERSONA_TAG, teamTag] : [PERSONA_TAG];
    return Object.keys(tags).flatMap((key) => {
        const clash = reserved.find((other) => sameKey(key, other));
        return clash === undefined
            ? []
            : [
                  {
                      path: ["tags", key],
                      found: key,
                      rule: `tags do not contain ${clash}, which the program gives each role by itself`,
                      fix: "rename the key, or remove it",
                  },
              ];
    });
}

function haveTeams(users: Users, groups: Groups): boolean {
    return [...users, ...groups].some(({ team }) => team !== undefined);
}

function isFeature(set: ActionSetName): set is ActionSetName & keyof typeof FEATURES {
    return set in FEATURES;
}

function sameKey(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}
