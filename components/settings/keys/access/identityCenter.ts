import { z } from "zod";

import { USUAL_PERSONA } from "../../../names";
import { setting } from "../../setting";
import { booleanKey, checked } from "../../values";
import { personaName, teamName } from "../personas";

/** Identity Store API, CreateGroup: DisplayName. */
const GROUP_NAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P} ]+$/u;

const group = setting(
    z
        .string()
        .min(1)
        .max(1024)
        .refine((text) => GROUP_NAME.test(text) && text.trim() === text),
    {
        description: "Display name of the group in IAM Identity Center",
        example: "studio-data-scientists",
        rule: "the display name of a group, 1 to 1024 printable characters without spaces at the ends, as text",
        noDefault: "it names the group",
    },
);

export const groupsSchema = setting(
    checked(
        z.array(
            z.strictObject({
                group,
                persona: personaName.default(USUAL_PERSONA),
                team: teamName.optional(),
            }),
        ),
        (groups, report) =>
            groups.forEach(({ group: name }, index) => {
                if (groups.findIndex((other) => other.group === name) !== index) {
                    report({
                        path: [index, "group"],
                        rule: "each group is named once",
                        fix: "remove the second mention",
                    });
                }
            }),
    ),
    {
        description:
            "Groups of IAM Identity Center that may sign in to the domain, each with the persona and team of its members. Who of them gets a profile stands in `users`; a member without one gets it from SageMaker at first sign-in, with the domain's default role",
        example: [{ group: "studio-data-scientists", persona: "data-scientist" }],
        rule: "a list of maps with group and, where wanted, persona and team; mode identity-center needs at least one, mode iam has none",
    },
).default([]);

export const identityCenterSchema = setting(
    z.strictObject({
        trustedPropagation: booleanKey(
            "Trusted identity propagation: services behind Studio see the signed-in person in place of the execution role",
            { example: true, rule: "true or false" },
        ).default(false),
    }),
    {
        description: "Options of mode `identity-center`",
        example: { trustedPropagation: true },
        rule: "a map of the keys listed here; only in mode identity-center",
    },
).prefault({});
