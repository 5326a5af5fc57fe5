import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Source of a pack that does the least a pack can do: one policy that looks at a type and nothing else. */
const SOURCE = `"use strict";
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("trivial", {
    policies: [
        {
            name: "trivial",
            description: "Nothing is of a type that does not exist.",
            enforcementLevel: "mandatory",
            validateResource: (args, reportViolation) => {
                if (args.type === "none:none:None") {
                    reportViolation("is of a type that does not exist");
                }
            },
        },
    ],
});
`;

/** Writes the pack that ours is compared to. */
export function writeTrivialPack(directory: string): void {
    mkdirSync(directory, { recursive: true });
    const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text);
    write("PulumiPolicy.yaml", "runtime: nodejs\nmain: index.js\n");
    write("package.json", JSON.stringify({ name: "trivial", version: "1.0.0", main: "index.js" }));
    write("index.js", SOURCE);
}
