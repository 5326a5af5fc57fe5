import { z } from "zod";

import { SPACE_INSTANCE_TYPES } from "../../../../policy-pack/facts";
import { LIFECYCLE_SCRIPTS, lifecycleScript, scriptMistake } from "../../../lifecycleScripts";
import { nearest } from "../../nearest";
import { setting } from "../../setting";
import { checked, distinct } from "../../values";

const minutes = (description: string, example: number): z.ZodNumber =>
    setting(z.int().min(60).max(525600), { description, example, rule: "whole minutes, 60 to 525600 (one year)" });

/** SageMaker developer guide, "Idle shutdown": a person may choose for a space, within the two ends. */
export const idleShutdownSchema = setting(
    z.strictObject({
        minutes: minutes("Minutes without activity after which an app is shut down", 120).default(120),
        minMinutes: minutes("Least a person may choose for a space. Without it, `minutes`", 60).optional(),
        maxMinutes: minutes("Most a person may choose for a space. Without it, `minutes`", 480).optional(),
    }),
    {
        description:
            "Shutdown of idle JupyterLab and Code Editor apps. With `minutes` alone nobody can choose another time. Running apps take a change up when they are started again",
        example: { minutes: 120, minMinutes: 60, maxMinutes: 480 },
        rule: "a map of minutes, minMinutes and maxMinutes, with minutes from minMinutes to maxMinutes",
    },
).prefault({});

const DEFAULT_TYPE = "ml.t3.medium";

const instanceType = (description: string): z.ZodEnum<Record<string, string>> =>
    setting(z.enum(SPACE_INSTANCE_TYPES as [string, ...string[]]), {
        description,
        example: DEFAULT_TYPE,
        rule: "an instance type of Studio spaces, such as ml.t3.medium",
        fix: (found) => {
            // EC2's name of the type is the usual mistake.
            const meant = nearest(String(found).replace(/^(ml\.)?/, "ml."), SPACE_INSTANCE_TYPES);
            return meant === undefined ? `write for example ${DEFAULT_TYPE}` : `did you mean ${meant}?`;
        },
    });

export const instancesSchema = setting(
    z.strictObject({
        jupyterLab: instanceType("Instance type a JupyterLab space starts with").default(DEFAULT_TYPE),
        codeEditor: instanceType("Instance type a Code Editor space starts with").default(DEFAULT_TYPE),
        offered: setting(distinct(z.array(instanceType("Instance type Studio offers"))), {
            description:
                "Instance types Studio offers for spaces; it hides all others. Empty: it offers all. Hiding is no denial: who calls the API still gets the others, as far as the account's quotas go",
            example: [DEFAULT_TYPE, "ml.m5.large"],
            rule: "instance types of Studio spaces, each once, those of jupyterLab and codeEditor among them",
        }).default([]),
    }),
    {
        description: "Instance types of spaces",
        example: { jupyterLab: "ml.m5.large", offered: [DEFAULT_TYPE, "ml.m5.large"] },
        rule: "a map of jupyterLab, codeEditor and offered",
    },
).prefault({});

/** A file of assets/lifecycle that SageMaker would take and that holds no secret. */
const scriptName = (app: string): z.ZodString =>
    setting(
        checked(z.string(), (name, report) => {
            const text = lifecycleScript(name);
            if (text !== undefined) {
                const mistake = scriptMistake(text);
                return mistake && report(mistake);
            }
            const meant = nearest(name, LIFECYCLE_SCRIPTS);
            report({
                rule: "a lifecycle script is a file of assets/lifecycle, named without .sh",
                fix: meant === undefined ? `choose one of: ${LIFECYCLE_SCRIPTS.join(", ")}` : `did you mean ${meant}?`,
            });
        }),
        {
            description: `Script that runs whenever ${app} starts`,
            example: "package-index",
            rule: "the name of a file of assets/lifecycle, without .sh",
        },
    );

export const lifecycleScriptsSchema = setting(
    z.strictObject({
        jupyterLab: scriptName("JupyterLab").optional(),
        codeEditor: scriptName("Code Editor").optional(),
    }),
    {
        description:
            "Scripts of assets/lifecycle that run in people's spaces, as the person, whenever the app starts. One that takes longer than five minutes stops the app from starting. They hold no secrets: whoever may describe them can read them",
        example: { jupyterLab: "package-index" },
        rule: "a map of jupyterLab and codeEditor to names of scripts",
    },
).prefault({});
