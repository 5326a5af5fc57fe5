/** The CLI the pinned modules build, and the oldest own CLI the tests accept. */
export const CLI_VERSION = "3.200.0";

/** Whether `version` (as `pulumi version` prints it, `v3.200.0` or `v3.201.0-dev.1`) is `lowest` or later. */
export function isAtLeast(version: string, lowest: string): boolean {
    const read = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim());
    if (read === null) {
        return false;
    }
    const wanted = lowest.split(".").map(Number);
    for (const [index, part] of read.slice(1).map(Number).entries()) {
        const other = wanted[index] ?? 0;
        if (part !== other) {
            return part > other;
        }
    }
    return true;
}
