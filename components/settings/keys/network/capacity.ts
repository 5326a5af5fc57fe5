import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey } from "../../values";

const MOST = 100_000;

function count(least: number, description: string, example: number, noDefault?: string): z.ZodNumber {
    return setting(z.int().min(least).max(MOST), {
        description,
        example,
        rule: `a whole number, ${least} to ${MOST}`,
        ...(noDefault === undefined ? {} : { noDefault }),
    });
}

export const capacitySchema = setting(
    z.strictObject({
        users: count(0, "People who work at the same time", 40, "a capacity without people says nothing"),
        jobs: count(0, "Jobs that run at the same time; needs the feature jobs", 10).default(0),
        instancesPerJob: count(1, "Instances of the largest job", 4).default(1),
        efa: booleanKey("Whether jobs use the Elastic Fabric Adapter, which takes more addresses", {
            example: true,
            rule: "true or false; true only with network.distributedTraining",
        }).default(false),
    }),
    {
        description:
            "What the studio subnets must have addresses for. It is checked and never shapes a subnet, because moving one replaces the domain",
        example: { users: 40, jobs: 10, instancesPerJob: 2 },
        rule: "a map with at least users; the subnets have room for it with one zone lost",
    },
);

export const distributedTrainingSchema = booleanKey(
    "Makes a security group for jobs of several instances that admits all traffic among them",
    { example: true, rule: "true or false; true only with the feature jobs" },
).default(false);
