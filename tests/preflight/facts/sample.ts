import { readFileSync } from "node:fs";
import path from "node:path";

import { type Facts, factsSchema } from "../../../preflight/facts";

/** Facts of a healthy VPC, as the sample stack existing-vpc names them. */
export const SAMPLE_FILE = path.resolve(__dirname, "../../stacks/facts/vpc-0a1b2c3d4e5f60718.json");

/** What that file is of. */
export const SAMPLE_VPC = { vpcId: "vpc-0a1b2c3d4e5f60718", account: "111122223333", region: "eu-west-1" };

/** A fresh copy of the sample, with parts of it replaced. */
export function sample(changes: Partial<Facts> = {}): Facts {
    return { ...factsSchema.parse(JSON.parse(readFileSync(SAMPLE_FILE, "utf8"))), ...changes };
}

/** The sample with other routes in the first Studio subnet's table, after the local one. */
export function withRoutes(...routes: Facts["routeTables"][number]["routes"]): Facts {
    const facts = sample();
    return {
        ...facts,
        routeTables: facts.routeTables.map((table) =>
            table.id === "rtb-0a1b2c3d4e5f60001"
                ? { ...table, routes: [{ destination: "10.50.0.0/16", target: "local" }, ...routes] }
                : table,
        ),
    };
}
