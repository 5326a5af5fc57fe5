import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey } from "../../values";
import { idleShutdownSchema, instancesSchema, lifecycleScriptsSchema } from "./apps";
import { canvasSchema, projectsPortfolioSchema } from "./canvas";
import { fileSystemsSchema, posixUserSchema } from "./fileSystems";
import { imagesSchema } from "./images";
import { dockerSchema, sharingSchema } from "./sharing";

const volumeGb = (description: string, example: number): z.ZodNumber =>
    setting(z.int().min(5).max(16384), { description, example, rule: "whole gigabytes, 5 to 16384" });

export const domainSchema = setting(
    z.strictObject({
        homes: setting(z.enum(["retain", "delete"]), {
            description:
                "What becomes of people's home directories when the domain is destroyed. `retain` leaves the file system and what hangs on it for you to remove",
            example: "delete",
            rule: "one of: retain, delete; delete is refused in production",
        }).default("retain"),
        drain: booleanKey(
            "Whether destroying the stack deletes people's apps and spaces first, with the volumes of the spaces and every file on them, and what the domain leaves in the network. Without it the destroy stops at the first profile that has any. Nothing is deleted while `protect` is on",
            { example: true, rule: "true or false" },
        ).default(false),
        volumes: setting(
            z.strictObject({
                defaultGb: volumeGb("Size of a new space's volume, in gigabytes", 5).default(5),
                maximumGb: volumeGb("Largest volume a person may choose, in gigabytes", 100).default(100),
            }),
            {
                description: "Volumes of private and shared spaces",
                example: { defaultGb: 10, maximumGb: 200 },
                rule: "a map of defaultGb and maximumGb, the first at most the second",
            },
        ).prefault({}),
        idleShutdown: idleShutdownSchema,
        instances: instancesSchema,
        lifecycleScripts: lifecycleScriptsSchema,
        images: imagesSchema,
        fileSystems: fileSystemsSchema,
        posixUser: posixUserSchema.optional(),
        canvas: canvasSchema,
        projectsPortfolio: projectsPortfolioSchema,
        sharing: sharingSchema.optional(),
        docker: dockerSchema,
        tagPropagation: booleanKey(
            "Whether spaces, apps and jobs get the tags of the domain and of the person's profile, for cost reports. The person's tag is among them: people can then choose its value for what they create, though never for a profile nor for what exists",
            { example: true, rule: "true or false" },
        ).default(false),
    }),
    {
        description: "The Studio domain",
        example: { idleShutdown: { minutes: 120 } },
        rule: "a map of the keys listed here",
    },
).prefault({});
