import * as path from "node:path";
import { runEmulated } from "./emulated/run";

// npm run emulated -- <pulumi command and flags>
runEmulated(path.resolve(__dirname, "../.."), process.argv.slice(2)).then(
    (status) => process.exit(status),
    (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
    },
);
