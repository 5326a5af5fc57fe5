import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import {
    chmodSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const SCRIPT = path.resolve(__dirname, "../../assets/on-premises/browser.sh");
const URL = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/studio/";

/** Programs of the host as doubles; each notes its arguments. */
const PROGRAMS: Readonly<Record<string, string>> = {
    // As long as it is not killed.
    Xvnc: "exec sleep 30",
    vncpasswd: "tr a-z A-Z",
    firefox:
        'echo "display $DISPLAY" >> "$CALLS"; ls "$TMPDIR"/*/profile > /dev/null && stat -c "%a password" "$TMPDIR"/*/password >> "$CALLS"',
};

describe("browser of the on-premises host", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "browser-"));
    let count = 0;

    after(() => rmSync(directory, { recursive: true }));

    function run(args: readonly string[], programs: Readonly<Record<string, string>> = PROGRAMS) {
        const home = path.join(directory, String((count += 1)));
        const [bin, tmp, calls] = [path.join(home, "bin"), path.join(home, "tmp"), path.join(home, "calls")];
        mkdirSync(bin, { recursive: true });
        mkdirSync(tmp);
        for (const [name, commands] of Object.entries(programs)) {
            writeFileSync(path.join(bin, name), `#!/bin/sh\necho "${name} $*" >> "$CALLS"\n${commands}\n`);
            chmodSync(path.join(bin, name), 0o755);
        }
        const { status, stdout, stderr } = spawnSync("bash", [SCRIPT, ...args], {
            encoding: "utf8",
            env: { PATH: `${bin}:/usr/bin:/bin`, TMPDIR: tmp, CALLS: calls },
        });
        const called = existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [];
        return { status, stdout, stderr, called, left: readdirSync(tmp) };
    }

    it("is shown on a display that listens on the host alone, with a password of its own, and leaves nothing behind", () => {
        const first = run([URL]);
        assert.deepEqual([first.status, first.stderr, first.left], [0, "", []]);
        const [vncpasswd, xvnc = "", firefox = "", ...rest] = [...first.called].sort((a, b) => order(a) - order(b));
        assert.equal(vncpasswd, "vncpasswd -f");
        assert.match(xvnc, /^Xvnc :1 -localhost -SecurityTypes VncAuth -PasswordFile \S+\/password /);
        assert.match(firefox, new RegExp(`^firefox --no-remote --profile \\S+/profile ${URL}$`));
        assert.deepEqual(rest, ["display :1", "600 password"]);
        const password = /Password: ([0-9a-f]{8})\n/.exec(first.stdout)?.[1];
        assert.ok(password);
        assert.ok(!first.called.some((call) => call.includes(password)), "the password is an argument");
        assert.ok(!run([URL]).stdout.includes(password), "the password is always the same");
    });

    it("says what is missing instead of half a browser", () => {
        const { Xvnc: _server, firefox: _browser, ...others } = PROGRAMS;
        const { status, stderr, called } = run([URL], others);
        assert.equal(status, 1);
        assert.match(stderr, /^Not installed: Xvnc firefox\. Amazon's repositories had no such package/);
        assert.deepEqual(called, []);
    });

    it("says so when the display does not start", () => {
        const { status, stderr, called, left } = run([URL], { ...PROGRAMS, Xvnc: "echo 'address in use' >&2; exit 1" });
        assert.equal(status, 1);
        assert.match(stderr, /^The display does not start:\naddress in use\n/);
        assert.ok(!called.some((call) => call.startsWith("firefox")));
        assert.deepEqual(left, []);
    });

    for (const wrong of [[], ["http://example.com/"], ["https://x/;reboot"], [URL, URL]]) {
        it(`opens nothing for ${wrong.join(" ") || "no address"}`, () => {
            const { status, called } = run(wrong);
            assert.deepEqual([status, called], [64, []]);
        });
    }
});

function order(call: string): number {
    return ["vncpasswd", "Xvnc", "firefox", "display", "600"].findIndex((start) => call.startsWith(start));
}
