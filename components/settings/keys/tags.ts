import { z } from "zod";

import { setting } from "../setting";
import { checked, inQuotes, TAG_CHARACTERS, TAG_CHARACTERS_RULE } from "../values";

/** AWS allows 50 tags on a resource; the rest is left to what the components add. */
export const MOST_TAGS = 40;
const LONGEST_KEY = 128;

const value = setting(
    z
        .string()
        .max(256)
        .refine((text) => TAG_CHARACTERS.test(text)),
    {
        description: "Value of a tag",
        example: "studio",
        rule: `at most 256 ${TAG_CHARACTERS_RULE}, as text`,
        fix: (found) => inQuotes(found, "shorten it and use these characters only"),
    },
);

/** The rule a tag key breaks, if it breaks one. */
export function tagKeyRule(key: string): string | undefined {
    if (/^aws:/i.test(key)) {
        return "tag keys that begin with aws: belong to AWS";
    }
    return key === "" || key.length > LONGEST_KEY || !TAG_CHARACTERS.test(key)
        ? `a tag key has 1 to ${LONGEST_KEY} ${TAG_CHARACTERS_RULE}`
        : undefined;
}

/** Tags of one resource or of all; whoever uses it says what they are for. */
export const tagMap = checked(z.record(z.string(), value), (tags, report) => {
    const keys = Object.keys(tags);
    if (keys.length > MOST_TAGS) {
        report({ rule: `at most ${MOST_TAGS} tags, of the 50 AWS allows`, fix: "remove some" });
    }
    for (const key of keys) {
        const rule = tagKeyRule(key);
        if (rule !== undefined) {
            report({ path: [key], rule, fix: "rename the key" });
        }
    }
});

export const tagsSchema = setting(tagMap, {
    description: "Tags of every resource that takes tags. Values, and only they, may be secret",
    example: { project: "studio", environment: "dev" },
    rule: `a map of at most ${MOST_TAGS} keys of 1 to ${LONGEST_KEY} characters, not beginning with aws:, none of them access.tag; values of at most 256 characters`,
    fix: "write the map itself plain, one tag a line; values may be secret",
}).default({});
