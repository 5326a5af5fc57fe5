import { spawnSync } from "node:child_process";
import {
    chmodSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const SCRIPT = path.resolve(__dirname, "../../assets/self-test.sh");

/** Programs the script takes from the system as they are. */
const PLAIN = ["cat", "grep", "mktemp", "od", "rm", "sed", "sh", "sort", "tr"];

/** What a double does by its arguments: the first pattern of `case` that fits, and the shell commands behind it. */
export type Double = readonly (readonly [pattern: string, commands: string])[];

/** Programs whose answers a test decides; one that is absent is not installed. */
export type Doubles = Readonly<Partial<Record<"aws" | "curl" | "dig" | "getent" | "python3" | "timeout", Double>>>;

export interface Run {
    readonly code: number | null;
    /** Result and check of each row of the table, and what was found. */
    readonly rows: readonly (readonly [result: string, check: string, found: string])[];
    readonly stdout: string;
    readonly stderr: string;
    /** Every call of a double, in order. */
    readonly calls: readonly string[];
    /** Temporary files left behind. */
    readonly left: readonly string[];
}

/** Answers as they are inside a healthy app with a firewall that lets pypi.org pass. */
export const HEALTHY: Required<Omit<Doubles, "dig">> = {
    curl: [
        ["*https://s3.eu-west-1.amazonaws.com/open-data*", answerS3(403, "AccessDenied")],
        ["*https://api.sagemaker.eu-west-1.amazonaws.com/*", "exit 0"],
        ["*https://pypi.org/*", "exit 0"],
        ["*https://1.1.1.1/*", "exit 35"],
        ["*.invalid*", "exit 6"],
        ["*", "exit 28"],
    ],
    getent: [
        ["*api.sagemaker*", "printf '10.50.32.9  STREAM x\\n10.50.32.9  DGRAM\\n10.50.33.7  STREAM\\n'"],
        ["*", "exit 2"],
    ],
    python3: [["*", "exit 11"]],
    timeout: [["*", 'shift; exec "$@"']],
    aws: [
        ["*create-processing-job*", refuseAws("AccessDeniedException", "CreateProcessingJob")],
        ["*create-presigned-domain-url*", refuseAws("AccessDeniedException", "CreatePresignedDomainUrl")],
        ["*put-object*", 'while [ "$1" != --body ]; do shift; done; cat "$2" > "$STORE"'],
        ["*get-object*", 'for last; do :; done; cat "$STORE" > "$last"'],
        ["*", "exit 0"],
    ],
};

/** Shell commands by which a double of `curl` writes S3's answer where it was asked to. */
export function answerS3(status: number, code: string): string {
    const body = `<Error><Code>${code}</Code></Error>`;
    return `while [ "$1" != --output ]; do shift; done; echo '${body}' > "$2"; printf ${status}`;
}

/** Shell commands by which a double of `aws` fails as the AWS CLI does. */
export function refuseAws(code: string, operation: string, why = "not authorized"): string {
    return failAws(`An error occurred (${code}) when calling the ${operation} operation: ${why}`);
}

/** Shell commands by which a double of `aws` fails with this text. */
export function failAws(text: string): string {
    return `echo; echo '${text}' >&2; exit 254`;
}

/** The double with other answers before its own. */
export function before(answers: Double, double: Double): Double {
    return [...answers, ...double];
}

/** Options that let every check be tried. */
export const ALL = [
    ...["--region", "eu-west-1", "--egress", "firewall", "--allow", "pypi.org", "--refuse", "outside.invalid"],
    ...["--foreign-bucket", "open-data", "--data-bucket", "our-data", "--colleague", "zoe", "--timeout", "1"],
];

/** A directory that stands for a Studio app: its programs, its metadata, its temporary files. */
export class StudioApp {
    private readonly directory = mkdtempSync(path.join(os.tmpdir(), "self-test-"));
    private count = 0;

    remove(): void {
        rmSync(this.directory, { recursive: true });
    }

    /** Runs the script with nothing on its path but the doubles and plain tools. */
    run(args: readonly string[], doubles: Doubles, env: Readonly<Record<string, string>> = {}): Run {
        const home = path.join(this.directory, String((this.count += 1)));
        const [bin, tmp, calls] = [path.join(home, "bin"), path.join(home, "tmp"), path.join(home, "calls")];
        mkdirSync(bin, { recursive: true });
        mkdirSync(tmp);
        PLAIN.forEach((name) => symlinkSync(systemPath(name), path.join(bin, name)));
        for (const [name, double] of Object.entries(doubles)) {
            writeFileSync(path.join(bin, name), program(name, double));
            chmodSync(path.join(bin, name), 0o755);
        }
        const metadata = path.join(home, "metadata.json");
        writeFileSync(
            metadata,
            '{"AppType":"JupyterLab","DomainId":"d-abcdefghijkl","ExecutionRoleArn": "arn:aws:iam::111122223333:role/dev-execution"}\n',
        );
        const { status, stdout, stderr } = spawnSync(path.join(bin, "sh"), [SCRIPT, ...args], {
            encoding: "utf8",
            env: {
                PATH: bin,
                TMPDIR: tmp,
                CALLS: calls,
                STORE: path.join(home, "store"),
                SELF_TEST_METADATA: metadata,
                ...env,
            },
        });
        return {
            code: status,
            rows: stdout
                .split("\n")
                .map((line) => /^(ok|WRONG|NOT TESTED|-) {2,}(.+?) {2,}(.+)$/.exec(line))
                .filter((match) => match !== null)
                .map(([, result = "", check = "", found = ""]) => [result, check, found] as const),
            stdout,
            stderr,
            calls: existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [],
            left: readdirSync(tmp),
        };
    }
}

function program(name: string, double: Double): string {
    // A space would end the pattern.
    const cases = double.map(([pattern, commands]) => `${pattern.replaceAll(" ", "\\ ")}) ${commands} ;;`);
    return ["#!/bin/sh", `echo "${name} $*" >> "$CALLS"`, 'case "$*" in', ...cases, "esac", ""].join("\n");
}

function systemPath(name: string): string {
    const found = ["/usr/bin", "/bin"].map((folder) => path.join(folder, name)).find(existsSync);
    if (found === undefined) {
        throw new Error(`this machine has no ${name}`);
    }
    return found;
}
