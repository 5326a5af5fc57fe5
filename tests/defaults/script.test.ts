import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { SDK_CONFIG_MARK, sdkConfigKey, sdkScript } from "../../components/defaults";
import { scriptContent, scriptMistake } from "../../components/lifecycleScripts";

const ROLE = "fixture-test-execution-data-scientist_research-0a1b2c3d";
const OBJECT = `s3://fixture-data/studio/sagemaker-config/${ROLE}.yaml`;
const DEFAULTS = `${SDK_CONFIG_MARK}\nSchemaVersion: '1.0'\n`;
const METADATA = JSON.stringify({
    AppType: "JupyterLab",
    DomainId: "d-abcdefghijkl",
    ExecutionRoleArn: `arn:aws:iam::111122223333:role/fixture/test/${ROLE}`,
    ResourceName: "default",
});

const FETCH = `aws s3 cp --region eu-west-1 --only-show-errors ${OBJECT} FILE`;
const IDENTITY = "aws sts get-caller-identity --region eu-west-1 --query Arn --output text";

interface App {
    /** Text of the app's metadata. Default: that of an app of {@link ROLE}. */
    readonly metadata?: string | undefined;
    /** What S3 answers: the object's text, or an error. Default: the defaults. */
    readonly object?: string | { readonly error: string };
    /** Who the credentials are of. Default: nobody, STS does not answer. */
    readonly caller?: string;
    /** Whether the person may write the administrator's file: at once, with sudo, or not at all. Default: with sudo. */
    readonly admin?: "person" | "sudo" | "never";
    /** The person's own file. */
    readonly own?: string;
    /** Starts of the app. Default: 1. */
    readonly starts?: number;
}

interface Outcome {
    readonly status: number | null;
    readonly log: string[];
    readonly calls: string[];
    readonly adminFile?: string;
    readonly userFile?: string;
}

/** Runs the script in an app with programs in the place of aws and sudo that note how they are called. */
function run({ metadata = METADATA, object = DEFAULTS, caller, admin = "sudo", own, starts = 1 }: App): Outcome {
    const directory = mkdtempSync(path.join(tmpdir(), "sagemaker-defaults-"));
    const at = (...parts: string[]): string => path.join(directory, ...parts);
    const program = (name: string, text: string): void => {
        writeFileSync(at("bin", name), `#!/bin/bash\n${text}`);
        chmodSync(at("bin", name), 0o755);
    };
    const text = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
    const lines = (file: string | undefined): string[] => (file ?? "").split("\n").filter((line) => line !== "");
    try {
        ["bin", "xdg", "home/sagemaker"].forEach((folder) => mkdirSync(at(folder), { recursive: true }));
        writeFileSync(at("script"), sdkScript("fixture-data", "eu-west-1"));
        writeFileSync(at("object"), typeof object === "string" ? object : "");
        writeFileSync(at("metadata.json"), metadata);
        if (own !== undefined) {
            writeFileSync(at("home/sagemaker/config.yaml"), own);
        }
        // A file where a folder must be can be written by nobody, root included.
        const closed = at("closed");
        writeFileSync(closed, "");
        const adminFile = admin === "person" ? at("xdg/sagemaker/config.yaml") : path.join(closed, "config.yaml");
        program(
            "aws",
            `echo "aws $*" | sed 's| [^ ]*$||; s|$| '"\${@: -1}"'|' >> "${at("calls")}"
if [ "$1" = sts ]; then
    ${caller === undefined ? "exit 255" : `echo "${caller}"`}
else
    ${typeof object === "string" ? `cp "${at("object")}" "\${@: -1}"` : `echo "${object.error}" >&2; exit 1`}
fi
`,
        );
        program(
            "sudo",
            admin === "sudo"
                ? `shift; echo "sudo $1" >> "${at("calls")}"; "\${@:1:$#-1}" "${at("xdg/sagemaker/config.yaml")}"`
                : `echo "sudo refused" >> "${at("calls")}"; exit 1`,
        );
        let ended = spawnSync("true", { encoding: "utf8" });
        for (let start = 0; start < starts; start++) {
            ended = spawnSync("/bin/bash", [at("script")], {
                env: {
                    PATH: `${at("bin")}:/usr/bin:/bin`,
                    HOME: directory,
                    XDG_CONFIG_HOME: at("home"),
                    TMPDIR: directory,
                    DEFAULTS_METADATA: at("metadata.json"),
                    DEFAULTS_ADMIN_FILE: adminFile,
                },
                encoding: "utf8",
            });
        }
        const [adminText, userText] = [text(at("xdg/sagemaker/config.yaml")), text(at("home/sagemaker/config.yaml"))];
        const hide = (line: string): string =>
            line
                .replace(/\S*\/tmp\.\w+/, "FILE")
                .replaceAll(adminFile, "ADMIN")
                .replaceAll(directory, "APP");
        return {
            status: ended.status,
            log: lines(`${ended.stdout}${ended.stderr}`).map(hide),
            calls: lines(text(at("calls"))).map(hide),
            ...(adminText === undefined ? {} : { adminFile: adminText }),
            ...(userText === undefined ? {} : { userFile: userText }),
        };
    } finally {
        rmSync(directory, { recursive: true });
    }
}

describe("assets/lifecycle/built-in/sagemaker-defaults.sh", () => {
    it("is a script SageMaker takes, of names known up front", () => {
        const script = sdkScript("fixture-data", "eu-west-1");
        assert.equal(scriptMistake(script), undefined);
        assert.ok(scriptContent(script).length < 6000, "most of the room belongs to a script of the deployment's own");
        assert.deepEqual(script.split("\n").slice(0, 3), [
            "#!/bin/bash",
            "DEFAULTS_FOLDER='s3://fixture-data/studio/sagemaker-config'",
            "DEFAULTS_REGION='eu-west-1'",
        ]);
        assert.equal(OBJECT, `s3://fixture-data/${sdkConfigKey(ROLE)}`);
    });

    it("knows the mark of the deployment's files", () => {
        assert.ok(sdkScript("fixture-data", "eu-west-1").includes(`\nMARK="${SDK_CONFIG_MARK}"\n`));
    });

    it("fetches the defaults of the app's role into the administrator's file", () => {
        assert.deepEqual(run({}), {
            status: 0,
            log: ["sagemaker-defaults: the SDK takes its defaults from ADMIN"],
            calls: [FETCH, "sudo install"],
            adminFile: DEFAULTS,
        });
    });

    it("needs no sudo where the file can be written", () => {
        const { calls, adminFile } = run({ admin: "person" });
        assert.deepEqual([calls, adminFile], [[FETCH], DEFAULTS]);
    });

    it("does the same at every start", () => {
        const { status, calls, adminFile } = run({ starts: 2 });
        assert.deepEqual([status, calls, adminFile], [0, [FETCH, "sudo install", FETCH, "sudo install"], DEFAULTS]);
    });

    it("asks the credentials for the role where the metadata does not name it", () => {
        const caller = `arn:aws:sts::111122223333:assumed-role/${ROLE}/SageMaker`;
        const { calls, adminFile } = run({ metadata: '{"AppType": "JupyterLab"}', caller });
        assert.deepEqual([calls, adminFile], [[IDENTITY, FETCH, "sudo install"], DEFAULTS]);
    });

    const writtenNothing: readonly (readonly [string, App, readonly string[], string])[] = [
        [
            "nobody names the role",
            { metadata: "" },
            [IDENTITY],
            "neither APP/metadata.json nor the app's credentials name its role",
        ],
        [
            "the credentials are no role's",
            { metadata: "", caller: "arn:aws:iam::111122223333:user/eve" },
            [IDENTITY],
            "neither APP/metadata.json nor the app's credentials name its role",
        ],
        [
            "the object cannot be read",
            {
                object: {
                    error: "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden",
                },
            },
            [FETCH],
            `${OBJECT} could not be read: fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden`,
        ],
        ["the object is empty", { object: "" }, [FETCH], `${OBJECT} is no file of the deployment`],
        [
            "the object is another's",
            { object: "SchemaVersion: '1.0'\n" },
            [FETCH],
            `${OBJECT} is no file of the deployment`,
        ],
    ];
    for (const [when, app, calls, why] of writtenNothing) {
        it(`lets the app start without defaults, and says why, when ${when}`, () => {
            assert.deepEqual(run(app), { status: 0, log: [`sagemaker-defaults: not set: ${why}`], calls });
        });
    }

    it("takes the person's file where the administrator's cannot be written, again and again", () => {
        assert.deepEqual(run({ admin: "never", own: `${SDK_CONFIG_MARK}\nold: true\n` }), {
            status: 0,
            log: ["sagemaker-defaults: the SDK takes its defaults from APP/home/sagemaker/config.yaml"],
            calls: [FETCH, "sudo refused"],
            userFile: DEFAULTS,
        });
    });

    it("leaves a file of the person's own alone", () => {
        const own = "SchemaVersion: '1.0'\nSageMaker: {}\n";
        assert.deepEqual(run({ admin: "never", own }), {
            status: 0,
            log: [
                `sagemaker-defaults: not set: ADMIN cannot be written, and APP/home/sagemaker/config.yaml is your own; compare it with ${OBJECT}`,
            ],
            calls: [FETCH, "sudo refused"],
            userFile: own,
        });
        assert.deepEqual(run({ own }).userFile, own);
    });
});
