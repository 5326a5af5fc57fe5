import { readFileSync } from "node:fs";
import path from "node:path";

import * as pulumi from "@pulumi/pulumi";

/** Bytes of user data before it is encoded. Source: EC2 user guide, "Add user data". */
const LIMIT = 16_384;

const SCRIPTS = path.resolve(__dirname, "../../assets/on-premises");

/** Where each script is found on the host, by its file here. */
const COMMANDS: Readonly<Record<string, string>> = {
    "walk.sh": "/usr/local/bin/studio-walk",
    "browser.sh": "/usr/local/bin/studio-browser",
};

/**
 * What a person needs beside the system: a browser, and a display that is shown over the session. Each is installed by
 * itself, so that one that Amazon's repositories lack does not keep back the other; the command that needs it says that it
 * is missing.
 */
const PACKAGES = ["firefox", "tigervnc-server"];

/** Text of the host's user data: its two commands and its packages. @throws pulumi.RunError when it is too long. */
export function hostUserData(): string {
    const config = {
        write_files: Object.entries(COMMANDS).map(([file, command]) => ({
            path: command,
            permissions: "0755",
            owner: "root:root",
            content: readFileSync(path.join(SCRIPTS, file), "utf8"),
        })),
        runcmd: PACKAGES.map((name) => ["dnf", "--assumeyes", "install", name]),
    };
    // cloud-init reads YAML, of which JSON is a part.
    const text = `#cloud-config\n${JSON.stringify(config)}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes > LIMIT) {
        throw new pulumi.RunError(
            `The user data of the on-premises host has ${bytes} bytes; EC2 takes at most ${LIMIT}. Shorten a script in assets/on-premises.`,
        );
    }
    return text;
}
