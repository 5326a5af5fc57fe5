import { findCli } from "./index";

// Test files run side by side, and each would begin to build the CLI for itself.
if (findCli() === undefined) {
    process.stderr.write("No Pulumi CLI and no Go to build one: the engine tests will say so.\n");
}
