import { z } from "zod";

import { isProfileName, PROFILE_NAME_RULE, USER_TAG, USUAL_PERSONA } from "../../names";
import { setting } from "../setting";
import { checked, inQuotes, isRelativePath, TAG_CHARACTERS, TAG_CHARACTERS_RULE } from "../values";
import { personaName, teamName } from "./personas";
import { MOST_TAGS, tagMap } from "./tags";

const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

const name = setting(
    z
        .string()
        .min(1)
        .max(128)
        .refine((text) => PRINTABLE.test(text)),
    {
        description: "The person, as you know them; commands take this name",
        example: "jon.doe",
        rule: "1 to 128 printable characters, as text",
        fix: (found) => inQuotes(found, "write a short name such as jon.doe"),
        noDefault: "it names the person",
    },
);

const tag = setting(
    z
        .string()
        .min(1)
        .max(256)
        .refine((text) => TAG_CHARACTERS.test(text) && text.trim() === text),
    {
        description:
            "Value of the tag `access.tag`: the profile opens for whoever carries the same value, in the same case. Several users with one value are one person with several profiles. Required in mode `iam`, and only there",
        example: "a00001",
        rule: `1 to 256 ${TAG_CHARACTERS_RULE}, without spaces at the ends, as text`,
        fix: (found) => inQuotes(found, "write the value as it stands on the person's identity, for example a00001"),
        noDefault: "without it the profile would open for nobody",
    },
);

const group = setting(z.string().min(1).max(1024), {
    description:
        "Group of `access.groups` whose persona and team the user has; the user is a member of it in IAM Identity Center. Mode `identity-center` only",
    example: "studio-data-scientists",
    rule: "the group of an item of access.groups, as text",
    fix: (found) => inQuotes(found, "write the group as access.groups has it"),
});

const userName = setting(
    z
        .string()
        .min(1)
        .max(128)
        .refine((text) => PRINTABLE.test(text) && !/\s/.test(text)),
    {
        description: "User name in IAM Identity Center, where it is not `name`. Mode `identity-center` only",
        example: "jon.doe@example.com",
        rule: "1 to 128 printable characters without spaces, as text",
        fix: (found) => inQuotes(found, "write the user name as IAM Identity Center has it"),
    },
);

const profile = setting(
    checked(z.string(), (text, report) => {
        if (!isProfileName(text)) {
            report({ rule: PROFILE_NAME_RULE, fix: "choose a name such as jon-doe" });
        }
    }).meta({ pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$" }),
    {
        description:
            "Name of the user profile, where the one made of `name` will not do. Without it, what SageMaker does not accept in `name` becomes a hyphen. A change replaces the profile",
        example: "jon-doe-2",
        rule: PROFILE_NAME_RULE,
        fix: (found) => inQuotes(found, "choose a name such as jon-doe"),
    },
);

const userTags = setting(tagMap, {
    description:
        "Further tags of the profile, for example to divide costs. A key of top-level `tags` too gets this value on the profile",
    example: { costCentre: "4711" },
    rule: `a map as of top-level tags; with those at most ${MOST_TAGS} keys, none of them access.tag or ${USER_TAG}`,
    fix: "write one tag a line, key and value as text",
});

const user = z.strictObject({
    name,
    tag: tag.optional(),
    group: group.optional(),
    userName: userName.optional(),
    profile: profile.optional(),
    persona: personaName.default(USUAL_PERSONA),
    team: teamName.optional(),
    tags: userTags.optional(),
});

const listFacts = {
    description: "People, one user profile each: a list, or a map with `file` that names the file of the list",
    example: [{ name: "jon.doe", tag: "a00002" }],
    rule: "a list of maps with name and tag, or in mode identity-center name and group; no name and no profile name twice",
};

export const usersSchema = setting(z.array(user), listFacts).default([]);

/** The same in mode `iam`, where the tag decides whose a profile is. */
export const taggedUsersSchema = setting(z.array(user.extend({ tag })), listFacts).default([]);

/** Endings of the files `users` may name. */
const USERS_FILE = /\.(csv|ya?ml)$/;

const file = setting(
    checked(z.string(), (text, report) => {
        if (!isRelativePath(text) || !USERS_FILE.test(text)) {
            report({
                rule: "a .csv, .yaml or .yml file by its path from the stack file, so that it is found on every machine",
                fix: "write for example users.csv",
            });
        }
    }).meta({ pattern: "^(?![/\\\\~]).*\\.(csv|ya?ml)$" }),
    {
        description:
            "File with the list of users, by its path from the stack file: YAML as it would stand here, or CSV (RFC 4180, UTF-8) whose first line names the columns `name`, `tag` and, where wanted, `profile`, `persona`, `team` and `tag:KEY` for further tags",
        example: "users.csv",
        rule: "the relative path of a .csv, .yaml or .yml file",
        noDefault: "users is a list or this map",
    },
);

/** In place of the list of users: the file that holds it. */
export const usersFileSchema = setting(z.strictObject({ file }), {
    description: "The file that holds the list",
    example: { file: "users.csv" },
    rule: "a list of users, or a map with the one key file",
});
