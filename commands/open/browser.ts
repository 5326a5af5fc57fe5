import { spawn } from "node:child_process";

/** Commands that open an address with the person's browser, by platform. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ["open"],
    linux: ["xdg-open"],
    win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens the link in the browser; false when this machine has no way to. The link is never printed here. */
export async function openInBrowser(link: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
    const opener = OPENERS[platform];
    if (opener === undefined) {
        return false;
    }
    const [command, ...args] = opener;
    return new Promise((resolve) => {
        const child = spawn(command, [...args, link], { stdio: "ignore", detached: true });
        child.once("error", () => resolve(false));
        child.once("spawn", () => {
            child.unref();
            resolve(true);
        });
    });
}
