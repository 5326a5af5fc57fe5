import { readFileSync } from "node:fs";
import { join } from "node:path";

import { DATA_FOLDERS } from "../security";

const SCRIPT = readFileSync(
    join(__dirname, "..", "..", "assets", "lifecycle", "built-in", "sagemaker-defaults.sh"),
    "utf8",
);

/** Folder of the files of defaults in the data bucket. */
const FOLDER = `${DATA_FOLDERS.studio}sagemaker-config`;

/** Key of the file of defaults of the execution role with this name. */
export function sdkConfigKey(roleName: string): string {
    return `${FOLDER}/${roleName}.yaml`;
}

/**
 * The script that fetches the defaults of the role an app runs as whenever the app starts. It is one for all roles: the
 * app's metadata names the role. Its text follows from names known up front, and changes with neither people nor teams.
 */
export function sdkScript(bucket: string, region: string): string {
    const [interpreter = "", ...lines] = SCRIPT.split("\n");
    const where = [`DEFAULTS_FOLDER='s3://${bucket}/${FOLDER}'`, `DEFAULTS_REGION='${region}'`];
    return [interpreter, ...where, ...lines].join("\n");
}
