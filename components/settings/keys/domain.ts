import { z } from "zod";

import { setting } from "../setting";

const volumeGb = (description: string, example: number): z.ZodNumber =>
    setting(z.int().min(5).max(16384), { description, example, rule: "whole gigabytes, 5 to 16384" });

export const domainSchema = setting(
    z.strictObject({
        idleShutdownMinutes: setting(z.int().min(60).max(525600), {
            description: "Minutes without activity after which an app is shut down",
            example: 120,
            rule: "whole minutes, 60 to 525600 (one year)",
        }).default(120),
        homes: setting(z.enum(["retain", "delete"]), {
            description:
                "What becomes of people's home directories when the domain is destroyed. `retain` leaves the file system and what hangs on it for you to remove",
            example: "delete",
            rule: "one of: retain, delete; delete is refused in production",
        }).default("retain"),
        volumes: setting(
            z.strictObject({
                defaultGb: volumeGb("Size of a new space's volume, in gigabytes", 5).default(5),
                maximumGb: volumeGb("Largest volume a person may choose, in gigabytes", 100).default(100),
            }),
            {
                description: "Volumes of private spaces",
                example: { defaultGb: 10, maximumGb: 200 },
                rule: "a map of defaultGb and maximumGb, the first at most the second",
            },
        ).prefault({}),
    }),
    { description: "The Studio domain", example: { idleShutdownMinutes: 120 }, rule: "a map of the keys listed here" },
).prefault({});
