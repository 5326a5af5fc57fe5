import type { IdentityTable } from "./identity";

/** Calls of functions that are resources; functions themselves stand with the services that need them. */
export const FUNCTIONS: IdentityTable = {
    "aws:lambda/invocation:Invocation": {
        id: (s) => [s.text("functionName"), "$LATEST", s.hex("")].join("_"),
        // What a function answers at creation is of no account for what follows.
        outputs: { result: () => "null" },
    },
};
