import { z } from "zod";

import { ACTION_SETS, BUILT_IN_PERSONAS, USUAL_PERSONA } from "../../names";
import { nearest } from "../nearest";
import { setting } from "../setting";
import { checked, distinct, inQuotes } from "../values";

const PERSONA_RULE = "a lower-case letter, then at most 19 lower-case letters, digits and hyphens";

/** Name of a persona, built in or of the stack file. */
export const personaName = setting(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), {
    description:
        "What the person may do in Studio: decides the execution role. `data-scientist`: spaces, data, jobs, experiments, models. `mlops-engineer`: endpoints, monitoring and pipelines besides. `administrator`: sees everything of the domain, deletes spaces and apps of others, touches no data. `default`: looks and opens nothing. `multi-domain`: as data-scientist, without jobs and models, whichever domain the person has a profile in",
    example: "mlops-engineer",
    rule: `one of ${BUILT_IN_PERSONAS.join(", ")}, or a key of security.personas`,
    fix: (found) => inQuotes(found, `write for example ${USUAL_PERSONA}`),
});

/** Name of a team. */
export const teamName = setting(
    z
        .string()
        .max(20)
        .regex(/^[a-z0-9](-?[a-z0-9])*$/),
    {
        description:
            "Team of the person. What people of a team create carries the tag `security.teamTag` with this value, and nobody outside the team may use or change it; what takes no tags (versions of models, pipelines, logs) goes by names that begin with `TEAM--`; data of the team lies below `teams/TEAM/`",
        example: "research",
        rule: "1 to 20 lower-case letters, digits and single hyphens between them, as text",
        fix: (found) => inQuotes(found, "write a short name such as research"),
    },
);

/** Key of the tag that holds the team. */
export const teamTagSetting = setting(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/), {
    description: "Key of the tag that says which team a role, a profile, a job or a model belongs to",
    example: "team",
    rule: "a letter, then letters, digits and _ . -, at most 128 in all; not access.tag",
}).default("team");

const actionSet = setting(z.enum(ACTION_SETS), {
    description: "Name of a set of actions",
    example: "endpoints",
    rule: `one of: ${ACTION_SETS.join(", ")}`,
    fix: (found) => {
        const meant = typeof found === "string" ? nearest(found, ACTION_SETS) : undefined;
        return meant === undefined ? "choose one of these; single actions cannot be named" : `did you mean ${meant}?`;
    },
});

const actionSets = (description: string) =>
    setting(distinct(z.array(actionSet)), {
        description,
        example: ["endpoints"],
        rule: "names of sets of actions, each once",
    }).default([]);

const persona = setting(
    z.strictObject({
        like: setting(z.enum(BUILT_IN_PERSONAS), {
            description: "Built-in persona it starts from",
            example: "data-scientist",
            rule: `one of ${BUILT_IN_PERSONAS.join(", ")}`,
            noDefault: "it says what the persona is",
        }),
        add: actionSets("Sets of actions it has besides"),
        remove: actionSets("Sets of actions it does not have"),
    }),
    {
        description: "A persona of your own",
        example: { like: "data-scientist", add: ["endpoints"] },
        rule: "a map with like and, where wanted, add and remove",
    },
);

/** Personas of the stack file's own, by name. */
export const personasSetting = setting(
    checked(z.record(z.string(), persona), (personas, report) => {
        for (const name of Object.keys(personas)) {
            if (!personaName.safeParse(name).success) {
                report({ path: [name], rule: `the name of a persona is ${PERSONA_RULE}`, fix: "rename it" });
            } else if ((BUILT_IN_PERSONAS as readonly string[]).includes(name)) {
                report({
                    path: [name],
                    rule: "a built-in persona stays what it is",
                    fix: "choose another name, and name that one in users[].persona",
                });
            }
        }
    }),
    {
        description:
            "Personas of your own, by name, made of named sets of actions; no policy of your own goes round the sets. Which persona has which set: docs/users.md",
        example: { forecaster: { like: "data-scientist", add: ["endpoints"], remove: ["tuning"] } },
        rule: `a map; a name is ${PERSONA_RULE} and none of ${BUILT_IN_PERSONAS.join(", ")}`,
    },
).default({});
