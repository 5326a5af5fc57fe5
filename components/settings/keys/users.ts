import { z } from "zod";

import { isProfileName, PROFILE_NAME_RULE } from "../../names";
import { setting } from "../setting";
import { checked, inQuotes, TAG_CHARACTERS, TAG_CHARACTERS_RULE } from "../values";

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
            "Value of the tag `access.tag`: the profile opens for whoever carries the same value, in the same case. Several users with one value are one person with several profiles",
        example: "a00001",
        rule: `1 to 256 ${TAG_CHARACTERS_RULE}, without spaces at the ends, as text`,
        fix: (found) => inQuotes(found, "write the value as it stands on the person's identity, for example a00001"),
        noDefault: "without it the profile would open for nobody",
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

export const usersSchema = setting(z.array(z.strictObject({ name, tag, profile: profile.optional() })), {
    description: "People, one user profile each",
    example: [{ name: "jon.doe", tag: "a00002" }],
    rule: "a list of maps with name and tag; no name and no profile name twice",
}).default([]);
