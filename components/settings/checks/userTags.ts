import { USER_TAG } from "../../names";
import { MOST_TAGS } from "../keys/tags";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";

type Users = TopValues["users"];

/** Where a tag key stands that breaks a rule, and how often it does. */
interface Use {
    readonly index: number;
    readonly value: string;
    readonly count: number;
}

/** The tags that tell whose a profile is are written by the program, for each user from their own line. */
export function userTagsLeaveIdentityAlone(users: Users, abacTag: string | undefined): Problem[] {
    return brokenKeys(users, (key) => {
        // IAM compares tag keys without case.
        if (abacTag !== undefined && sameKey(key, abacTag)) {
            return {
                rule: `a user's tags do not contain ${abacTag} (access.tag), which decides whose the profile is`,
                fix: "remove it; the person's value stands in tag",
            };
        }
        return sameKey(key, USER_TAG)
            ? {
                  rule: `a user's tags do not contain ${USER_TAG}, which holds the user's name`,
                  fix: "rename the key, or remove it",
              }
            : undefined;
    });
}

/** One spelling for one key: conditions cannot tell keys apart that differ in case only. */
export function tagKeysHaveOneSpelling(users: Users, tags: TopValues["tags"]): Problem[] {
    const spellings = new Map<string, string>();
    const keys = [...Object.keys(tags), ...users.flatMap((user) => Object.keys(user.tags ?? {}))];
    keys.forEach((key) => spellings.set(key.toLowerCase(), spellings.get(key.toLowerCase()) ?? key));
    return brokenKeys(users, (key) => {
        const first = spellings.get(key.toLowerCase());
        return first === undefined || first === key
            ? undefined
            : {
                  rule: `a tag key is spelled one way everywhere, because IAM compares keys without case; this one is ${first} elsewhere`,
                  fix: `write ${first}`,
              };
    });
}

/** A profile has room for what the program adds. */
export function profilesHaveRoomForTags(users: Users, tags: TopValues["tags"]): Problem[] {
    const common = Object.keys(tags);
    return users.flatMap((user, index): Problem[] => {
        const keys = new Set([...common, ...Object.keys(user.tags ?? {})]);
        return keys.size <= MOST_TAGS || user.tags === undefined
            ? []
            : [
                  {
                      path: ["users", index, "tags"],
                      found: Object.keys(user.tags),
                      rule: `a profile has at most ${MOST_TAGS} tags of its own and of top-level tags together, of the 50 AWS allows; here ${keys.size}`,
                      fix: "remove some",
                  },
              ];
    });
}

/** One problem for each key, at the first user who has it: a column of a file is wrong once, not once for each line. */
function brokenKeys(users: Users, mistake: (key: string) => { rule: string; fix: string } | undefined): Problem[] {
    const uses = new Map<string, Use>();
    users.forEach((user, index) => {
        for (const [key, value] of Object.entries(user.tags ?? {})) {
            const first = uses.get(key);
            uses.set(key, first === undefined ? { index, value, count: 1 } : { ...first, count: first.count + 1 });
        }
    });
    return [...uses].flatMap(([key, { index, value, count }]): Problem[] => {
        const found = mistake(key);
        const more = count === 1 ? "" : `; ${count} users have it`;
        return found === undefined
            ? []
            : [{ path: ["users", index, "tags", key], found: value, rule: found.rule + more, fix: found.fix }];
    });
}

function sameKey(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}
