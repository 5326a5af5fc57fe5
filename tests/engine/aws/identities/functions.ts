import { createHash } from "node:crypto";

import { type IdentityTable, namedBy } from "./identity";

/** Lambda. */
export const FUNCTIONS: IdentityTable = {
    "aws:lambda/function:Function": namedBy("name", "lambda", "function:", {
        autoName: "name",
        defaults: {
            memorySize: 128,
            packageType: "Zip",
            publish: false,
            reservedConcurrentExecutions: -1,
            skipDestroy: false,
            timeout: 3,
        },
        outputs: {
            invokeArn: (subject, id) =>
                `arn:${subject.partition}:apigateway:${subject.place.region}:lambda:path/2015-03-31/functions/${subject.arn("lambda", `function:${id}`)}/invocations`,
            qualifiedArn: (subject, id) => subject.arn("lambda", `function:${id}:$LATEST`),
            version: () => "$LATEST",
            architectures: () => ["x86_64"],
        },
    }),
    "aws:lambda/invocation:Invocation": {
        // The provider takes a hash of what it sent; every step sends other input, and the id stays that of the first.
        id: (subject) =>
            [
                subject.text("functionName"),
                "$LATEST",
                createHash("md5").update(subject.text("input")).digest("hex"),
            ].join("_"),
        defaults: { lifecycleScope: "CREATE_ONLY", qualifier: "$LATEST", terraformKey: "tf" },
        outputs: { result: () => "null" },
        follows: { result: ["input"] },
    },
};
